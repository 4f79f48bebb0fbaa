package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.memcensus.model.ModuleKind;

/** Packages of one package manager: each owns the files below its directory, up to the next package. */
final class Packages {
    private final NavigableMap<String, Found> packages = new TreeMap<>();

    /** Adds a package; of several in one directory the first stays. */
    void add(String directory, Found found) {
        packages.putIfAbsent(directory, found);
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return packages.isEmpty();
    }

    /** Declares all packages with every file below them. */
    List<Declaration> declarations(String system, FileTree tree) {
        return declarations(system, owned(tree, path -> true));
    }

    /**
     * Declares all packages, each with its own sources and what lies beside them: elsewhere below its directory a tree may
     * hold much that is none of the package's, if that is at the root of a repository of several languages.
     */
    List<Declaration> declarations(String system, FileTree tree, Predicate<String> own) {
        Set<String> directories = new HashSet<>(packages.keySet());
        for (String path : tree.all()) {
            if (own.test(path)) {
                directories.add(TreePath.parent(path));
            }
        }
        return declarations(system, owned(tree, path -> directories.contains(TreePath.parent(path))));
    }

    private Map<String, List<String>> owned(FileTree tree, Predicate<String> wanted) {
        Map<String, List<String>> files = new TreeMap<>();
        for (String path : tree.all()) {
            String owner = TreePath.parent(path);
            while (!packages.containsKey(owner) && !owner.isEmpty()) {
                owner = TreePath.parent(owner);
            }
            if (packages.containsKey(owner) && wanted.test(path)) {
                files.computeIfAbsent(owner, any -> new ArrayList<>()).add(path);
            }
        }
        return files;
    }

    private List<Declaration> declarations(String system, Map<String, List<String>> files) {
        List<Declaration> declarations = new ArrayList<>();
        packages.forEach((directory, found) -> declarations.add(new Declaration(
                system,
                found.name(),
                found.kind(),
                directory,
                files.getOrDefault(directory, List.of()),
                true,
                found.path(),
                found.line())));
        return declarations;
    }

    /**
     * A package.
     *
     * @param name its name
     * @param kind what it makes
     * @param path the file that declares it
     * @param line the line that names it, from 1
     */
    record Found(String name, ModuleKind kind, String path, int line) {}
}
