package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads npm packages, workspaces among them, and the native addons that node-gyp builds for them. */
final class NpmReader implements BuildReader {
    private static final long BUDGET = 16L << 20;

    private static final Set<String> ENDINGS =
            Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte", "coffee");

    /** Lists of what a package needs when it runs. */
    private static final List<String> DEPENDENCIES =
            List.of("dependencies", "optionalDependencies", "peerDependencies");

    @Override
    public String name() {
        return "npm";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "package.json") || isGyp(path);
    }

    private static boolean isGyp(String path) {
        return path.endsWith(".gyp");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        Budget budget = new Budget(BUDGET);
        GypTargets gyp = new GypTargets(name(), tree, reader, notes, budget);
        Packages packages = new Packages();
        for (String path : buildFiles) {
            if (isGyp(path)) {
                gyp.read(path);
            } else {
                PythonValue data = PythonData.of(path, reader, notes, budget);
                String name = data == null ? null : data.at("name").text();
                // Without a name it is the root of workspaces, or settings of a tool.
                if (data != null && name != null) {
                    List<String> links = new ArrayList<>();
                    for (String list : DEPENDENCIES) {
                        if (data.at(list) instanceof PythonValue.Table table) {
                            links.addAll(table.entries().keySet());
                        }
                    }
                    packages.add(TreePath.parent(path), new Packages.Found(name, ModuleKind.PACKAGE, path, 1, links));
                }
            }
        }
        List<Declaration> declarations = new ArrayList<>(gyp.declarations());
        if (!packages.isEmpty()) {
            declarations.addAll(packages.declarations(name(), tree, NpmReader::isOwn));
        }
        return declarations;
    }

    private static boolean isOwn(String path) {
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1));
    }
}
