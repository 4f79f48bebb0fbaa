package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds the files of the tree that words of a CMake file name. */
final class CMakeSources {
    /** What an absolute path in the tree begins with while CMake files are read. */
    static final String ROOT = "//";

    private final FileTree tree;
    private final CMakeScope.Budget budget;
    private final BiConsumer<String, String> notes;

    /**
     * Sources of a tree.
     *
     * @param tree its paths
     * @param budget what matching may cost
     * @param notes hears the build file and the reason of what cannot be found
     */
    CMakeSources(FileTree tree, CMakeScope.Budget budget, BiConsumer<String, String> notes) {
        this.tree = tree;
        this.budget = budget;
        this.notes = notes;
    }

    /** The path that a word names as seen from a directory; null with a note where it is outside the tree. */
    @Nullable
    String resolve(String buildFile, String directory, String word) {
        boolean rooted = word.startsWith(ROOT);
        if (word.startsWith("/") && !rooted) {
            notes.accept(buildFile, "names a file outside the tree, which is not read: " + shown(word));
            return null;
        }
        String path = rooted ? TreePath.resolve("", word) : TreePath.resolve(directory, word);
        if (path == null) {
            notes.accept(buildFile, "names a file outside the tree, which is not read: " + shown(word));
        }
        return path;
    }

    private static String shown(String word) {
        return word.length() > 100 ? word.substring(0, 100) + "..." : word;
    }

    /** The files of the tree among some words. */
    List<String> files(CMakeRun.Place place, List<String> words) {
        List<String> files = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("$<") && budget.spend(word.length() + 1)) {
                String path = resolve(place.path(), place.directory(), word);
                if (path != null && tree.contains(path)) {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** The files that patterns match, as a list of CMake's. Only the last name of a pattern may hold wildcards. */
    String glob(CMakeRun.Place place, List<String> patterns, boolean recurse) {
        StringBuilder found = new StringBuilder();
        for (String pattern : patterns) {
            String path = pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0
                    ? null
                    : resolve(place.path(), place.directory(), pattern);
            if (path == null) {
                continue;
            }
            String directory = TreePath.parent(path);
            String name = TreePath.name(path);
            for (String file : tree.under(directory)) {
                if (!budget.spend(1) || found.length() > CMakeScope.MAX_VALUE) {
                    return found.toString();
                }
                if ((recurse || TreePath.parent(file).equals(directory)) && matches(TreePath.name(file), name)) {
                    found.append(found.length() == 0 ? "" : ";").append(ROOT).append(file);
                }
            }
        }
        return found.toString();
    }

    /** Whether a name matches a pattern with {@code *} and {@code ?}, in time of their product at most. */
    private static boolean matches(String name, String pattern) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < name.length()) {
            char p = in < pattern.length() ? pattern.charAt(in) : 0;
            if (p == '*') {
                star = in++;
                resume = at;
            } else if (p == '?' || p == name.charAt(at)) {
                at++;
                in++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
