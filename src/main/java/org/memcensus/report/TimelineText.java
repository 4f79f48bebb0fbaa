package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalDouble;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.Point;
import org.memcensus.model.Totals;
import org.memcensus.report.Screen.Style;

/** The history on a screen. */
final class TimelineText implements TimelineReport {
    private static final int INDENT = 2;
    private static final int DATE = 12;
    private static final int COMMIT = 10;
    private static final int SHARE = 9;
    private static final int LINES = 12;
    private static final int NEW = 11;
    private static final int LEAST_BAR = 8;
    private static final int MOST_BAR = 40;
    private static final int LANGUAGES = 5;
    private static final int NAME = 24;

    @Override
    public void write(Timeline timeline, RunInfo run, Writer out) throws IOException {
        Screen screen = new Screen(run);
        Scope scope = run.scope();
        header(timeline, run, screen);
        screen.space();
        screen.wrap(Style.BOLD, INDENT, TimelineWords.headline(timeline, scope));
        screen.wrap(Style.NORMAL, INDENT, TimelineWords.newCode(timeline, scope));
        screen.space();
        points(timeline, scope, screen);
        languages(timeline, run, screen);
        unread(timeline, run, screen);
        screen.space();
        screen.wrap(Style.FAINT, INDENT, TimelineWords.LEGEND);
        out.append(screen.text());
        out.flush();
    }

    private static void header(Timeline timeline, RunInfo run, Screen screen) {
        RepositoryInfo repository = timeline.repository();
        String dot = " " + screen.glyphs().dot() + " ";
        String name = repository.folder().isEmpty() ? repository.name() : repository.name() + "/" + repository.folder();
        String policy =
                "memcensus " + run.version() + dot + "policy " + timeline.policyName() + " " + timeline.policyVersion();
        screen.put(
                Style.BOLD,
                Cells.head(Plain.of(name), screen.width() / 2, screen.glyphs().dots()));
        screen.put(dot + Numbers.count(timeline.points().size(), "point") + ", " + TimelineWords.date(timeline.first())
                + " to " + TimelineWords.date(timeline.last()));
        int column = screen.width() - Cells.width(Plain.of(policy));
        if (screen.width() - screen.room() + 2 > column) {
            screen.end();
        }
        screen.to(column).put(Style.FAINT, policy).end();
        screen.put(Style.FAINT, screen.glyphs().rule().repeat(screen.width())).end();
    }

    private static void points(Timeline timeline, Scope scope, Screen screen) {
        int fixed = 2 * INDENT + DATE + SHARE + LINES + NEW + SHARE;
        // On a narrow screen the amounts go before the commits.
        int commit = screen.width() - fixed >= COMMIT + LEAST_BAR ? COMMIT : 0;
        int bar = Math.max(0, Math.min(MOST_BAR, screen.width() - fixed - commit - INDENT));
        screen.to(INDENT).put(Style.FAINT, Cells.left("date", DATE) + Cells.left(commit == 0 ? "" : "commit", commit));
        screen.put(Style.FAINT, Cells.right("unsafe", SHARE) + "  " + " ".repeat(bar));
        screen.put(Style.FAINT, Cells.right("code lines", LINES) + Cells.right("new code", NEW));
        screen.put(Style.FAINT, Cells.right("unsafe", SHARE)).end();
        for (Point point : timeline.points()) {
            Totals totals = point.totals(scope);
            OptionalDouble share = totals.unsafeShare();
            screen.to(INDENT).put(Cells.left(TimelineWords.date(point), DATE));
            screen.put(Style.FAINT, commit == 0 ? "" : TimelineWords.commit(point));
            screen.put(Cells.right(Numbers.percent(share), SHARE)).put("  ");
            String drawn = screen.glyphs().bar(Safety.UNSAFE, share.orElse(0), bar);
            screen.put(Style.RED, drawn).put(" ".repeat(Math.max(0, bar - Cells.width(drawn))));
            screen.put(Cells.right(Numbers.grouped(totals.programCode()), LINES));
            screen.put(Cells.right(TimelineWords.newLines(point, scope), NEW));
            screen.put(Cells.right(TimelineWords.newShare(point, scope), SHARE)).end();
        }
    }

    private static void languages(Timeline timeline, RunInfo run, Screen screen) {
        List<TimelineWords.Change> changes = TimelineWords.languages(timeline, run.scope());
        if (changes.isEmpty()) {
            return;
        }
        screen.space();
        screen.title("Code lines by language, at the first point and the last");
        int shown = run.verbose() || changes.size() <= LANGUAGES + 1 ? changes.size() : LANGUAGES;
        for (TimelineWords.Change change : changes.subList(0, shown)) {
            screen.to(INDENT)
                    .put(Cells.left(
                            Cells.head(
                                    Plain.of(change.name()),
                                    NAME,
                                    screen.glyphs().dots()),
                            NAME));
            screen.put(Cells.right(Numbers.grouped(change.then()), LINES));
            screen.put(Cells.right(Numbers.grouped(change.now()), LINES));
            screen.put("  ")
                    .put(
                            change.safety() == Safety.UNSAFE ? Style.RED : Style.NORMAL,
                            change.safety().label());
            screen.end();
        }
        if (shown < changes.size()) {
            screen.to(INDENT)
                    .put(Style.FAINT, "and " + Numbers.grouped(changes.size() - shown) + " more (-v lists all)");
            screen.end();
        }
    }

    private static void unread(Timeline timeline, RunInfo run, Screen screen) {
        String unread = TimelineWords.unread(timeline);
        if (unread.isEmpty()) {
            return;
        }
        screen.space();
        screen.wrap(Style.YELLOW, INDENT, unread);
        if (!run.verbose()) {
            return;
        }
        for (Point point : timeline.points()) {
            for (Problem note : point.coverage().incomplete() ? point.coverage().notes() : List.<Problem>of()) {
                screen.to(INDENT).put(TimelineWords.date(point) + " ");
                screen.put(
                        Style.CYAN,
                        Cells.tail(
                                Plain.of(note.path()),
                                screen.width() / 2,
                                screen.glyphs().dots()));
                screen.put(": " + note.reason()).end();
            }
        }
    }
}
