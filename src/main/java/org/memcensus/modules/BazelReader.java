package org.memcensus.modules;

import java.util.List;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** Reads the targets of Bazel packages: rules, and macros that are given a name and sources as rules are. */
final class BazelReader implements BuildReader {
    @Override
    public String name() {
        return "bazel";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "BUILD.bazel") || TreePath.isNamed(path, "BUILD");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        return new StarlarkRun(name(), List.of("BUILD.bazel", "BUILD"), tree, reader, notes).read(buildFiles);
    }
}
