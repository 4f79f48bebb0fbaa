package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** A name that more files have ({@code Makefile.h} of generated trees) is not looked for: each of its includers would cost so much. */
    private static final int MAX_CANDIDATES = 300;

    private static final int UNKNOWN = -1;

    private static final int[] NONE = {};

    private final List<CountedFile> files;
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /** The files whose paths end as an include is written, wherever it stands. */
    private final Map<String, int[]> byHeader = new HashMap<>();

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
        if (header.startsWith(".")) {
            return relative(header);
        }
        int[] matches = byHeader.computeIfAbsent(header, this::matches);
        if (matches.length <= 1) {
            return matches.length == 0 ? UNKNOWN : matches[0];
        }
        int best = UNKNOWN;
        int distance = Integer.MAX_VALUE;
        boolean several = false;
        for (int match : matches) {
            String path = files.get(match).path();
            int root = Math.max(0, path.length() - header.length() - 1);
            int steps = steps(directory, path, root);
            several = steps == distance || (several && steps > distance);
            if (steps < distance) {
                best = match;
                distance = steps;
                several = false;
            }
        }
        return several ? UNKNOWN : best;
    }

    /** The file that an include with steps up means. */
    private int relative(String header) {
        String path = TreePath.resolve(directory, header);
        for (int candidate : byName.getOrDefault(TreePath.name(header), List.of())) {
            if (files.get(candidate).path().equals(path)) {
                return candidate;
            }
        }
        return UNKNOWN;
    }

    private int[] matches(String header) {
        List<Integer> candidates = byName.get(TreePath.name(header));
        if (candidates == null) {
            return NONE;
        }
        int[] matches = candidates.stream()
                .mapToInt(Integer::intValue)
                .filter(candidate -> endsAs(files.get(candidate).path(), header))
                .toArray();
        return matches.length > MAX_CANDIDATES ? NONE : matches;
    }

    private static boolean endsAs(String path, String header) {
        int start = path.length() - header.length();
        return path.endsWith(header) && (start == 0 || path.charAt(start - 1) == '/');
    }

    /** Steps up and down from a directory to the one that the first {@code length} letters of a path name. */
    private static int steps(String from, String path, int length) {
        int common = 0;
        int limit = Math.min(from.length(), length);
        int at = 0;
        while (at < limit && from.charAt(at) == path.charAt(at)) {
            at++;
            if (at == from.length() || from.charAt(at) == '/') {
                common = at == length || path.charAt(at) == '/' ? at : common;
            }
        }
        return names(from, common, from.length()) + names(path, common, length);
    }

    /** Number of names between two places of a path. */
    private static int names(String path, int from, int to) {
        if (from >= to) {
            return 0;
        }
        int names = path.charAt(from) == '/' ? 0 : 1;
        for (int i = from; i < to; i++) {
            names += path.charAt(i) == '/' ? 1 : 0;
        }
        return names;
    }
}
