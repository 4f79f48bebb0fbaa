package org.memcensus.modules;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;

/**
 * Whether a directory is a heap of many units rather than a unit itself.
 *
 * <p>Its name decides where it can: {@code lib} or {@code src} says nothing of what lies in it, {@code vtls} does. So a file
 * more or less changes nothing there. A directory with a name of its own is split too once more than {@link #MAX_FILES} of
 * its files hang together by their includes: there is a structure to be split along. Files without such ties, however many,
 * are what the directory's name says, so that an unrelated file more changes nothing there either.
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
     * @param code its code files that would be split
     */
    static boolean is(String directory, Collection<CountedFile> code) {
        for (String name : directory.split("/", -1)) {
            if (HEADERS.contains(name)) {
                return false;
            }
        }
        return HEAPS.contains(TreePath.name(directory)) || (code.size() > MAX_FILES && tied(code) > MAX_FILES);
    }

    /** Number of files that include another one of these, or are included by one. */
    private static int tied(Collection<CountedFile> code) {
        Map<String, String> byName = new HashMap<>();
        code.forEach(file -> byName.put(TreePath.name(file.path()), file.path()));
        Set<String> tied = new HashSet<>();
        for (CountedFile file : code) {
            for (FileFacts.Include include : file.facts().includes()) {
                String header = byName.get(TreePath.name(include.header()));
                if (header != null && !header.equals(file.path()) && header.endsWith(include.header())) {
                    tied.add(header);
                    tied.add(file.path());
                }
            }
        }
        return tied.size();
    }
}
