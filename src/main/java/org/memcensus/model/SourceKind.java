package org.memcensus.model;

import java.util.Locale;

/** Where the bytes of a scan came from. */
public enum SourceKind {
    /** The tracked files of a working tree, as they lie on disk. */
    WORKTREE,
    /** A commit, read from git objects. */
    OBJECTS,
    /** A plain folder that is no repository. */
    FOLDER;

    /** The word that reports use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
