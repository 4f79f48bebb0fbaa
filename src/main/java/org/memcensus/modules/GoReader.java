package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads Go modules: each directory with Go files is a package. What cgo compiles there, C and the like, is a library of its
 * own beside the package.
 */
final class GoReader implements BuildReader {
    private static final Pattern MODULE =
            Pattern.compile("\\s*module\\s+[\"`]?([^\\s\"`]{1,300})[\"`]?\\s*(?://.{0,300})?");

    /** Endings that cgo hands to a C, C++, Objective-C or Fortran compiler, and headers. */
    private static final Set<String> NATIVE =
            Set.of("c", "cc", "cpp", "cxx", "m", "h", "hh", "hpp", "hxx", "f", "F", "for", "f90");

    /** A module's path may end in its major version, which is no name. */
    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,4}");

    /** Characters of source files whose imports are looked for: more than any known tree has. */
    private static final long BUDGET = 1L << 28;

    /** What lies below a directory of this name are packages of other modules, by Go's own rule. */
    private static final String VENDOR = "vendor/";

    /** What is called so holds all that cgo compiles in a directory. */
    private static final String CGO = "cgo";

    @Override
    public String name() {
        return "go";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "go.mod");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        NavigableMap<String, Module> modules = new TreeMap<>();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            Module module = text == null ? null : module(path, text);
            if (module != null) {
                modules.put(TreePath.parent(path), module);
            } else if (text != null) {
                notes.accept(new Problem(path, "go.mod without a module path"));
            }
        }
        GoImports imports = new GoImports(reader, new Budget(BUDGET));
        modules.forEach((directory, module) -> imports.add(module.imported(), directory));
        Map<String, List<String>> packages = packages(tree);
        List<Declaration> declarations = new ArrayList<>();
        packages.forEach((directory, files) -> {
            Module module = owner(directory, modules);
            if (module != null) {
                declare(directory, files, module, imports, declarations);
            }
        });
        return declarations;
    }

    private static @Nullable Module module(String path, String text) {
        int line = 0;
        for (String each : text.lines().toList()) {
            line++;
            Matcher matcher = MODULE.matcher(each.length() > 1000 ? "" : each);
            if (matcher.matches()) {
                return new Module(lastName(matcher.group(1)), matcher.group(1), path, line);
            }
        }
        return null;
    }

    private static String lastName(String path) {
        String name = TreePath.name(path);
        return VERSION.matcher(name).matches() && path.indexOf('/') >= 0 ? TreePath.name(TreePath.parent(path)) : name;
    }

    /** All files of each directory that holds Go files of the tree's own. */
    private static Map<String, List<String>> packages(FileTree tree) {
        Map<String, List<String>> packages = new TreeMap<>();
        for (String path : tree.all()) {
            if (path.endsWith(".go") && !path.startsWith(VENDOR) && !path.contains("/" + VENDOR)) {
                packages.computeIfAbsent(TreePath.parent(path), any -> new ArrayList<>());
            }
        }
        if (!packages.isEmpty()) {
            for (String path : tree.all()) {
                List<String> files = packages.get(TreePath.parent(path));
                if (files != null) {
                    files.add(path);
                }
            }
        }
        return packages;
    }

    /** The module that a package is of: the nearest above it. */
    private static @Nullable Module owner(String directory, Map<String, Module> modules) {
        String owner = directory;
        while (!modules.containsKey(owner) && !owner.isEmpty()) {
            owner = TreePath.parent(owner);
        }
        return modules.get(owner);
    }

    private void declare(
            String directory, List<String> files, Module module, GoImports imports, List<Declaration> declarations) {
        List<String> own = new ArrayList<>();
        List<String> compiled = new ArrayList<>();
        for (String path : files) {
            (NATIVE.contains(path.substring(path.lastIndexOf('.') + 1)) ? compiled : own).add(path);
        }
        String name = directory.equals(TreePath.parent(module.path())) ? module.name() : directory;
        Declaration whole =
                new Declaration(name(), name, ModuleKind.PACKAGE, directory, own, true, module.path(), module.line());
        List<String> links = new ArrayList<>(imports.links(own));
        if (!compiled.isEmpty() && imports.useC(own)) {
            links.add(LinkNames.label(directory, CGO));
            declarations.add(new Declaration(
                    name(), CGO, ModuleKind.LIBRARY, directory, compiled, false, module.path(), module.line()));
        }
        declarations.add(whole.linking(links));
    }

    /** A module's short name, the path that imports of it begin with, and where it is declared. */
    private record Module(String name, String imported, String path, int line) {}
}
