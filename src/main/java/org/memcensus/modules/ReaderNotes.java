package org.memcensus.modules;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.memcensus.model.Problem;

/** What one reading of a build could not read: each thing once, and not more than a person would look at. */
final class ReaderNotes {
    private static final int MAX_NOTES = 20;
    private static final int MAX_SHOWN = 100;

    private final Consumer<Problem> notes;
    private final Set<Problem> noted = new HashSet<>();

    /** Notes of a reading, handed on. */
    ReaderNotes(Consumer<Problem> notes) {
        this.notes = notes;
    }

    /** Where problems with the files themselves go. */
    Consumer<Problem> sink() {
        return notes;
    }

    /** Says what is wrong with a build file. */
    void add(String path, String reason) {
        Problem problem = new Problem(path, reason);
        if (noted.size() < MAX_NOTES && noted.add(problem)) {
            notes.accept(problem);
        }
    }

    /** Says that a build file names something outside the tree; a variable that nobody sets leaves the root of the disk. */
    void outside(String path, String word) {
        String or = word.startsWith("/") ? ", or by a variable that is not known" : "";
        add(path, "names a file outside the tree" + or + ": not read: " + shown(word));
    }

    /** Says that the declarations from some line on are left out. */
    void costly(String path) {
        add(path, "build files too costly to read: declarations are left out");
    }

    /** Text of a build file, short enough for a note. */
    static String shown(String word) {
        String line = word.lines().findFirst().orElse("");
        return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "..." : line;
    }
}
