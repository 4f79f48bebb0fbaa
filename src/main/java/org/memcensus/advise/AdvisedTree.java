package org.memcensus.advise;

import java.util.List;
import org.memcensus.model.FileReader;

/**
 * The tree that advice is for.
 *
 * @param paths every file of it, sorted
 * @param reader reads a file of it; for several threads
 * @param copies where releases of other projects lie in it
 */
public record AdvisedTree(List<String> paths, FileReader reader, Copies copies) {
    /** Of which nothing is known but its modules. */
    static final AdvisedTree UNKNOWN = of(List.of(), path -> null);

    /** Copies its list. */
    public AdvisedTree {
        paths = List.copyOf(paths);
    }

    /**
     * A tree.
     *
     * @param paths every file of it, sorted
     * @param reader reads a file of it; for several threads
     */
    public static AdvisedTree of(List<String> paths, FileReader reader) {
        return new AdvisedTree(paths, reader, new Copies(paths));
    }
}
