package org.memcensus.modules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;

/** The make files of a tree: reads them once each, within one budget, and finds the sources that they name. */
final class MakeFiles {
    /**
     * Characters that may be looked at and put in, over all files. The 2,900 make files of Linux cost 8 million; hostile
     * ones are given up after about a second.
     */
    private static final long BUDGET = 32L << 20;

    /** What a logical line costs beside its expansion. */
    private static final int LINE_COST = 20;

    private static final int MAX_DEPTH = 20;

    /** To look for the source of an object costs as much as to look at so many characters. */
    private static final int SOURCE_COST = 80;

    /** No path is longer. */
    static final int MAX_PATH = 4096;

    /** Endings of sources that an object file may come from. */
    private static final List<String> ENDINGS =
            List.of(".c", ".S", ".cc", ".cpp", ".cxx", ".C", ".s", ".m", ".mm", ".asm", ".rs", ".y", ".l");

    private static final Set<String> OBJECTS = Set.of("o", "lo", "obj", "os", "pico");

    private final FileTree tree;
    private final FileReader reader;
    private final ReaderNotes notes;
    private final Budget budget = new Budget(BUDGET);
    private final SourcePaths sources;
    private final Map<String, List<MakeLine>> parsed = new HashMap<>();
    private final Set<String> included = new HashSet<>();

    /**
     * The make files of a tree.
     *
     * @param tree its paths
     * @param reader gives the bytes of a file
     * @param notes hears what cannot be read
     */
    MakeFiles(FileTree tree, FileReader reader, ReaderNotes notes) {
        this.tree = tree;
        this.reader = reader;
        this.notes = notes;
        this.sources = new SourcePaths(tree, budget, notes);
    }

    /** Paths of the tree. */
    FileTree tree() {
        return tree;
    }

    /** The directory of the configure script that a directory belongs to, or else the tree's root. */
    String top(String directory) {
        for (String at = directory; !at.isEmpty(); at = TreePath.parent(at)) {
            for (String script : new String[] {"configure.ac", "configure.in", "configure"}) {
                if (tree.contains(TreePath.join(at, script))) {
                    return at;
                }
            }
        }
        return "";
    }

    /** Finds files of the tree by words. */
    SourcePaths sources() {
        return sources;
    }

    /** Says so where nothing is left to find out what a file's lines mean together. */
    void noteCost(MakeFile file) {
        if (budget.empty()) {
            notes.costly(file.path());
        }
    }

    /** Takes from what reading may cost; false where it is used up. */
    boolean spend(long characters) {
        return budget.spend(characters);
    }

    /** Whether another file has included this one. */
    boolean included(String path) {
        return included.contains(path);
    }

    /** A file as it is read with all that it includes. */
    MakeFile open(String path) {
        String directory = TreePath.parent(path);
        MakeVariables variables = new MakeVariables(
                budget, pattern -> rooted(sources.glob(SourcePaths.place(directory, pattern), false)));
        return new MakeFile(path, directory, variables);
    }

    private static List<String> rooted(List<String> files) {
        return files.stream().map(file -> SourcePaths.ROOT + file).toList();
    }

    /** Hands the lines of a file, and of those it includes, to a visitor; all branches of conditions are taken. */
    void visit(MakeFile file, Visitor visitor) {
        visit(file.path(), file, new HashSet<>(), visitor);
    }

    private void visit(String path, MakeFile file, Set<String> open, Visitor visitor) {
        int conditions = 0;
        open.add(path);
        for (MakeLine line : lines(path)) {
            if (!budget.spend(LINE_COST + line.right().length())) {
                notes.add(file.path(), "build files too costly to read: what stands from here on is left out");
                break;
            }
            switch (line.kind()) {
                case IF -> conditions++;
                case ENDIF -> conditions--;
                case INCLUDE -> include(path, line, file, open, visitor);
                default -> visitor.line(path, line, conditions > 0);
            }
        }
        open.remove(path);
    }

    private void include(String path, MakeLine line, MakeFile file, Set<String> open, Visitor visitor) {
        for (String word : file.variables().expandWords(MakeFile.relative(line.right(), path, file))) {
            String found = find(path, file, word);
            if (found == null) {
                if (MakeVariables.split(line.right()).contains(word)) {
                    // It stands there in letters: not made up of what only configure or the caller knows.
                    sources.resolve(path, file.directory(), word);
                }
                visitor.missing(path, line, word);
            } else if (open.size() >= MAX_DEPTH) {
                notes.add(path, "build files nested more than " + MAX_DEPTH + " deep: " + found + " is not read");
            } else if (open.contains(found)) {
                notes.add(path, "includes itself at line " + line.line());
            } else {
                included.add(found);
                visit(found, file, open, visitor);
            }
        }
    }

    /** An included file: as seen from where the build runs, or else from the file that includes it. */
    private @Nullable String find(String path, MakeFile file, String word) {
        for (String directory : new String[] {file.directory(), TreePath.parent(path)}) {
            String found = SourcePaths.place(directory, word);
            if (found != null && tree.contains(found)) {
                return found;
            }
        }
        return null;
    }

    private List<MakeLine> lines(String path) {
        List<MakeLine> lines = parsed.get(path);
        if (lines == null) {
            String text = BuildFile.text(path, reader, notes.sink());
            lines = text == null || !budget.spend(text.length()) ? List.of() : MakeLexer.lines(text);
            parsed.put(path, lines);
        }
        return lines;
    }

    /** Whether a word names an object file. */
    static boolean isObject(String word) {
        return OBJECTS.contains(TreePath.ending(word));
    }

    /** Path of the source of an object in a directory, given without its ending; null where the tree has none. */
    @Nullable
    String source(String directory, String stem) {
        boolean affordable = stem.length() < MAX_PATH && budget.spend(SOURCE_COST);
        String place = affordable ? SourcePaths.place(directory, stem) : null;
        if (place != null) {
            for (String ending : ENDINGS) {
                if (tree.contains(place + ending)) {
                    return place + ending;
                }
            }
        }
        return null;
    }

    /** Hears the lines of a file and of what it includes. */
    interface Visitor {
        /**
         * A line that is no condition and no include.
         *
         * @param path the file that it stands in
         * @param line the line
         * @param conditional whether it stands in a condition
         */
        void line(String path, MakeLine line, boolean conditional);

        /** An included file that the tree does not have. */
        default void missing(String path, MakeLine line, String word) {}
    }
}
