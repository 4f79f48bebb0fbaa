package org.memcensus.model;

/**
 * Lines of one file or of many. A line is code if any code stands on it, else a comment if any comment does, else blank.
 *
 * @param code lines with code
 * @param comments lines with comment and no code
 * @param blanks lines with neither
 */
public record LineCounts(long code, long comments, long blanks) {
    /** No lines. */
    public static final LineCounts NONE = new LineCounts(0, 0, 0);

    /** All lines. */
    public long lines() {
        return code + comments + blanks;
    }

    /** What is left without others that are among these. */
    public LineCounts minus(LineCounts other) {
        return new LineCounts(code - other.code, comments - other.comments, blanks - other.blanks);
    }

    /** The sum of both. */
    public LineCounts plus(LineCounts other) {
        return new LineCounts(code + other.code, comments + other.comments, blanks + other.blanks);
    }
}
