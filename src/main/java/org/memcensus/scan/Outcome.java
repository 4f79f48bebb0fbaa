package org.memcensus.scan;

import org.memcensus.model.Classification;
import org.memcensus.model.CountedFile;
import org.memcensus.model.RoleDecision;

/** What the visit of one entry of the tree came to. */
sealed interface Outcome {
    /**
     * The file was counted.
     *
     * @param file what was found
     * @param classification why it has its language
     * @param role why it has its role
     */
    record Counted(CountedFile file, Classification classification, RoleDecision role) implements Outcome {
        /** The same file in another role. */
        Counted with(RoleDecision other) {
            return new Counted(file.with(other.role()), classification, other);
        }
    }

    /**
     * The entry was left out of the count.
     *
     * @param why the counter of the coverage that it falls under
     * @param detail one phrase for people; empty where {@code why} says it all
     */
    record LeftOut(Why why, String detail) implements Outcome {}

    /** Why an entry was not counted: a counter of the coverage each. */
    enum Why {
        BINARY("binary"),
        LFS_POINTER("Git LFS pointer"),
        SUBMODULE("submodule"),
        SYMLINK("symbolic link"),
        TOO_LARGE("too large"),
        UNREADABLE("unreadable"),
        UNKNOWN("in no known language"),
        EXCLUDED("excluded by --include or --exclude");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
