package org.memcensus.classify;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.RoleDecision;

/**
 * Some directories, and what lies in them.
 *
 * @param lengths the lengths of their paths, the longest first
 */
record Directories(Set<String> paths, List<Integer> lengths) {
    static Directories of(Set<String> paths) {
        return new Directories(
                paths,
                paths.stream()
                        .map(String::length)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** The one with a path of this length that a file lies in; null where it lies in none. */
    @Nullable
    String of(String path, int length) {
        if (path.length() <= length || path.charAt(length) != '/') {
            return null;
        }
        String directory = path.substring(0, length);
        return paths.contains(directory) ? directory : null;
    }

    /** The innermost that a file lies in; null where it lies in none. */
    @Nullable
    String around(String path) {
        for (int length : lengths) {
            String directory = of(path, length);
            if (directory != null) {
                return directory;
            }
        }
        return null;
    }

    /** The decision on each file by that on the innermost directory that it lies in. */
    static Map<String, RoleDecision> decide(Collection<CountedFile> files, Map<String, RoleDecision> decisions) {
        Map<String, RoleDecision> found = new HashMap<>();
        if (!decisions.isEmpty()) {
            Directories theirs = Directories.of(decisions.keySet());
            for (CountedFile file : files) {
                String directory = theirs.around(file.path());
                RoleDecision decision = directory == null ? null : decisions.get(directory);
                if (decision != null) {
                    found.put(file.path(), decision);
                }
            }
        }
        return found;
    }
}
