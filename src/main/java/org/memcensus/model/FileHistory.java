package org.memcensus.model;

/**
 * What happened to a file or to the files of a module, in the part of the log that was read.
 *
 * @param commits commits that changed it
 * @param recent those of them in the last {@value #RECENT_YEARS} years before the scanned commit
 * @param fixes those of them whose messages speak of a memory-safety fix
 * @param weight how much these fixes weigh together: each at most 1, by what its message says
 * @param first the earliest of the commits, in seconds since 1970; 0 for none
 * @param last the latest of them; 0 for none
 */
public record FileHistory(int commits, int recent, int fixes, double weight, long first, long last) {
    /** What is recent: so many years. */
    public static final int RECENT_YEARS = 2;

    /** Nothing is known to have happened. */
    public static final FileHistory NONE = new FileHistory(0, 0, 0, 0, 0, 0);

    /** One commit. */
    public static FileHistory of(long time, boolean recent, double weight) {
        return new FileHistory(1, recent ? 1 : 0, weight > 0 ? 1 : 0, weight, time, time);
    }

    /** Both together. */
    public FileHistory plus(FileHistory other) {
        if (commits == 0 || other.commits == 0) {
            return commits == 0 ? other : this;
        }
        return new FileHistory(
                commits + other.commits,
                recent + other.recent,
                fixes + other.fixes,
                weight + other.weight,
                Math.min(first, other.first),
                Math.max(last, other.last));
    }
}
