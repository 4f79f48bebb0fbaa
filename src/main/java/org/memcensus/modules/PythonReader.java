package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads Python projects, and the extension modules that their {@code setup.py} or {@code pyproject.toml} lists. */
final class PythonReader implements BuildReader {
    private static final long BUDGET = 8L << 20;
    private static final Pattern NAME = Pattern.compile("name\\s*=\\s*([A-Za-z0-9._-]{1,100})\\s*");

    @Override
    public String name() {
        return "python";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "pyproject.toml")
                || TreePath.isNamed(path, "setup.py")
                || TreePath.isNamed(path, "setup.cfg");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Budget budget = new Budget(BUDGET);
        SourceList sources = new SourceList(tree, budget, said);
        CythonIncludes cython = new CythonIncludes(tree, reader, new Budget(BUDGET), notes);
        Map<String, Packages.Found> found = new TreeMap<>();
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            String directory = TreePath.parent(path);
            Packages.Found project;
            List<Declaration> extensions;
            if (path.endsWith(".py")) {
                SetupScript script = new SetupScript(name(), path, tree, sources, budget, said);
                project = script.read(reader, notes);
                extensions = script.extensions();
            } else {
                String text = BuildFile.text(path, reader, notes);
                project = text == null ? null : path.endsWith(".cfg") ? config(path, text) : toml(path, text);
                extensions = text == null ? List.of() : extensions(path, text, sources);
            }
            extensions.forEach(extension -> declarations.add(cython.with(extension)));
            if (project != null) {
                found.merge(directory, project.linking(extensions), PythonReader::named);
            }
        }
        Packages packages = new Packages();
        found.forEach(packages::add);
        if (!packages.isEmpty()) {
            declarations.addAll(packages.declarations(name(), tree, path -> path.endsWith(".py")));
        }
        return declarations;
    }

    /** Of two files that declare a project the one that names it, with the extensions of both. */
    private static Packages.Found named(Packages.Found one, Packages.Found other) {
        Packages.Found named = one.name().equals(unnamed(one.path())) ? other : one;
        List<String> links = new ArrayList<>(one.links());
        links.addAll(other.links());
        return new Packages.Found(named.name(), named.kind(), named.path(), named.line(), links);
    }

    /** The name of a project that none of its files tells: its directory's. */
    static String unnamed(String path) {
        String directory = TreePath.parent(path);
        return directory.isEmpty() ? "." : TreePath.name(directory);
    }

    private static Packages.@Nullable Found toml(String path, String text) {
        TomlFile toml = TomlFile.of(text);
        for (String key : List.of("project.name", "tool.poetry.name", "tool.flit.metadata.module")) {
            TomlFile.Entry name = toml.string(key);
            if (name != null) {
                return new Packages.Found(name.text(), ModuleKind.PACKAGE, path, name.line());
            }
        }
        // Without these it holds the settings of tools.
        int line = Math.max(toml.table("project"), toml.table("build-system"));
        return line == 0 ? null : new Packages.Found(unnamed(path), ModuleKind.PACKAGE, path, line);
    }

    private static Packages.@Nullable Found config(String path, String text) {
        boolean metadata = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("[")) {
                metadata = line.strip().equals("[metadata]");
            }
            Matcher matcher = NAME.matcher(line.length() > 1000 ? "" : line);
            if (metadata && matcher.matches()) {
                return new Packages.Found(matcher.group(1), ModuleKind.PACKAGE, path, number);
            }
        }
        return null;
    }

    /** Extension modules that setuptools takes from pyproject.toml: a list of tables. */
    private List<Declaration> extensions(String path, String text, SourceList sources) {
        List<Declaration> extensions = new ArrayList<>();
        if (!path.endsWith(".toml") || text.indexOf("ext-modules") < 0) {
            return extensions;
        }
        for (TomlFile table : TomlFile.tables(text, "tool.setuptools.ext-modules")) {
            TomlFile.Entry name = table.string("name");
            List<String> files = sources.files(path, TreePath.parent(path), table.strings("sources"));
            if (name != null && !files.isEmpty()) {
                extensions.add(new Declaration(
                        name(),
                        name.text(),
                        ModuleKind.PLUGIN,
                        TreePath.parent(path),
                        files,
                        false,
                        path,
                        name.line()));
            }
        }
        return extensions;
    }
}
