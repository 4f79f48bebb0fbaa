package org.memcensus.gate;

/** Where an unsafe file of the new state comes from. */
enum Origin {
    /** It stood there before, with unsafe code and in a role that is judged. */
    IN_PLACE,
    /** It or most of its lines stood elsewhere before. */
    MOVED,
    /** Nothing of the old state explains it. */
    NEW,
    /** Something stood there before that could not be read. */
    UNKNOWN;

    /** Whether the old state had it, here or elsewhere. */
    boolean isKnown() {
        return this == IN_PLACE || this == MOVED;
    }
}
