package org.memcensus.modules;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;

/**
 * Whether a directory is a heap of many units rather than a unit itself.
 *
 * <p>Its name decides where it can: {@code lib} or {@code src} says nothing of what lies in it, {@code vtls} does. So a file
 * more or less changes nothing there. A directory with a name of its own is split too where it has outgrown both
 * {@link #MAX_FILES} and {@link #MAX_CODE}, or {@link #FEW_FILES} and {@link #MUCH_CODE}: many small files are still one
 * unit, and so are a few large ones. Generated code does not count there: a unit is what somebody works on.
 */
final class FlatDirectory {
    /**
     * Code files that a directory with a name of its own may hold before it is split. TLS in curl (33) and the larger
     * drivers in Linux (up to about 40) are spoken of as one; beyond that, a directory says too little about where to begin.
     */
    static final int MAX_FILES = 40;

    /**
     * Lines of code that it may hold, too: the Unix layer of nginx (68 files, 7,000 lines) and the portability layer of
     * OpenSSH (130, 13,000) are each one unit of crumbs, the modules of nginx (62, 50,000) are many. In lines, one file more
     * is next to nothing: a directory seldom passes the bound by it.
     */
    static final int MAX_CODE = 15_000;

    /**
     * Files and lines beyond which even fewer files are many units: HTTP in nginx (26 files, 24,000 lines) is a parser,
     * requests, upstreams and a cache; the services of Unbound (24,000) are zones, queries and sockets.
     */
    static final int FEW_FILES = 15;

    static final int MUCH_CODE = 20_000;

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
        if (isHeap(directory)) {
            return true;
        }
        List<CountedFile> written =
                code.stream().filter(file -> file.role() != Role.GENERATED).toList();
        long lines = written.stream().mapToLong(CountedFile::unsafeCode).sum();
        return written.size() > MAX_FILES && lines > MAX_CODE || written.size() > FEW_FILES && lines > MUCH_CODE;
    }

    /** Whether the name of a directory says nothing of what lies in it. */
    static boolean isHeap(String directory) {
        return HEAPS.contains(TreePath.name(directory));
    }
}
