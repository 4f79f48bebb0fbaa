package org.memcensus.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        if (run.verbose() || notes.size() <= NOTES + 1) {
            notes.forEach(note -> note(note, 1, screen));
            return;
        }
        // One line a file: what is said of one many times would leave no room for the others.
        Map<String, List<Problem>> files = new LinkedHashMap<>();
        notes.forEach(note ->
                files.computeIfAbsent(note.path(), none -> new ArrayList<>()).add(note));
        int said = 0;
        for (List<Problem> ofFile : files.values().stream().limit(NOTES).toList()) {
            note(ofFile.get(0), ofFile.size(), screen);
            said += ofFile.size();
        }
        String more = said < notes.size() ? "and " + Numbers.count(notes.size() - said, "more note") + " " : "";
        screen.to(INDENT).put(Style.FAINT, more + "(-v lists all)").end();
    }

    /** A note, and how many there are of its file. */
    private static void note(Problem note, int ofFile, Screen screen) {
        screen.to(INDENT).put(Style.CYAN, path(note, screen));
        screen.put(ofFile > 1 && !note.path().isEmpty() ? " (" + Numbers.count(ofFile, "note") + ")" : "");
        screen.put(note.path().isEmpty() ? "" : ": ");
        screen.put(note.reason());
        screen.end();
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
