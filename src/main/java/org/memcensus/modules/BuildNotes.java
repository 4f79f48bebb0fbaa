package org.memcensus.modules;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.memcensus.model.Problem;

/** What a reader could not read: each thing said once, and no more things than anyone would look at. */
final class BuildNotes {
    private static final int MAX_NOTES = 20;

    /** A name is shown up to this length. Characters. */
    private static final int MAX_SHOWN = 100;

    private final Consumer<Problem> sink;
    private final Set<String> said = new HashSet<>();

    /** Notes that go to {@code sink}. */
    BuildNotes(Consumer<Problem> sink) {
        this.sink = sink;
    }

    /** Says of a build file what was not read in it. */
    void add(String path, String reason) {
        if (said.size() < MAX_NOTES && said.add(path + "\n" + reason)) {
            sink.accept(new Problem(path, reason));
        }
    }

    /** Where problems with the files themselves go. */
    Consumer<Problem> sink() {
        return sink;
    }

    /** A word of a build file, short enough for a note. */
    static String shown(String word) {
        return word.length() > MAX_SHOWN ? word.substring(0, MAX_SHOWN) + "..." : word;
    }
}
