package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** Reads the targets of CMake files without running them: every branch counts, and what cannot be known is left out. */
final class CMakeReader implements BuildReader {
    /**
     * Characters that may be looked at and put in, over all files. curl's 17 files cost 5 million; hostile ones are given up
     * after about a second.
     */
    private static final long BUDGET = 32L << 20;

    @Override
    public String name() {
        return "cmake";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.name(path).equals("CMakeLists.txt");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        CMakeRun run = new CMakeRun(tree, reader, new ReaderNotes(notes), new Budget(BUDGET));
        List<String> topFirst = new ArrayList<>(buildFiles);
        topFirst.sort(Comparator.comparingInt(TreePath::depth).thenComparing(Comparator.naturalOrder()));
        for (String path : topFirst) {
            run.project(TreePath.parent(path));
        }
        return run.declarations();
    }
}
