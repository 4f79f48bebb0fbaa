package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** A {@code setup.py}, read without running it: what it hands to {@code setup}, and the extension modules it makes. */
final class SetupScript {
    private static final int MAX_IMPORTS = 10;

    private final String system;
    private final String path;
    private final FileTree tree;
    private final SourceList sources;
    private final Budget budget;
    private final ReaderNotes notes;
    private final Set<String> imported = new HashSet<>();
    private final Map<String, Extension> extensions = new LinkedHashMap<>();
    private String current;
    private Packages.@Nullable Found project;

    /**
     * A script that is not read yet.
     *
     * @param system name of the build system
     * @param path the script
     * @param tree paths of the tree
     * @param sources finds files in it
     * @param budget what reading may cost
     * @param notes hears what cannot be known
     */
    SetupScript(String system, String path, FileTree tree, SourceList sources, Budget budget, ReaderNotes notes) {
        this.system = system;
        this.path = path;
        this.current = path;
        this.tree = tree;
        this.sources = sources;
        this.budget = budget;
        this.notes = notes;
    }

    /** Reads it, and gives the project that it sets up; null where it calls no {@code setup}. */
    Packages.@Nullable Found read(FileReader reader, Consumer<Problem> problems) {
        List<PythonStatement> statements = PythonFile.statements(path, reader, problems, false, budget);
        if (statements == null) {
            return null;
        }
        PythonRun run = new PythonRun(this::call, budget, true);
        run.set("__file__", new PythonValue.Text(TreePath.name(path)));
        imported.add(path);
        imports(statements, run, reader, problems);
        if (!run.run(statements)) {
            notes.costly(path);
        }
        return project;
    }

    /** Follows the scripts beside this one that it imports, as if they stood in it. */
    private void imports(
            List<PythonStatement> statements, PythonRun run, FileReader reader, Consumer<Problem> problems) {
        for (PythonStatement statement : statements) {
            if (statement.kind() == PythonStatement.Kind.IMPORT && imported.size() < MAX_IMPORTS) {
                String module = statement.names().get(0);
                String file = TreePath.join(TreePath.parent(path), module + ".py");
                if (module.indexOf('.') < 0 && tree.contains(file) && imported.add(file)) {
                    List<PythonStatement> more = PythonFile.statements(file, reader, problems, false, budget);
                    if (more != null) {
                        imports(more, run, reader, problems);
                        current = file;
                        run.run(more);
                        current = path;
                    }
                }
            }
        }
    }

    /** The extension modules with files in the tree. */
    List<Declaration> extensions() {
        List<Declaration> declarations = new ArrayList<>();
        extensions.forEach((name, extension) -> {
            List<String> files = sources.files(path, TreePath.parent(path), extension.words());
            // Python that Cython compiles stays a part of its package.
            if (files.stream().anyMatch(file -> !file.endsWith(".py"))) {
                declarations.add(new Declaration(
                                system,
                                name,
                                extension.kind(),
                                TreePath.parent(path),
                                files,
                                false,
                                extension.path(),
                                extension.line())
                        .linking(extension.links()));
            }
        });
        return declarations;
    }

    private @Nullable PythonValue call(String called, PythonRun.Arguments arguments) {
        String function = called.substring(called.lastIndexOf('.') + 1);
        switch (function) {
            case "setup" -> {
                String name = arguments.get("name").text();
                if (project == null) {
                    project = new Packages.Found(
                            name == null ? PythonReader.unnamed(path) : name,
                            ModuleKind.PACKAGE,
                            path,
                            arguments.line());
                }
                libraries(arguments.get("libraries"), arguments.line());
                return PythonValue.unknown();
            }
            case "dirname" -> {
                return new PythonValue.Text("");
            }
            case "cythonize" -> {
                arguments.get("module_list", 0).texts().forEach(word -> cython(word, arguments.line()));
                return arguments.get("module_list", 0);
            }
            case "glob", "iglob" -> {
                return glob(arguments.get("pathname", 0));
            }
            default -> {
                if (function.endsWith("Extension") || function.equals("add_extension")) {
                    extension(arguments, function.startsWith("Rust"));
                    return PythonValue.unknown();
                }
                return null;
            }
        }
    }

    private void extension(PythonRun.Arguments arguments, boolean rust) {
        String name = arguments.get("name", 0).text();
        PythonValue words = arguments.get("sources", 1);
        if (rust || (name == null && words instanceof PythonValue.Unknown)) {
            return;
        }
        if (name == null || name.isBlank() || name.length() > 200) {
            notes.add(
                    path,
                    "extension at line " + arguments.line() + " has a name that is not known before setup.py runs");
            return;
        }
        Set<String> all = new LinkedHashSet<>(words.texts());
        all.addAll(arguments.get("depends").texts());
        if (all.isEmpty()) {
            notes.add(
                    path,
                    "extension " + ReaderNotes.shown(name) + " has sources that are not known before setup.py runs");
        }
        Extension extension =
                extensions.computeIfAbsent(name, any -> Extension.of(ModuleKind.PLUGIN, current, arguments.line()));
        extension.words().addAll(all);
        arguments
                .get("libraries")
                .texts()
                .forEach(library -> extension.links().addAll(LinkerWords.libraries(LinkerWords.LIBRARY + library)));
    }

    /** Modules that Cython makes of files, each named by its path. */
    private void cython(String word, int line) {
        for (String file : sources.files(path, TreePath.parent(path), List.of(word))) {
            String directory = TreePath.parent(path);
            if (TreePath.within(file, directory)) {
                String own = directory.isEmpty() ? file : file.substring(directory.length() + 1);
                String name =
                        own.substring(0, Math.max(0, own.lastIndexOf('.'))).replace('/', '.');
                Extension made = Extension.of(ModuleKind.PLUGIN, current, line);
                made.words().add(own);
                extensions.putIfAbsent(name, made);
            }
        }
    }

    /** C libraries that setuptools builds beside the extensions: pairs of a name and settings. */
    private void libraries(PythonValue list, int line) {
        for (PythonValue pair : list.values()) {
            List<PythonValue> parts = pair.values();
            String name = pair.text();
            if (name != null && parts.size() > 1) {
                extensions
                        .computeIfAbsent(name, any -> Extension.of(ModuleKind.LIBRARY, current, line))
                        .words()
                        .addAll(parts.get(1).at("sources").texts());
            }
        }
    }

    private PythonValue glob(PythonValue pattern) {
        List<PythonValue> files = new ArrayList<>();
        String directory = TreePath.parent(path);
        int prefix = directory.isEmpty() ? 0 : directory.length() + 1;
        for (String file : sources.files(path, directory, pattern.texts())) {
            if (TreePath.within(file, directory)) {
                files.add(new PythonValue.Text(file.substring(prefix)));
            }
        }
        return new PythonValue.Items(files);
    }

    /** An extension or library: what it is, its words for files, what it links, and its line. */
    private record Extension(ModuleKind kind, Set<String> words, Set<String> links, String path, int line) {
        static Extension of(ModuleKind kind, String path, int line) {
            return new Extension(kind, new LinkedHashSet<>(), new LinkedHashSet<>(), path, line);
        }
    }
}
