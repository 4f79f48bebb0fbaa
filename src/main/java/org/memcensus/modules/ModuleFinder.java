package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

/** Groups counted files into modules: by what the build declares, else by directory, else by family of files. */
public final class ModuleFinder {
    /** Files of a tree whose build systems are read by several threads. */
    private static final int LEAST_PARALLEL = 5000;

    private final ModuleMode mode;
    private final List<BuildReader> readers;
    private final ModuleMarks marks;

    /**
     * A finder that groups in one way.
     *
     * @param mode how to group
     * @param readers the build systems to ask, the first to declare a file first
     */
    public ModuleFinder(ModuleMode mode, List<BuildReader> readers) {
        this(mode, readers, ModuleMarks.NONE);
    }

    /**
     * A finder that also knows third-party components and implementations that builds choose between.
     *
     * @param mode how to group
     * @param readers the build systems to ask, the first to declare a file first
     * @param marks what tells of them
     */
    public ModuleFinder(ModuleMode mode, List<BuildReader> readers, ModuleMarks marks) {
        this.mode = mode;
        this.readers = List.copyOf(readers);
        this.marks = marks;
    }

    /**
     * Groups every file into exactly one module, sorted by id. The order of the files makes no difference.
     *
     * <p>Core and generated files of a unit are one module; files of each other role are a part of their own, whose id ends
     * in {@code #} and the role. A vendored component is a unit itself and has no such end.
     *
     * @param files all counted files
     * @param reader gives the bytes of build files; for several threads
     * @param notes hears of declarations that cannot be read
     * @param tied whether the ties of the modules will be asked for: what only the files tell of them is then looked up
     *     beside the build files
     */
    public FoundModules find(List<CountedFile> files, FileReader reader, Consumer<Problem> notes, boolean tied) {
        List<CountedFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(CountedFile::path));
        CompletableFuture<IncludeGraph> graph = CompletableFuture.supplyAsync(() -> IncludeGraph.of(sorted));
        Supplier<ImplementationUsers> asked = () -> ImplementationUsers.of(marks.choices(), sorted);
        Supplier<ImplementationUsers> users = tied ? CompletableFuture.supplyAsync(asked)::join : asked;
        Map<String, Unit> units = new HashMap<>(sorted.size() * 2);
        Reasons reasons = new Reasons();
        Declared declared = Declared.nothing(units);
        if (mode != ModuleMode.DIR) {
            units.putAll(Components.of(sorted, marks));
            List<Declaration> declarations = declarations(sorted, reader, notes);
            if (!declarations.isEmpty()) {
                Builds builds =
                        Builds.of(readers.stream().map(BuildReader::name).toList(), declarations);
                Claims claims = new Claims(mode, sorted, units, reasons);
                claims.take(shipping(sorted, declarations), builds);
                declared = new Declared(declarations, units, claims.declared(), builds.order());
            }
        }
        byDirectory(sorted, units, reasons, graph);
        List<Grouping> modules = modules(sorted, units, reasons);
        return new FoundModules(modules, sorted, declared, graph::join, users, marks);
    }

    /**
     * What may have a say over the product: the targets of a build of tests or examples take parts of it, under names that
     * say nothing of them.
     */
    private static List<Declaration> shipping(List<CountedFile> files, List<Declaration> declarations) {
        Set<String> aside = files.stream()
                .filter(file -> file.role() == Role.TEST || file.role() == Role.EXAMPLE)
                .map(CountedFile::path)
                .collect(Collectors.toSet());
        return declarations.stream()
                .filter(each -> each.whole() || !aside.contains(each.path()))
                .toList();
    }

    private List<Declaration> declarations(List<CountedFile> files, FileReader reader, Consumer<Problem> notes) {
        FileTree tree = new FileTree(files.stream().map(CountedFile::path).toList());
        List<String> mayBuild = files.stream()
                .filter(file -> file.role() != Role.VENDORED && file.safety() != Safety.UNSAFE)
                .map(CountedFile::path)
                .toList();
        List<Asked> asked = readers.stream()
                .map(build -> Asked.of(build, mayBuild))
                .filter(each -> !each.buildFiles().isEmpty())
                .toList();
        // In a small tree threads would cost more than they save, and a batch keeps all processors busy anyway.
        List<Read> read = (files.size() < LEAST_PARALLEL ? asked.stream() : asked.parallelStream())
                .map(each -> each.read(tree, reader))
                .toList();
        List<Declaration> declarations = new ArrayList<>();
        for (Read each : read) {
            declarations.addAll(each.declarations());
            each.notes().forEach(notes);
        }
        return declarations;
    }

    /** A build system, and its files in this tree. */
    private record Asked(BuildReader build, List<String> buildFiles) {
        static Asked of(BuildReader build, List<String> paths) {
            return new Asked(build, paths.stream().filter(build::reads).toList());
        }

        Read read(FileTree tree, FileReader reader) {
            List<Problem> notes = new ArrayList<>();
            try {
                return new Read(build.read(buildFiles, tree, reader, notes::add), notes);
            } catch (RuntimeException | StackOverflowError e) {
                // This is a conscious exception: our mistake in reading one build must not cost the whole census.
                notes.add(new Problem(
                        buildFiles.get(0),
                        "memcensus has a bug, please report it: files of " + build.name() + " go by directory: " + e));
                return new Read(List.of(), notes);
            }
        }
    }

    /** What one build reader found, and what it could not read. */
    private record Read(List<Declaration> declarations, List<Problem> notes) {}

    /** What no build claims goes by directory, and the code of a flat directory by family. */
    private void byDirectory(
            List<CountedFile> files, Map<String, Unit> units, Reasons reasons, CompletableFuture<IncludeGraph> graph) {
        Map<String, List<CountedFile>> code = new TreeMap<>();
        Map<String, Unit> directories = new HashMap<>();
        for (CountedFile file : files) {
            if (!units.containsKey(file.path())) {
                String directory = TreePath.parent(file.path());
                if (mode == ModuleMode.AUTO && splits(file)) {
                    code.computeIfAbsent(directory, any -> new ArrayList<>()).add(file);
                }
                units.put(file.path(), directories.computeIfAbsent(directory, Unit::directory));
            }
        }
        code.entrySet().removeIf(each -> !FlatDirectory.is(each.getKey(), each.getValue()));
        Set<String> shared = code.isEmpty() ? Set.of() : graph.join().includedFromElsewhere();
        code.forEach((directory, members) -> {
            Families families = Families.of(members, shared);
            families.result().forEach((stem, family) -> {
                Unit unit = Unit.family(directory, stem);
                family.forEach(file -> {
                    units.put(file.path(), unit);
                    reasons.add(file.path(), families.why(file.path()));
                });
            });
        });
    }

    /** Families are for code that is compiled file by file: in safe languages the directory or package is the unit. */
    private static boolean splits(CountedFile file) {
        return file.safety() == Safety.UNSAFE && partRole(file.role()) == Role.CORE;
    }

    private static Role partRole(Role role) {
        return role == Role.GENERATED ? Role.CORE : role;
    }

    private static List<Grouping> modules(List<CountedFile> files, Map<String, Unit> units, Reasons reasons) {
        Map<String, Parts> parts = new HashMap<>();
        for (CountedFile file : files) {
            Unit unit = Objects.requireNonNull(units.get(file.path()));
            parts.computeIfAbsent(unit.id(), any -> new Parts(unit, new EnumMap<>(Role.class)))
                    .members
                    .computeIfAbsent(partRole(file.role()), any -> new ArrayList<>())
                    .add(file);
        }
        List<Grouping> modules = new ArrayList<>();
        parts.values()
                .forEach(part -> part.members.forEach(
                        (role, members) -> modules.add(module(part.unit, role, members, reasons))));
        modules.sort(Comparator.comparing(grouping -> grouping.module().id()));
        return modules;
    }

    /** A unit and its files, by role. */
    private record Parts(Unit unit, Map<Role, List<CountedFile>> members) {}

    private static Grouping module(Unit unit, Role role, List<CountedFile> files, Reasons reasons) {
        boolean main = role == Role.CORE || unit.kind() == ModuleKind.VENDORED;
        String suffix = main ? (looksSuffixed(unit.id()) ? "#" + Role.CORE.label() : "") : "#" + role.label();
        String reason = main ? unit.reason() : unit.reason() + ", its " + role.label() + " files";
        return new Grouping(
                new CodeModule(unit.id() + suffix, unit.name(), unit.kind(), unit.path(), role, files),
                reason,
                reasons.of(files));
    }

    /** A path may itself end like a part's id: its core part then says that it is one, so that no two ids are equal. */
    private static boolean looksSuffixed(String id) {
        int mark = id.lastIndexOf('#');
        return mark >= 0 && Arrays.stream(Role.values()).anyMatch(role -> id.endsWith("#" + role.label()));
    }
}
