package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Glob;

/** Finds the files of the tree that words of a build file name. */
final class SourcePaths {
    /** What a path from the tree's root begins with while build files are read. */
    static final String ROOT = "//";

    private final FileTree tree;
    private final Budget budget;
    private final ReaderNotes notes;

    /**
     * Sources of a tree.
     *
     * @param tree its paths
     * @param budget what matching may cost
     * @param notes hears of what cannot be found
     */
    SourcePaths(FileTree tree, Budget budget, ReaderNotes notes) {
        this.tree = tree;
        this.budget = budget;
        this.notes = notes;
    }

    /** The path that a word names as seen from a directory; null with a note where it is outside the tree. */
    @Nullable
    String resolve(String buildFile, String directory, String word) {
        String path = place(directory, word);
        if (path == null) {
            notes.outside(buildFile, word);
        }
        return path;
    }

    /** The path that a word names as seen from a directory; null where it is outside the tree. */
    static @Nullable String place(String directory, String word) {
        if (word.startsWith(ROOT)) {
            return TreePath.resolve("", word);
        }
        return word.startsWith("/") ? null : TreePath.resolve(directory, word);
    }

    /** The files of the tree among some words, as seen from a directory. */
    List<String> files(String buildFile, String directory, Collection<String> words) {
        List<String> files = new ArrayList<>();
        for (String word : words) {
            if (budget.spend(word.length() + 1)) {
                String path = resolve(buildFile, directory, word);
                if (path != null && tree.contains(path)) {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /**
     * The files that a pattern matches. Only its last name may hold wildcards.
     *
     * @param path the pattern as a path of the tree, null for none
     * @param recurse whether directories below match too
     */
    List<String> glob(@Nullable String path, boolean recurse) {
        if (path == null || !Glob.isPattern(path)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        String parent = TreePath.parent(path);
        Glob name = new Glob(TreePath.name(path));
        for (String file : tree.under(parent)) {
            if (!budget.spend(1)) {
                break;
            }
            if ((recurse || file.lastIndexOf('/') <= parent.length()) && name.matches(TreePath.name(file))) {
                found.add(file);
            }
        }
        return found;
    }
}
