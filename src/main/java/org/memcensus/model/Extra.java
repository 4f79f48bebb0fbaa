package org.memcensus.model;

/** What a scan reads, when asked, beyond what the scanned repository itself holds. */
public enum Extra {
    /** Files of a working tree that git neither tracks nor ignores. */
    UNTRACKED,
    /** Submodules that are checked out in a working tree: other repositories. */
    SUBMODULES,
    /** What Git LFS pointers stand for, as far as it lies on this machine. */
    LFS
}
