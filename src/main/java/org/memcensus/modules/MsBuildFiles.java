package org.memcensus.modules;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/**
 * The project files of MSBuild in a tree, and what reading all of them may cost: many projects may import the same files.
 *
 * @param tree paths of the tree
 * @param reader gives the bytes of a file
 * @param problems hears of files that cannot be read
 * @param notes hears of declarations that cannot be read
 * @param budget characters of XML that may be read
 */
record MsBuildFiles(FileTree tree, FileReader reader, Consumer<Problem> problems, ReaderNotes notes, Budget budget) {
    /** Characters that take a few seconds to read; the largest known trees have a tenth. */
    private static final long BUDGET = 96L << 20;

    /** The files of a tree, none of which has been read. */
    static MsBuildFiles of(FileTree tree, FileReader reader, Consumer<Problem> problems, ReaderNotes notes) {
        return new MsBuildFiles(tree, reader, problems, notes, new Budget(BUDGET));
    }

    /** The root element of a file, or null with a note where it cannot be read. */
    @Nullable
    XmlElement root(String path) {
        String text = budget.empty() ? null : BuildFile.text(path, reader, problems);
        if (text == null || !budget.spend(text.length())) {
            if (budget.empty()) {
                notes.costly(path);
            }
            return null;
        }
        return XmlFile.root(path, text, notes);
    }
}
