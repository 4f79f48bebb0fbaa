package org.memcensus.source;

import org.memcensus.model.SourceException;

/** Stops a listing before it fills the memory: a few small git objects can describe billions of files. */
final class ListingBudget {
    /** What an entry costs beside its path: two objects, a list's slot and a hexadecimal id. */
    private static final int PER_ENTRY = 200;

    private final String where;
    private long left;
    private long entries;

    ListingBudget(String where, long room) {
        this.where = where;
        this.left = room;
    }

    /**
     * Takes one more entry.
     *
     * @throws SourceException if there are more than the memory can take
     */
    void take(String path) throws SourceException {
        entries++;
        left -= PER_ENTRY + path.length();
        if (left < 0) {
            throw new SourceException(where + ": more than " + entries
                    + " files, too many for the memory: give a folder of it, or java more memory with -Xmx");
        }
    }
}
