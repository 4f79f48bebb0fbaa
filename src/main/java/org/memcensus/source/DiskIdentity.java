package org.memcensus.source;

import org.jspecify.annotations.Nullable;

/**
 * Tells the content of a file on disk from every other that it may have had: place on disk, size and times. Every change
 * of a content changes the last of these times, which no program can set. It is what git goes by too, and like git it does
 * not trust times of the last seconds, for which the clock of a file system may stand still.
 */
final class DiskIdentity {
    /** Nanoseconds after which a further change has another time. */
    private static final long SETTLED = 3_000_000_000L;

    private static final long MILLISECOND = 1_000_000;

    private DiskIdentity() {}

    /** The identity of what a file holds now; null where it has changed just now. */
    static @Nullable String of(DiskStat file) {
        return file.changed() > System.currentTimeMillis() * MILLISECOND - SETTLED
                ? null
                : file.inode() + " " + file.size() + " " + file.modified() + " " + file.changed();
    }
}
