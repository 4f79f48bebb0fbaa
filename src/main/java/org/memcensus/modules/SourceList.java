package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.memcensus.model.Glob;

/** Finds the files of the tree that the words of a build file name: as paths, or as patterns. */
final class SourceList {
    private final FileTree tree;
    private final Budget budget;
    private final ReaderNotes notes;

    /**
     * Sources of a tree.
     *
     * @param tree its paths
     * @param budget what matching may cost
     * @param notes hears what lies outside the tree
     */
    SourceList(FileTree tree, Budget budget, ReaderNotes notes) {
        this.tree = tree;
        this.budget = budget;
        this.notes = notes;
    }

    /** The files that words name as seen from a directory, sorted; words that name none are passed over. */
    List<String> files(String buildFile, String directory, Collection<String> words) {
        Set<String> files = new TreeSet<>();
        for (String word : words) {
            if (word.isBlank() || word.indexOf('\n') >= 0 || !budget.spend(word.length() + 1L)) {
                continue;
            }
            String path = outside(word) ? null : TreePath.resolve(directory, word);
            if (path == null) {
                notes.outside(buildFile, word);
            } else if (Glob.isPattern(path)) {
                files.addAll(matching(path));
            } else if (tree.contains(path)) {
                files.add(path);
            }
        }
        return List.copyOf(files);
    }

    private static boolean outside(String word) {
        return word.startsWith("/") || (word.length() > 2 && word.charAt(1) == ':');
    }

    /** The files that a pattern from the root matches. */
    List<String> matching(String pattern) {
        Glob glob = Glob.ofPaths(pattern);
        List<String> files = new ArrayList<>();
        for (String file : tree.under(glob.directory())) {
            if (!budget.spend(1 + pattern.length() / 8)) {
                return files;
            }
            if (glob.matches(file)) {
                files.add(file);
            }
        }
        return files;
    }
}
