package org.memcensus.modules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.memcensus.model.ModuleKind;

/** A target while build files are read. */
final class Target {
    /** Far more than any known target links. */
    private static final int MAX_LINKS = 1000;

    private final String system;
    private final String name;
    private final ModuleKind kind;
    private final String path;
    private final int line;
    private final Set<String> files = new TreeSet<>();
    private final Set<String> objects = new LinkedHashSet<>();
    private final Set<String> links = new TreeSet<>();
    private Declaration.Use use = Declaration.Use.UNKNOWN;

    /**
     * A target without files.
     *
     * @param system name of the build system
     * @param name its name
     * @param kind what it makes
     * @param path the file that declares it
     * @param line the line of its declaration
     */
    Target(String system, String name, ModuleKind kind, String path, int line) {
        this.system = system;
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

    /** Tells that the build installs what it makes. */
    void deliver() {
        use = Declaration.Use.INSTALLED;
    }

    /** Tells that the build only runs what it makes, unless it is installed too. */
    void runWhileBuilding() {
        use = use == Declaration.Use.INSTALLED ? use : Declaration.Use.BUILD;
    }

    /** Whether it is worth to be declared: it has files, and is no program that only tests others. */
    boolean counts() {
        return !files.isEmpty() && !tests();
    }

    /** Whether it is a program that only tests others. */
    boolean tests() {
        return TestPrograms.is(name, kind);
    }

    /** The finished declaration, where no target links objects of others. */
    Declaration declaration() {
        return declaration(Map.of());
    }

    /** The finished declaration; the files of an object library are those of who links it too. */
    Declaration declaration(Map<String, Target> all) {
        Set<String> own = new TreeSet<>(files);
        for (String object : objects) {
            Target library = all.get(object);
            if (library != null) {
                own.addAll(library.files);
            }
        }
        return new Declaration(
                system, name, kind, home(own), List.copyOf(own), false, path, line, List.copyOf(links), List.of(), use);
    }

    /**
     * The directory that it belongs to: that of its declaration, unless the build is kept apart from the sources
     * ({@code contrib/buildsystems}). Then it is theirs.
     */
    private String home(Set<String> own) {
        String declared = TreePath.parent(path);
        String common = "";
        boolean first = true;
        for (String file : own) {
            if (TreePath.within(file, declared)) {
                return declared;
            }
            common = first ? TreePath.parent(file) : common;
            while (!TreePath.within(file, common)) {
                common = TreePath.parent(common);
            }
            first = false;
        }
        return first ? declared : common;
    }
}
