package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Glob;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

/** Finds the third-party components that vendored files are parts of. */
final class Components {
    /** Directories that hold components side by side. */
    private static final Set<String> SHELVES = Set.of(
            "third_party",
            "third-party",
            "thirdparty",
            "3rdparty",
            "3rd_party",
            "3rd-party",
            "vendor",
            "vendors",
            "vendored",
            "deps",
            "dependencies",
            "external",
            "externals",
            "extern",
            "ext",
            "contrib",
            "subprojects",
            "node_modules",
            "bower_components",
            "bundled",
            "submodules",
            "Godeps",
            "_vendor");

    /** Shelves name a component by a host too, as Go does, and by its owner at these. */
    private static final Set<String> HOSTS =
            Set.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "golang.org");

    /** Where Go lists what it has put on a shelf: the names there begin with hosts. */
    private static final String GO_SHELF = "modules.txt";

    /** Directories of all that stands on a shelf, by what it is; none is the name of a component. */
    private static final Set<String> INNER =
            Set.of("src", "source", "sources", "include", "includes", "inc", "lib", "libs");

    /** A component with more files than this is a project of its own size and is shown by directories. */
    private static final int MAX_FILES = 1000;

    private Components() {}

    /**
     * The unit of each vendored file.
     *
     * @param files all counted files
     * @param marks components whose files may lie among others, and where other repositories stand
     */
    static Map<String, Unit> of(List<CountedFile> files, ModuleMarks marks) {
        Set<String> shared = new HashSet<>();
        for (CountedFile file : files) {
            if (file.role() == Role.CORE && file.safety() != Safety.NONE) {
                shared.add(TreePath.parent(file.path()));
            }
        }
        Set<String> mixed = mixed(files);
        Set<String> hosted = files.stream()
                .map(CountedFile::path)
                .filter(path -> TreePath.isNamed(path, GO_SHELF))
                .map(TreePath::parent)
                .collect(Collectors.toSet());
        Map<String, List<CountedFile>> components = new HashMap<>();
        for (CountedFile file : files) {
            if (file.role() == Role.VENDORED) {
                components
                        .computeIfAbsent(root(file.path(), mixed, hosted, marks.submodules()), any -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<String, Unit> units = new HashMap<>();
        components.forEach((root, members) -> {
            String shelf = shelf(root);
            if (shelf != null || shared.contains(root)) {
                units.putAll(families(root, members, marks.upstreams()));
            }
            if (shelf != null) {
                byName(shelf, root, members, units);
            }
            boolean large = members.size() > MAX_FILES;
            Unit whole = Unit.vendored(root);
            Map<String, Unit> parts = new HashMap<>();
            for (CountedFile file : members) {
                units.computeIfAbsent(
                        file.path(),
                        path -> large ? parts.computeIfAbsent(TreePath.parent(path), Unit::vendored) : whole);
            }
        });
        return units;
    }

    /**
     * Directories that hold other files than those of components. Tests and documentation of a component, and what it has
     * generated, have roles of their own: they make none of a directory in which vendored files lie.
     */
    private static Set<String> mixed(List<CountedFile> files) {
        Set<String> mixed = new HashSet<>();
        Set<String> beside = new HashSet<>();
        Set<String> holding = new HashSet<>();
        for (CountedFile file : files) {
            String directory = TreePath.parent(file.path());
            if (file.role() == Role.VENDORED) {
                holding.add(directory);
            } else {
                Set<String> around = file.role() == Role.CORE ? mixed : beside;
                while (around.add(directory) && !directory.isEmpty()) {
                    directory = TreePath.parent(directory);
                }
            }
        }
        beside.removeAll(holding);
        mixed.addAll(beside);
        return mixed;
    }

    /** The known components that have vendored files directly in a directory that holds the project's own code too. */
    private static Map<String, Unit> families(
            String directory, List<CountedFile> members, List<ModuleMarks.Upstream> known) {
        Map<String, CountedFile> names = new HashMap<>();
        for (CountedFile file : members) {
            if (TreePath.parent(file.path()).equals(directory)) {
                names.put(TreePath.name(file.path()), file);
            }
        }
        Map<String, Unit> units = new HashMap<>();
        for (ModuleMarks.Upstream component : known) {
            if (names.containsKey(component.file()) && !component.files().isEmpty()) {
                Unit unit = Unit.vendored(directory, component.name());
                List<Glob> family = component.files().stream().map(Glob::new).toList();
                names.forEach((name, file) -> {
                    if (family.stream().anyMatch(glob -> glob.matches(name))) {
                        units.putIfAbsent(file.path(), unit);
                    }
                });
            }
        }
        return units;
    }

    /** The shelf that a directory is, or whose sources or headers it holds; null where it holds those of one component. */
    private static @Nullable String shelf(String directory) {
        if (SHELVES.contains(TreePath.name(directory))) {
            return directory;
        }
        String around = TreePath.parent(directory);
        return INNER.contains(TreePath.name(directory)) && SHELVES.contains(TreePath.name(around)) ? around : null;
    }

    /**
     * What lies on a shelf as single files: by their names, where no component is known to have them. Headers and sources of
     * one name belong together where they lie apart.
     */
    private static void byName(String shelf, String directory, List<CountedFile> members, Map<String, Unit> units) {
        List<CountedFile> open = members.stream()
                .filter(file -> file.safety() != Safety.NONE
                        && !units.containsKey(file.path())
                        && TreePath.parent(file.path()).equals(directory))
                .toList();
        Families.of(open, Set.of())
                .result()
                .forEach((name, family) -> family.forEach(file -> units.put(file.path(), Unit.vendored(shelf, name))));
    }

    /**
     * The repository of its own, or the directory below the innermost shelf, or else the topmost directory that holds nothing
     * but vendored files.
     */
    private static String root(String path, Set<String> mixed, Set<String> hosted, Set<String> submodules) {
        String repository = submodules.isEmpty() ? "" : TreePath.parent(path);
        while (!repository.isEmpty() && !submodules.contains(repository)) {
            repository = TreePath.parent(repository);
        }
        if (!repository.isEmpty()) {
            return repository;
        }
        String[] names = path.split("/", -1);
        for (int i = names.length - 2; i >= 0; i--) {
            if (SHELVES.contains(names[i])) {
                int own = INNER.contains(names[i + 1]) && i + 3 < names.length ? i + 2 : i + 1;
                int depth = own + 1;
                if (depth < names.length && names[own].startsWith("@")) {
                    depth++;
                } else if (HOSTS.contains(names[own])) {
                    depth += 2;
                } else if (names[own].indexOf('.') > 0 && hosted.contains(first(names, i + 1))) {
                    depth++;
                }
                return first(names, Math.min(depth, names.length - 1));
            }
        }
        for (int depth = 1; depth < names.length; depth++) {
            String directory = first(names, depth);
            if (!mixed.contains(directory)) {
                return directory;
            }
        }
        return TreePath.parent(path);
    }

    private static String first(String[] names, int depth) {
        return String.join("/", List.of(names).subList(0, depth));
    }
}
