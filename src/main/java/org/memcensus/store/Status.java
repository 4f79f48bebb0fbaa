package org.memcensus.store;

import java.util.Locale;

/** How far a repository of the list is. */
public enum Status {
    /** Not begun. */
    PENDING,
    /** Begun, and neither done nor failed when the batch was last seen. */
    RUNNING,
    /** Scanned whole. */
    DONE,
    /** Scanned, but some of its files could not be read. */
    INCOMPLETE,
    /** Not scanned; its error says why. */
    FAILED;

    /** The word in the store. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
