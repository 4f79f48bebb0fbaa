package org.memcensus.model;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the scanned tree, before it is read.
 *
 * @param path path from the scanned root, with {@code /} between names
 * @param kind what stands there
 * @param size bytes, or -1 where not known without reading
 * @param blob hexadecimal git blob id, or null where the tree was not read from git objects
 */
public record SourceFile(
        String path, Kind kind, long size, @Nullable String blob) {
    /** What an entry of a tree can be. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A symbolic link; never followed. */
        SYMLINK,
        /** Another repository at this place that is not entered. */
        SUBMODULE
    }
}
