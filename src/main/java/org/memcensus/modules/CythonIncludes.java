package org.memcensus.modules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** What is compiled with a module that Cython makes: the files that it includes, and its own declarations beside it. */
final class CythonIncludes {
    private static final Pattern INCLUDE =
            Pattern.compile("\\s{0,40}include\\s{1,20}[\"']([^\"']{1,200})[\"'].{0,500}");

    /** What a file costs beside its characters: to read it. */
    private static final int FILE_COST = 100;

    private final FileTree tree;
    private final FileReader reader;
    private final Budget budget;
    private final Consumer<Problem> notes;

    /**
     * Includes of a tree.
     *
     * @param tree its paths
     * @param reader gives the bytes of a file
     * @param budget what reading may cost
     * @param notes hears what cannot be read
     */
    CythonIncludes(FileTree tree, FileReader reader, Budget budget, Consumer<Problem> notes) {
        this.tree = tree;
        this.reader = reader;
        this.budget = budget;
        this.notes = notes;
    }

    /** The same declaration with what its sources include. */
    Declaration with(Declaration module) {
        TreeSet<String> files = new TreeSet<>(module.files());
        Deque<String> open = new ArrayDeque<>();
        for (String file : module.files()) {
            if (file.endsWith(".pyx")) {
                open.add(file);
                String own = file.substring(0, file.length() - "yx".length()) + "xd";
                files.addAll(tree.contains(own) ? List.of(own) : List.of());
            }
        }
        while (!open.isEmpty()) {
            included(open.remove()).stream().filter(files::add).forEach(open::add);
        }
        return files.size() == module.files().size() ? module : module.of(files);
    }

    private Collection<String> included(String path) {
        List<String> files = new ArrayList<>();
        String text = budget.empty() ? null : BuildFile.text(path, reader, notes);
        if (text != null && budget.spend(FILE_COST + text.length()) && text.contains("include")) {
            for (String line : text.lines().toList()) {
                Matcher matcher = INCLUDE.matcher(line.indexOf("include") < 0 ? "" : line);
                String file = matcher.matches() ? SourcePaths.place(TreePath.parent(path), matcher.group(1)) : null;
                if (file != null && tree.contains(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }
}
