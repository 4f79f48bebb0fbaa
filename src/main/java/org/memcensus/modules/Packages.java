package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
        String directory = "";
        String owner = owner(directory);
        for (String path : tree.all()) {
            // Files follow each other directory by directory.
            if (path.lastIndexOf('/') != directory.length() || !path.startsWith(directory)) {
                directory = TreePath.parent(path);
                owner = owner(directory);
            }
            if (owner != null && wanted.test(path)) {
                files.computeIfAbsent(owner, any -> new ArrayList<>()).add(path);
            }
        }
        return files;
    }

    /** The directory of the package that a directory is part of; null where it is of none. */
    private @Nullable String owner(String directory) {
        String owner = directory;
        while (!packages.containsKey(owner)) {
            if (owner.isEmpty()) {
                return null;
            }
            owner = TreePath.parent(owner);
        }
        return owner;
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
                        found.line())
                .linking(found.links())));
        return declarations;
    }

    /**
     * A package.
     *
     * @param name its name
     * @param kind what it makes
     * @param path the file that declares it
     * @param line the line that names it, from 1
     * @param links the packages that it is built with, as {@link Declaration#links}
     */
    record Found(String name, ModuleKind kind, String path, int line, List<String> links) {
        Found {
            links = List.copyOf(links);
        }

        /** The same, built with these too. */
        Found linking(List<Declaration> parts) {
            List<String> all = new ArrayList<>(links);
            parts.forEach(part -> all.add(LinkNames.label(part.directory(), part.name())));
            return new Found(name, kind, path, line, all);
        }

        /** A package that names no others. */
        Found(String name, ModuleKind kind, String path, int line) {
            this(name, kind, path, line, List.of());
        }
    }
}
