package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Coverage;
import org.memcensus.model.Problem;
import org.memcensus.report.Screen.Style;

/** The last answer of a report: what was left out of the count, and why. */
public final class CoverageText {
    private static final int NOTES = 3;
    private static final int INDENT = 2;

    private CoverageText() {}

    static void write(Coverage coverage, RunInfo run, Screen screen) {
        screen.space();
        screen.title("What was left out");
        screen.wrap(coverage.incomplete() ? Style.YELLOW : Style.NORMAL, INDENT, sentence(coverage));
        List<Problem> notes = coverage.notes();
        int shown = run.verbose() || notes.size() == NOTES + 1 ? notes.size() : Math.min(NOTES, notes.size());
        for (Problem note : notes.subList(0, shown)) {
            screen.to(INDENT)
                    .put(Style.CYAN, path(note, screen))
                    .put(note.path().isEmpty() ? "" : ": ");
            screen.put(note.reason());
            screen.end();
        }
        if (shown < notes.size()) {
            screen.to(INDENT).put(Style.FAINT, "and " + Numbers.count(notes.size() - shown, "more note"));
            screen.put(Style.FAINT, " (-v lists all)");
            screen.end();
        }
    }

    /** The path, shortened so that at least half of the line is left for the reason. */
    private static String path(Problem note, Screen screen) {
        return Cells.tail(
                Plain.of(note.path()), screen.width() / 2, screen.glyphs().dots());
    }

    /** All counters that are not 0, in words. */
    static String sentence(Coverage coverage) {
        String out = leftOut(coverage);
        String seen = Numbers.count(coverage.seen(), "entry");
        if (out.isEmpty()) {
            return coverage.seen() == 0
                    ? "Nothing was there to read."
                    : (coverage.seen() == 1
                            ? "Nothing: the one entry was counted."
                            : "Nothing: all " + seen + " were counted.");
        }
        return Numbers.grouped(coverage.seen() - coverage.counted()) + " of " + seen + ": " + out + ".";
    }

    /** The counters of what was left out that are not 0: {@code 2 binary, 1 symbolic link}. */
    public static String leftOut(Coverage coverage) {
        List<String> out = new ArrayList<>();
        add(out, coverage.unreadable(), "unreadable");
        add(out, coverage.binary(), "binary");
        add(out, coverage.unknown(), "in no known language");
        if (coverage.submodules() > 0) {
            out.add(Numbers.count(coverage.submodules(), "submodule"));
        }
        if (coverage.symlinks() > 0) {
            out.add(Numbers.count(coverage.symlinks(), "symbolic link"));
        }
        if (coverage.lfsPointers() > 0) {
            out.add(Numbers.count(coverage.lfsPointers(), "Git LFS pointer"));
        }
        add(out, coverage.tooLarge(), "too large");
        add(out, coverage.excluded(), "excluded on request");
        return String.join(", ", out);
    }

    private static void add(List<String> out, long number, String what) {
        if (number > 0) {
            out.add(Numbers.grouped(number) + " " + what);
        }
    }
}
