package org.memcensus.model;

import org.jspecify.annotations.Nullable;

/**
 * Which points of a history are looked at.
 *
 * @param points how many, spread evenly over the time, where {@code every} is null; at least 2
 * @param every at the end of each such period instead; null for none
 * @param since where to begin, a date or a revision; null for the first commit
 */
public record TimelineChoice(
        int points, @Nullable Period every, @Nullable String since) {
    /** No more points than this: what needs more is a scan of each commit. */
    public static final int MOST_POINTS = 1000;

    /** The points of a history where nobody asks for a number: as many as fit a screen. */
    public static final int DEFAULT_POINTS = 24;

    /** A part of the calendar, in UTC. */
    public enum Period {
        /** From January to December. */
        YEAR,
        /** Three months. */
        QUARTER,
        /** A month. */
        MONTH
    }
}
