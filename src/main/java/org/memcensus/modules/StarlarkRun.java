package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * One reading of all Starlark build files of a tree: their packages, the constants that they load from files beside them, and
 * the rules and macros that they call. Bodies of macros are not followed.
 */
final class StarlarkRun {
    /** Steps that all build files together may take: abseil's take one million. */
    private static final long BUDGET = 64L << 20;

    /** What a word costs that is kept until all files are read. */
    private static final long KEPT = 20;

    private static final int MAX_LOADS = 20;
    private static final int MAX_GROUPS = 10;

    /** A target of so few files that nobody outside may use is a helper: a part of its package, not a unit. */
    private static final int MAX_HELPER = 2;

    private static final List<String> ROOTS =
            List.of("MODULE.bazel", "WORKSPACE", "WORKSPACE.bazel", ".buckconfig", "REPO.bazel");

    private final String system;
    private final List<String> names;
    private final FileTree tree;
    private final FileReader reader;
    private final Consumer<Problem> problems;
    private final ReaderNotes notes;
    private final Budget budget = new Budget(BUDGET);
    private final SourceList sources;
    private final Map<String, PythonRun> loaded = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final Set<String> packages = new HashSet<>();
    private int loads;

    /**
     * A run over a tree.
     *
     * @param system name of the build system
     * @param names names of its build files, the one that wins first
     * @param tree paths of the tree
     * @param reader gives the bytes of a file
     * @param notes hears what cannot be read
     */
    StarlarkRun(String system, List<String> names, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        this.system = system;
        this.names = names;
        this.tree = tree;
        this.reader = reader;
        this.problems = notes;
        this.notes = new ReaderNotes(notes);
        this.sources = new SourceList(tree, budget, this.notes);
    }

    /** Reads build files and gives their targets. */
    List<Declaration> read(List<String> buildFiles) {
        buildFiles.forEach(path -> packages.add(TreePath.parent(path)));
        for (String path : buildFiles) {
            String directory = TreePath.parent(path);
            String winner = names.stream()
                    .map(name -> TreePath.join(directory, name))
                    .filter(tree::contains)
                    .findFirst()
                    .orElse(path);
            if (winner.equals(path)) {
                script(path, directory, directory);
            }
        }
        return targets.stream().map(this::declaration).flatMap(Optional::stream).toList();
    }

    private static boolean isPublic(PythonValue visibility) {
        return visibility.texts().stream()
                .anyMatch(word -> word.endsWith("visibility:public") || word.equals("PUBLIC"));
    }

    /** Runs one file; paths in it are relative to its own package, or for a loaded file to the one that loads. */
    private PythonRun script(String path, String directory, String root) {
        Place place = new Place(path, directory, root(root));
        PythonRun run = new PythonRun((name, arguments) -> call(name, arguments, place), budget, false);
        run.set("True", new PythonValue.Text("True"));
        loaded.put(path, run);
        List<PythonStatement> statements = PythonFile.statements(path, reader, problems, false, budget);
        place.run = run;
        if (statements != null && !run.run(statements)) {
            notes.costly(path);
        }
        return run;
    }

    /** The directory that {@code //} means. */
    private String root(String directory) {
        String root = directory;
        while (!root.isEmpty()) {
            String here = root;
            if (ROOTS.stream().anyMatch(name -> tree.contains(TreePath.join(here, name)))) {
                return root;
            }
            root = TreePath.parent(root);
        }
        return root;
    }

    private @Nullable PythonValue call(String called, PythonRun.Arguments arguments, Place place) {
        String rule = called.substring(called.lastIndexOf('.') + 1);
        switch (rule) {
            case "load" -> {
                load(arguments, place);
                return PythonValue.unknown();
            }
            case "glob", "subdir_glob" -> {
                return glob(arguments, place);
            }
            case "select" -> {
                PythonValue any = PythonValue.unknown();
                for (PythonValue value : arguments.get("", 0).values()) {
                    boolean affordable = budget.spend(any.values().size() + 1L);
                    any = affordable ? PythonValue.either(any, value) : any;
                }
                return any;
            }
            case "package" -> {
                place.open = isPublic(arguments.get("default_visibility"));
                return PythonValue.unknown();
            }
            default -> {
                PythonValue name = arguments.get("name");
                if (arguments.named().containsKey("name")) {
                    target(rule, name.text(), arguments, place);
                }
                return null;
            }
        }
    }

    private void load(PythonRun.Arguments arguments, Place place) {
        String label = arguments.get("", 0).text();
        String path = label == null ? null : file(label, place);
        if (path == null || !tree.contains(path) || loads >= MAX_LOADS) {
            return;
        }
        loads++;
        PythonRun from = loaded.get(path);
        if (from == null) {
            from = script(path, TreePath.parent(path), place.root);
        }
        loads--;
        PythonRun into = place.run;
        if (into != null) {
            for (PythonValue symbol :
                    arguments.list().subList(1, arguments.list().size())) {
                String name = symbol.text();
                if (name != null) {
                    into.set(name, from.variable(name));
                }
            }
            for (Map.Entry<String, PythonValue> symbol : arguments.named().entrySet()) {
                String name = symbol.getValue().text();
                into.set(symbol.getKey(), name == null ? PythonValue.unknown() : from.variable(name));
            }
        }
    }

    private PythonValue glob(PythonRun.Arguments arguments, Place place) {
        Set<String> files = new TreeSet<>();
        Stream.concat(arguments.get("include", 0).texts().stream(), arguments.get("srcs").texts().stream())
                .forEach(pattern -> files.addAll(matching(pattern, place)));
        arguments.get("exclude", 1).texts().forEach(pattern -> files.removeAll(matching(pattern, place)));
        if (!budget.spend(KEPT * files.size())) {
            return PythonValue.unknown();
        }
        List<PythonValue> found = new ArrayList<>();
        int prefix = place.directory.isEmpty() ? 0 : place.directory.length() + 1;
        files.forEach(file -> found.add(new PythonValue.Text(file.substring(prefix))));
        return new PythonValue.Items(found);
    }

    /** Files of the package that a pattern matches; those of packages below it are not seen from here. */
    private List<String> matching(String pattern, Place place) {
        return sources.files(place.path, place.directory, List.of(pattern)).stream()
                .filter(file -> TreePath.within(file, place.directory)
                        && packageOf(file).equals(place.directory))
                .toList();
    }

    private String packageOf(String file) {
        String directory = TreePath.parent(file);
        while (!packages.contains(directory) && !directory.isEmpty()) {
            directory = TreePath.parent(directory);
        }
        return directory;
    }

    private void target(String rule, @Nullable String name, PythonRun.Arguments arguments, Place place) {
        ModuleKind kind = StarlarkRules.kind(rule);
        boolean group = rule.contains("filegroup") || rule.equals("exports_files");
        if (kind == null && !group) {
            return;
        }
        if (name == null || name.isBlank() || name.length() > 200) {
            notes.add(
                    place.path,
                    "target at line " + arguments.line() + " has a name that is not known before the build");
            return;
        }
        List<String> words = new ArrayList<>();
        Set<String> links = new TreeSet<>();
        arguments.named().forEach((attribute, value) -> {
            if (attribute.endsWith("deps")) {
                value.values().forEach(each -> each.texts().forEach(label -> links.add(link(label, place))));
            }
            if (StarlarkRules.namesSources(attribute)) {
                value.values().forEach(each -> words.addAll(each.texts()));
            }
        });
        if (!budget.spend(KEPT * words.size())) {
            return;
        }
        groups.put(place.directory + ":" + name, place.labels(words));
        if (kind != null && !"True".equals(arguments.get("testonly").text())) {
            PythonValue visibility = arguments.get("visibility");
            boolean open = visibility instanceof PythonValue.Unknown ? place.open : isPublic(visibility);
            targets.add(new Target(name, kind, place, words, links, open, arguments.line()));
        }
    }

    private Optional<Declaration> declaration(Target target) {
        Set<String> files = new TreeSet<>();
        resolve(target.words(), target.place(), files, 0);
        if (files.isEmpty() || (!target.open() && files.size() <= MAX_HELPER)) {
            return Optional.empty();
        }
        return Optional.of(new Declaration(
                        system,
                        target.name(),
                        target.kind(),
                        target.place().directory,
                        List.copyOf(files),
                        false,
                        target.place().path,
                        target.line())
                .linking(target.links()));
    }

    private void resolve(List<String> words, Place place, Set<String> files, int depth) {
        for (String word : words) {
            if (!budget.spend(1 + word.length())) {
                return;
            }
            String path = file(word, place);
            if (path != null && tree.contains(path)) {
                files.add(path);
            } else if (depth < MAX_GROUPS && (word.startsWith(":") || word.startsWith("//"))) {
                resolve(groups.getOrDefault(group(word, place), List.of()), place, files, depth + 1);
            }
        }
    }

    /** The path that a label names, were it a file; null where it leaves the tree or names another repository. */
    private @Nullable String file(String label, Place place) {
        String own = label.startsWith("@//") ? label.substring(1) : label;
        if (own.startsWith("@") || own.isBlank() || own.indexOf('\n') >= 0) {
            return null;
        }
        if (own.startsWith("//")) {
            return TreePath.resolve(place.root, own.substring(2).replace(':', '/'));
        }
        return TreePath.resolve(place.directory, own.startsWith(":") ? own.substring(1) : own);
    }

    private static String group(String label, Place place) {
        if (label.startsWith(":")) {
            return place.directory + label;
        }
        String path = TreePath.join(place.root, label.substring(2));
        return path.indexOf(':') >= 0 ? path : path + ":" + TreePath.name(path);
    }

    /** A label of another target, from the tree's root; as written where it is of another repository. */
    private static String link(String label, Place place) {
        String own = label.startsWith("@//") ? label.substring(1) : label;
        boolean rooted = own.startsWith(SourcePaths.ROOT) && !place.root.isEmpty();
        return own.startsWith("@")
                ? own
                : LinkNames.label(
                        rooted ? SourcePaths.ROOT + place.root + "/" + own.substring(2) : own, place.directory, true);
    }

    /** Where a rule is called. */
    private static final class Place {
        private final String path;
        private final String directory;
        private final String root;
        private @Nullable PythonRun run;
        private boolean open;

        Place(String path, String directory, String root) {
            this.path = path;
            this.directory = directory;
            this.root = root;
        }

        /** The same words, to be read from any package. */
        List<String> labels(List<String> words) {
            return words.stream()
                    .map(word -> word.startsWith("//") || word.startsWith("@") ? word : label(word))
                    .toList();
        }

        private String label(String word) {
            String own = word.startsWith(":") ? word.substring(1) : word;
            String here = root.isEmpty() || root.equals(directory) ? directory : directory.substring(root.length() + 1);
            return "//" + (root.equals(directory) ? "" : here) + ":" + own;
        }
    }

    /** A target before its labels are resolved. */
    private record Target(
            String name, ModuleKind kind, Place place, List<String> words, Set<String> links, boolean open, int line) {}
}
