package org.memcensus.model;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A maintainer's word that a gate may let something pass.
 *
 * @param module id of the module, or of a target that the build declares; or {@code unread:} and a path, for content that could not be read
 * @param reason why
 * @param comment what a maintainer wants to add; may be empty
 * @param until last day on which it holds; null for no end
 * @param place file and line where it stands: {@code .memcensus.yml:7}
 */
public record Annotation(
        String module,
        Reason reason,
        String comment,
        @Nullable LocalDate until,
        String place) {
    /** Begins what names unread content instead of a module. */
    public static final String UNREAD = "unread:";

    /** Why something may pass. */
    public enum Reason {
        /** Known, weighed, and taken. */
        ACCEPTED_RISK,
        /** For a time, until something else is there. */
        INTERIM,
        /** To be replaced by memory-safe code. */
        REPLACEMENT_PLANNED,
        /** Does not reach users, though it looks as if it did. */
        NOT_SHIPPED,
        /** Not what the gate takes it for. */
        FALSE_POSITIVE;

        /** The word that the configuration uses. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether its last day lies before another day. */
    public boolean endedBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
