package org.memcensus.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.CensusHistory;
import org.memcensus.model.FileHistory;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.PastChanges;
import org.memcensus.report.Screen.Style;

/** Says what history was looked at, what it weighs, and what the ranking would be without it. */
final class HistoryText {
    private static final int INDENT = 2;

    private HistoryText() {}

    static void write(Census census, Screen screen) {
        String text = sentences(census);
        if (!text.isEmpty()) {
            screen.space();
            screen.title("History");
            screen.put(" ".repeat(INDENT));
            screen.wrap(Style.NORMAL, INDENT, text);
        }
    }

    /** All of it in a few sentences; empty where no history was read. */
    static String sentences(Census census) {
        CensusHistory history = census.history();
        if (history == null) {
            return "";
        }
        PastChanges.Span span = history.span();
        StringBuilder text = new StringBuilder();
        text.append(Numbers.count(span.commits(), "commit")).append(" from ").append(date(span.since()));
        text.append(" to ")
                .append(date(span.until()))
                .append(" (")
                .append(bounds(span))
                .append("); ");
        text.append(span.fixes() == 0 ? "none" : Numbers.grouped(span.fixes()));
        text.append(span.fixes() == 1 ? " speaks" : " speak").append(" of memory-safety fixes. ");
        if (span.unread() > 0) {
            text.append("The trees of ").append(Numbers.count(span.unread(), "commit"));
            text.append(" could not be read. ");
        }
        text.append("History has ").append(Numbers.percent(history.weight())).append(" of the risk");
        if (history.weight() < history.asked() - 0.0005) {
            text.append(" (").append(Numbers.percent(history.asked())).append(" with more commits)");
        }
        return text.append(". ").append(without(census)).toString();
    }

    private static String bounds(PastChanges.Span span) {
        HistoryBounds bounds = span.bounds();
        return span.end().text() + "; at most " + Numbers.count(bounds.years(), "year") + " and "
                + Numbers.count(bounds.commits(), "commit");
    }

    private static String without(Census census) {
        List<String> moves = new ArrayList<>();
        boolean known = false;
        for (ModuleCensus module : census.modules()) {
            ModuleHistory history = module.history();
            if (history == null) {
                continue;
            }
            known = true;
            boolean leads = module.rank() <= RankingText.TOP;
            if (leads != history.rank() <= RankingText.TOP) {
                moves.add(module.module().name() + " would be " + history.rank() + " (now " + module.rank() + ")");
            }
        }
        if (!known) {
            return "";
        }
        return moves.isEmpty()
                ? "Without it the first ten would be the same modules."
                : "Without it " + String.join(", ", moves) + ".";
    }

    /** What happened to a module, in words. */
    static String changes(FileHistory changes) {
        if (changes.commits() == 0) {
            return "no commit";
        }
        String fixes = changes.fixes() == 0
                ? "none a memory-safety fix by its words"
                : Numbers.count(changes.fixes(), "memory-safety fix").replace("fixs", "fixes")
                        + (changes.fixes() == 1 ? " by its words" : " by their words");
        return Numbers.count(changes.commits(), "commit") + " from " + date(changes.first()) + " to "
                + date(changes.last()) + ", " + Numbers.grouped(changes.recent()) + " in the last "
                + FileHistory.RECENT_YEARS + " years; " + fixes;
    }

    /** What a module's numbers would be without history, in words. */
    static String without(ModuleHistory history) {
        return "without it rank " + history.rank() + ", priority " + Numbers.tenth(history.priority()) + ", risk "
                + Numbers.tenth(history.risk());
    }

    /** A day in UTC, as {@code 2024-01-02}. */
    static String date(long seconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC)
                .toString();
    }
}
