package org.memcensus.classify;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Directories that are named after a release of somebody, as an unpacked archive is: {@code lib/own-1.2.3}. A project does not
 * name its own code so, but for what it builds against versions of others: a build file of Java's world tells that. At the
 * root lies what is imported whole.
 */
final class ReleaseCopies {
    /** Three numbers are a release; two may be a standard or a part number. */
    private static final Pattern RELEASE =
            Pattern.compile("[A-Za-z][\\w.+-]*?[-_]v?\\d+\\.\\d+\\.\\d+(?:[-._]?[a-z0-9]+)?");

    /** Two numbers, or the beginning of a commit: only beside a release. */
    private static final Pattern BESIDE =
            Pattern.compile("[A-Za-z][\\w.+-]*?-(?:v?\\d+\\.\\d+|(?=[a-f]*\\d)(?=\\d*[a-f])[0-9a-f]{7,40})");

    private static final List<String> BUILT_AGAINST = List.of(".xml", ".gradle", ".kts", ".sbt");

    private final Set<String> homes = new HashSet<>();

    /** The copies among these directories. */
    ReleaseCopies(Collection<String> directories) {
        for (String directory : directories) {
            int slash = directory.lastIndexOf('/');
            if (slash > 0 && RELEASE.matcher(directory.substring(slash + 1)).matches()) {
                homes.add(directory.substring(0, slash));
            }
        }
    }

    /** Whether a file lies in one. */
    boolean surround(String path, TreeContext tree) {
        int slash = homes.isEmpty() ? -1 : path.lastIndexOf('/');
        while (slash > 0 && !contains(path.substring(0, slash), tree)) {
            slash = path.lastIndexOf('/', slash - 1);
        }
        return slash > 0;
    }

    /** Whether a directory is one. */
    boolean contains(String directory, TreeContext tree) {
        int slash = directory.lastIndexOf('/');
        if (slash <= 0 || !homes.contains(directory.substring(0, slash))) {
            return false;
        }
        String name = directory.substring(slash + 1);
        return (RELEASE.matcher(name).matches() || BESIDE.matcher(name).matches())
                && tree.inDirectory(directory, BUILT_AGAINST) == 0;
    }
}
