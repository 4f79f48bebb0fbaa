package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads Cargo packages. A package owns the files below its directory up to the next package: Cargo's own rule for what it
 * publishes. Whether a workspace lists it makes no difference to that. What its build script compiles, the C below a
 * {@code -sys} crate, is a library of its own. A template that another build fills in counts like what comes of it.
 */
final class CargoReader implements BuildReader {
    private static final long BUDGET = 16L << 20;

    @Override
    public String name() {
        return "cargo";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "Cargo.toml") || TreePath.isNamed(path, "Cargo.toml.in");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Budget budget = new Budget(BUDGET);
        CargoBuildScript scripts = new CargoBuildScript(name(), new SourceList(tree, budget, said));
        Packages packages = new Packages();
        CargoPaths paths = new CargoPaths();
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            if (text == null) {
                continue;
            }
            TomlFile toml = TomlFile.of(text);
            paths.workspace(path, toml);
            TomlFile.Entry name = toml.string("package.name");
            if (name != null && !name.text().isBlank()) {
                String directory = TreePath.parent(path);
                List<String> links = new ArrayList<>(paths.links(directory, toml));
                TomlFile.Entry build = toml.string("package.build");
                String script = TreePath.resolve(directory, build == null ? "build.rs" : build.text());
                if (script != null && tree.contains(script)) {
                    String code = BuildFile.text(script, reader, notes);
                    List<Declaration> compiled = code != null && budget.spend(code.length())
                            ? scripts.libraries(script, directory, code)
                            : List.of();
                    if (budget.empty()) {
                        said.costly(script);
                    }
                    compiled.forEach(library -> links.add(LinkNames.label(directory, library.name())));
                    declarations.addAll(compiled);
                }
                packages.add(directory, new Packages.Found(name.text(), ModuleKind.PACKAGE, path, name.line(), links));
            } else if (toml.table("package") > 0) {
                notes.accept(new Problem(path, "package without a plain name at line " + toml.table("package")));
            }
        }
        if (!packages.isEmpty()) {
            declarations.addAll(packages.declarations(name(), tree));
        }
        return declarations;
    }
}
