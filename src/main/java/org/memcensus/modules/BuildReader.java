package org.memcensus.modules;

import java.util.List;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** Reads what one build system declares, without running it. */
public interface BuildReader {
    /** Name of the build system: first part of the ids of its modules. */
    String name();

    /** Whether a file of the tree is one of its build files, by its path. */
    boolean reads(String path);

    /**
     * Reads all declarations of a tree, in bounded time whatever stands in the build files.
     *
     * @param buildFiles paths that this reader {@link #reads}, sorted
     * @param tree all paths of the tree
     * @param reader gives the bytes of a file
     * @param notes hears of declarations that cannot be read
     */
    List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes);
}
