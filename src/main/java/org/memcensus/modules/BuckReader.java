package org.memcensus.modules;

import java.util.List;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** Reads the targets of Buck packages, whose files have the shape of Bazel's. */
final class BuckReader implements BuildReader {
    @Override
    public String name() {
        return "buck";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "BUCK") || TreePath.isNamed(path, "TARGETS");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        return new StarlarkRun(name(), List.of("BUCK", "TARGETS"), tree, reader, notes).read(buildFiles);
    }
}
