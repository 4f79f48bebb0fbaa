package org.memcensus.modules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.memcensus.model.ModuleKind;

/** A target while CMake files are read. */
final class CMakeTarget {
    /** Far more than any known target links. */
    private static final int MAX_LINKS = 1000;

    private final String name;
    private final ModuleKind kind;
    private final String path;
    private final int line;
    private final Set<String> files = new TreeSet<>();
    private final Set<String> links = new TreeSet<>();
    private final Set<String> objects = new LinkedHashSet<>();

    /**
     * A target without files.
     *
     * @param name its name
     * @param kind what it makes
     * @param path the file that declares it
     * @param line the line of its declaration
     */
    CMakeTarget(String name, ModuleKind kind, String path, int line) {
        this.name = name;
        this.kind = kind;
        this.path = path;
        this.line = line;
    }

    /** Gives it files of the tree. */
    void add(Collection<String> more) {
        files.addAll(more);
    }

    /** Links another target's objects into it. */
    void addObjects(String target) {
        objects.add(target);
    }

    /** Links libraries to it: targets, files and keywords, as written. */
    void addLinks(Collection<String> libraries) {
        libraries.stream()
                .filter(library -> !library.isEmpty() && library.indexOf('$') < 0 && links.size() < MAX_LINKS)
                .forEach(links::add);
    }

    /** The finished declaration; the files of an object library are those of who links it too. */
    Declaration declaration(Map<String, CMakeTarget> all) {
        Set<String> own = new TreeSet<>(files);
        for (String object : objects) {
            CMakeTarget library = all.get(object);
            if (library != null) {
                own.addAll(library.files);
            }
        }
        return new Declaration(
                "cmake",
                name,
                kind,
                TreePath.parent(path),
                List.copyOf(own),
                false,
                path,
                line,
                List.copyOf(links),
                List.of());
    }
}
