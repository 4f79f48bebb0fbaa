package org.memcensus.classify;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What other files a tree holds: how often each extension stands in each directory, and in all. Immutable after it is built. */
public final class TreeContext {
    private static final Map<String, int[]> NOTHING = Map.of();
    private final Map<String, Map<String, int[]>> directories = new HashMap<>();
    private final Map<String, int[]> tree = new HashMap<>();

    private TreeContext() {}

    /**
     * The context of a tree.
     *
     * @param paths paths of all its files, with {@code /} between names
     */
    public static TreeContext of(Collection<String> paths) {
        TreeContext context = new TreeContext();
        for (String path : paths) {
            int name = path.lastIndexOf('/') + 1;
            int dot = path.lastIndexOf('.');
            if (dot > name) {
                String extension = path.substring(dot).toLowerCase(Locale.ROOT);
                String directory = path.substring(0, Math.max(0, name - 1));
                count(context.directories.computeIfAbsent(directory, none -> new HashMap<>(8)), extension);
                count(context.tree, extension);
            }
        }
        return context;
    }

    /** Number of files in the directory of {@code path} with one of these extensions. */
    int inDirectory(String path, List<String> extensions) {
        if (extensions.isEmpty()) {
            return 0;
        }
        String directory = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return sum(directories.getOrDefault(directory, NOTHING), extensions);
    }

    /** Number of files in the tree with one of these extensions. */
    int inTree(List<String> extensions) {
        return sum(tree, extensions);
    }

    private static void count(Map<String, int[]> counts, String extension) {
        counts.computeIfAbsent(extension, none -> new int[1])[0]++;
    }

    private static int sum(Map<String, int[]> counts, List<String> extensions) {
        int sum = 0;
        for (String extension : extensions) {
            int[] count = counts.get(extension);
            sum += count == null ? 0 : count[0];
        }
        return sum;
    }
}
