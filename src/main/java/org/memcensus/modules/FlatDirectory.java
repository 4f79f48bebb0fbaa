package org.memcensus.modules;

import java.util.Set;

/**
 * Whether a directory is a heap of many units rather than a unit itself.
 *
 * <p>Its name decides where it can: {@code lib} or {@code src} says nothing of what lies in it, {@code vtls} does. So a file
 * more or less changes nothing there. Only a directory with a name of its own that has outgrown {@link #MAX_FILES} is split
 * too, once.
 */
final class FlatDirectory {
    /**
     * Code files that a directory with a name of its own may hold before it is split. TLS in curl (33) and the larger
     * drivers in Linux (up to about 40) are spoken of as one; beyond that, a directory says too little about where to begin.
     */
    static final int MAX_FILES = 40;

    /** Names that only say "the code is here". The root has none at all. */
    private static final Set<String> HEAPS =
            Set.of("", "src", "source", "sources", "lib", "libsrc", "library", "csrc", "code");

    /** Names of directories of headers, which follow the sources elsewhere and are one interface together. */
    private static final Set<String> HEADERS = Set.of("include", "includes", "inc", "headers");

    private FlatDirectory() {}

    /**
     * Whether its code goes by families.
     *
     * @param directory its path
     * @param codeFiles number of its code files that would be split
     */
    static boolean is(String directory, int codeFiles) {
        for (String name : directory.split("/", -1)) {
            if (HEADERS.contains(name)) {
                return false;
            }
        }
        return HEAPS.contains(TreePath.name(directory)) || codeFiles > MAX_FILES;
    }
}
