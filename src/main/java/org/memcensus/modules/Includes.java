package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Safety;

/**
 * Which file of the tree an include means.
 *
 * <p>The file beside the includer, as the compiler looks first; else the one whose path ends as the include is written. Of
 * several the nearest; of several equally near none: to guess would tie modules that have nothing to do with each other.
 */
final class Includes {
    /** A name that more files have ({@code Makefile.h} of generated trees) is not looked through. */
    private static final int MAX_CANDIDATES = 1000;

    private static final int UNKNOWN = -1;

    private final List<CountedFile> files;
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /** What was found for the includes of {@link #directory}: its files include much the same. */
    private final Map<String, Integer> found = new HashMap<>();

    private String directory = "";

    /** Includes among some files; they are known by their places in this list. */
    Includes(List<CountedFile> files) {
        this.files = files;
        for (int i = 0; i < files.size(); i++) {
            CountedFile file = files.get(i);
            if (file.safety() == Safety.UNSAFE || Headers.is(file.path())) {
                byName.computeIfAbsent(TreePath.name(file.path()), any -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /**
     * The place of the file that is meant, or a negative number.
     *
     * @param includer directory of the file that includes; calls for one directory should follow each other
     */
    int find(String includer, FileFacts.Include include) {
        if (!includer.equals(directory)) {
            directory = includer;
            found.clear();
        }
        Integer known = found.get(include.header());
        if (known == null) {
            known = search(include.header());
            found.put(include.header(), known);
        }
        return known;
    }

    private int search(String header) {
        List<Integer> candidates = byName.get(TreePath.name(header));
        if (candidates == null || candidates.size() > MAX_CANDIDATES) {
            return UNKNOWN;
        }
        String tail = header.startsWith("./") || header.startsWith("../") ? null : header;
        String beside = TreePath.resolve(directory, header);
        int best = UNKNOWN;
        int distance = Integer.MAX_VALUE;
        boolean several = false;
        for (int candidate : candidates) {
            String path = files.get(candidate).path();
            if (path.equals(beside)) {
                return candidate;
            }
            String root = root(path, tail);
            if (root != null) {
                int steps = TreePath.distance(directory, root);
                several = steps == distance || (several && steps > distance);
                if (steps < distance) {
                    best = candidate;
                    distance = steps;
                    several = false;
                }
            }
        }
        return several ? UNKNOWN : best;
    }

    /** The directory from which a path is called {@code tail}; null where it is not. */
    private static @Nullable String root(String path, @Nullable String tail) {
        if (tail == null || !path.endsWith(tail)) {
            return null;
        }
        int start = path.length() - tail.length();
        if (start == 0) {
            return "";
        }
        return path.charAt(start - 1) == '/' ? path.substring(0, start - 1) : null;
    }
}
