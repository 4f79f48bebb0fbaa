package org.memcensus.model;

/**
 * How far a scan looks back from the scanned commit.
 *
 * @param years years before the commit, at least 1
 * @param commits commits that are looked at, at least 1
 */
public record HistoryBounds(int years, int commits) {
    /** A year in seconds, as the Gregorian calendar has it on average. */
    public static final long YEAR = 31_556_952;

    /**
     * Ten years say what code is still like that; so many commits hold ten years of all but the largest projects, and are
     * read in seconds.
     */
    public static final HistoryBounds DEFAULT = new HistoryBounds(10, 40_000);
}
