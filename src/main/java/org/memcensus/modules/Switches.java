package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;
import org.memcensus.model.Ties;

/**
 * Finds out whether the build already chooses between implementations of a module.
 *
 * <p>An option to leave a feature out is no such choice. It takes a kind of component of which the build knows two
 * implementations by options, or one that is memory-safe; and a module with a source or a directory that is named after one
 * of them. A vendored component may also be chosen against the system's copy of it, and a kernel driver against its twin in
 * Rust.
 */
final class Switches {
    /** More files with options than any known tree but a kernel's has. */
    private static final int MAX_FILES = 2000;

    private static final int MAX_OPTIONS = 50_000;

    /** The sources named after an implementation are at least one part in so many of a module's unsafe code. */
    private static final int LEAST_SHARE = 10;

    /** What the names of options say beside what is chosen. */
    private static final Set<String> COMMON =
            Set.of("with", "enable", "use", "d", "backend", "lib", "library", "build", "have", "config");

    /** What an option says that takes a feature away rather than choose how it is done. */
    private static final Set<String> REMOVERS = Set.of("disable", "no", "without", "debug", "test", "tests");

    private final List<Kind> kinds = new ArrayList<>();
    private final List<BuildOptions.Option> options;
    private final CodeSwitches code;

    /** A kernel's options for Rust, by their directories. */
    private final Map<String, List<BuildOptions.Option>> twins = new HashMap<>();

    private Switches(List<ModuleMarks.Choice> choices, List<BuildOptions.Option> options, CodeSwitches code) {
        this.options = options;
        this.code = code;
        for (BuildOptions.Option option : options) {
            if (TreePath.isNamed(option.place().path(), "Kconfig")) {
                twins.computeIfAbsent(TreePath.parent(option.place().path()), any -> new ArrayList<>())
                        .add(option);
            }
        }
        for (ModuleMarks.Choice choice : choices) {
            Kind kind = Kind.of(choice, options);
            if (kind != null) {
                kinds.add(kind);
            }
        }
    }

    /** The switches of a tree, by its build files. */
    static Switches of(
            List<ModuleMarks.Choice> choices,
            ImplementationUsers users,
            List<CountedFile> files,
            FileReader reader,
            Consumer<Problem> notes) {
        Set<String> rust = new HashSet<>();
        List<String> builds = new ArrayList<>();
        for (CountedFile file : files) {
            if (file.path().endsWith(".rs")) {
                rust.add(TreePath.parent(file.path()));
            } else if (file.role() != Role.VENDORED && file.role() != Role.TEST && BuildOptions.reads(file.path())) {
                builds.add(file.path());
            }
        }
        // A kernel's options are thousands, and those that matter here stand beside the code that they choose.
        builds.removeIf(path -> TreePath.name(path).equals("Kconfig") && !rust.contains(TreePath.parent(path)));
        List<BuildOptions.Option> options = new ArrayList<>();
        for (String path : builds.subList(0, Math.min(builds.size(), MAX_FILES))) {
            if (options.size() >= MAX_OPTIONS) {
                notes.accept(new Problem(path, "too many build options: those from here on are left out"));
                break;
            }
            String text = BuildFile.text(path, reader, notes);
            if (text != null) {
                options.addAll(BuildOptions.of(path, text));
            }
        }
        options.removeIf(option -> option.words().stream().anyMatch(REMOVERS::contains));
        return new Switches(choices, options, new CodeSwitches(choices, users, reader));
    }

    /** The switch for a module; null where there is none. */
    Ties.@Nullable BuildSwitch of(CodeModule module, Ties.@Nullable Upstream upstream) {
        if (!module.role().shipped() || module.unsafeCode() == 0) {
            return null;
        }
        Ties.BuildSwitch option = byOption(module);
        if (option == null) {
            option = code.of(module);
        }
        if (option == null && module.kind() == ModuleKind.VENDORED) {
            option = system(module, upstream);
        }
        return option != null ? option : twin(module);
    }

    /** The option for an implementation that a module is named after. */
    private Ties.@Nullable BuildSwitch byOption(CodeModule module) {
        Map<String, Long> names = kinds.isEmpty() ? Map.of() : names(module);
        BuildOptions.Option best = null;
        for (Kind kind : kinds) {
            for (Map.Entry<String, List<BuildOptions.Option>> known :
                    kind.byName().entrySet()) {
                // One source of many is a wrapper around an implementation rather than what is chosen.
                boolean safe = kind.safe().contains(known.getKey());
                long own = names.getOrDefault(known.getKey(), 0L);
                if (own > 0 && (safe || own * LEAST_SHARE >= module.unsafeCode())) {
                    BuildOptions.Option option = nearest(known.getValue(), names.keySet());
                    if (safe) {
                        return option.place();
                    }
                    best = best == null ? option : nearest(List.of(best, option), names.keySet());
                }
            }
        }
        return best == null ? null : best.place();
    }

    /** The option to take the system's copy of a vendored component, or to take this one. */
    private Ties.@Nullable BuildSwitch system(CodeModule module, Ties.@Nullable Upstream upstream) {
        String name = TreePath.name(module.path()).toLowerCase(Locale.ROOT);
        Set<String> own = new HashSet<>(BuildOptions.words(name));
        own.add(name.replaceAll("[^a-z0-9]+", ""));
        if (upstream != null) {
            own.addAll(BuildOptions.words(upstream.name()));
        }
        for (BuildOptions.Option option : options) {
            boolean chooses = option.words().contains("system")
                    || option.words().contains("bundled")
                    || option.words().contains("internal")
                    || option.words().contains("external");
            if (chooses && option.words().stream().anyMatch(own::contains)) {
                return option.place();
            }
        }
        return null;
    }

    /** The option of a kernel that takes a driver in Rust instead: it stands beside both. */
    private Ties.@Nullable BuildSwitch twin(CodeModule module) {
        List<BuildOptions.Option> beside = twins.getOrDefault(module.path(), List.of());
        Set<String> names = beside.isEmpty() ? Set.of() : names(module).keySet();
        for (BuildOptions.Option option : beside) {
            if (option.words().stream().anyMatch(word -> !word.equals("rust") && names.contains(word))) {
                return option.place();
            }
        }
        return null;
    }

    /**
     * The option whose name says least that is neither in the module's names nor what all options say; then one with choices
     * before one that is on or off; then the shorter name; then the place.
     */
    private static BuildOptions.Option nearest(Collection<BuildOptions.Option> options, Set<String> names) {
        return Collections.min(
                options,
                Comparator.comparingLong((BuildOptions.Option option) -> option.nameWords().stream()
                                .filter(word -> !names.contains(word) && !COMMON.contains(word))
                                .count())
                        .thenComparing(option -> option.choices().isEmpty())
                        .thenComparingInt(option -> option.place().name().length())
                        .thenComparing(option -> option.place().path())
                        .thenComparingInt(option -> option.place().line()));
    }

    /** The words in the names of a module's sources and of its directory, with the unsafe code that each stands for. */
    private static Map<String, Long> names(CodeModule module) {
        Map<String, Long> names = new HashMap<>();
        for (CountedFile file : module.files()) {
            if (file.unsafeCode() > 0) {
                new HashSet<>(BuildOptions.words(TreePath.stem(file.path())))
                        .forEach(word -> names.merge(word, file.unsafeCode(), Long::sum));
            }
        }
        BuildOptions.words(TreePath.name(module.path())).forEach(word -> names.put(word, module.unsafeCode()));
        return names;
    }

    /**
     * A kind of component that the build chooses an implementation of.
     *
     * @param byName the options for each implementation
     * @param safe memory-safe implementations
     */
    private record Kind(Map<String, List<BuildOptions.Option>> byName, Set<String> safe) {
        static @Nullable Kind of(ModuleMarks.Choice choice, Collection<BuildOptions.Option> options) {
            Map<String, List<BuildOptions.Option>> byName = new TreeMap<>();
            for (BuildOptions.Option option : options) {
                for (String name : choice.implementations()) {
                    if (option.words().contains(name) || option.choices().contains(name)) {
                        byName.computeIfAbsent(name, any -> new ArrayList<>()).add(option);
                    }
                }
            }
            Set<String> safe = new HashSet<>(choice.safe());
            boolean chosen = byName.size() > 1 || byName.keySet().stream().anyMatch(safe::contains);
            return chosen ? new Kind(byName, safe) : null;
        }
    }
}
