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
        String directory = "";
        Map<String, int[]> counts = new HashMap<>(8);
        context.directories.put(directory, counts);
        for (String path : paths) {
            int name = path.lastIndexOf('/') + 1;
            int dot = path.lastIndexOf('.');
            if (dot <= name) {
                continue;
            }
            int length = Math.max(0, name - 1);
            // Paths come by directories, so that the last one is mostly the one that is wanted.
            if (length != directory.length() || !path.startsWith(directory)) {
                directory = path.substring(0, length);
                counts = context.directories.computeIfAbsent(directory, none -> new HashMap<>(8));
            }
            count(counts, path.substring(dot).toLowerCase(Locale.ROOT), 1);
        }
        for (Map<String, int[]> inDirectory : context.directories.values()) {
            for (Map.Entry<String, int[]> entry : inDirectory.entrySet()) {
                count(context.tree, entry.getKey(), entry.getValue()[0]);
            }
        }
        return context;
    }

    /** Number of files in a directory with one of these extensions. */
    int inDirectory(String directory, List<String> extensions) {
        return extensions.isEmpty() ? 0 : sum(directories.getOrDefault(directory, NOTHING), extensions);
    }

    /** Number of files in the tree with one of these extensions. */
    int inTree(List<String> extensions) {
        return sum(tree, extensions);
    }

    private static void count(Map<String, int[]> counts, String extension, int files) {
        int[] count = counts.get(extension);
        if (count == null) {
            counts.put(extension, new int[] {files});
        } else {
            count[0] += files;
        }
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
