package org.memcensus.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.memcensus.model.Advice;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;

/**
 * Finds the entries of the replacement catalogue that fit a module. It would rather miss one than name a wrong one: what a
 * module is takes names of files, a header and functions together; what it uses takes a header and calls.
 */
public final class Adviser {
    /** Easiest first. */
    private static final List<String> SWAP_LEVELS =
            List.of("abi", "build-option", "c-api", "module", "process", "language-only");

    /** Less of a language is no reason to bring a library of it. */
    private static final long LEAST_LINES = 200;

    private final List<Replacement> catalogue;
    private final Components components;
    private final Twins twins;
    private final List<CodeModule> modules;
    private final Ownership ownership;
    private final OwnComponents own;
    private final UsedComponents used;
    private final TwinCallers callers;
    private final BareMachine bare;

    /** Whether the project's own code is in a language: asked for every advice, and told by every file. */
    private final Map<String, Boolean> languages = new ConcurrentHashMap<>();

    /** The patterns that find calls. */
    private final Set<String> patterns = new HashSet<>();

    /** An adviser for a repository whose code has an operating system beneath it. */
    Adviser(List<Replacement> catalogue, List<CodeModule> modules) {
        this(catalogue, modules, AdviceWords.NONE, AdvisedTree.UNKNOWN);
    }

    /**
     * An adviser for one repository.
     *
     * @param catalogue what can replace what
     * @param modules all modules of the repository: a component's header may lie in another module than its code
     * @param words what speaks for code without an operating system, where no replacement can go, and which files list sources
     * @param tree the tree of the repository
     */
    public Adviser(List<Replacement> catalogue, List<CodeModule> modules, AdviceWords words, AdvisedTree tree) {
        this.bare = new BareMachine(words.bare(), tree.paths(), tree.reader());
        this.catalogue = List.copyOf(catalogue);
        this.modules = List.copyOf(modules);
        this.components = Components.find(
                this.catalogue,
                modules.stream().flatMap(module -> module.files().stream()).toList());
        this.ownership = new Ownership(this.catalogue, components, this.modules, tree.copies());
        this.own = new OwnComponents(components, this.modules);
        this.used = new UsedComponents(
                components,
                this.modules,
                ownership,
                new CallSites(components, this.modules, tree.reader()),
                new UnlistedSources(words.lists(), tree.paths(), tree.reader()));
        this.callers = new TwinCallers(this.modules);
        this.twins = new Twins(this.catalogue, this.modules);
        this.catalogue.forEach(entry -> patterns.add(CallPatterns.pattern(entry)));
    }

    /**
     * What the fact finder must look for, beside the evidence rules, so that components can be recognised: a pattern for
     * each component, by the names of its functions. They belong to no question and give no points.
     */
    public static List<Rule> patterns(List<Replacement> catalogue) {
        return CallPatterns.of(catalogue);
    }

    /** What of the counterparts of a module can be put in place as the project stands. */
    public List<Advice> advise(CodeModule module) {
        return usable(module, counterparts(module));
    }

    /**
     * The memory-safe projects that do the work of a module: for what it is, then for what it uses, then for what it does by
     * itself. None where it runs without an operating system.
     */
    public List<Advice> counterparts(CodeModule module) {
        List<Advice> found = find(module);
        return found.isEmpty() || bare.runs(module, modules) ? List.of() : found;
    }

    /**
     * Those of a module's counterparts that can be put in place as the project stands. A library without a C API, or with a
     * part of one, needs a project that holds code in its language already; a program or a library with an interface of its
     * own is a rival of the one that it could replace; a switch is one of the build that comes with the component, not of who
     * holds a copy.
     */
    public List<Advice> usable(CodeModule module, List<Advice> counterparts) {
        return counterparts.stream().filter(advice -> isUsable(module, advice)).toList();
    }

    private boolean isUsable(CodeModule module, Advice advice) {
        Replacement entry = advice.replacement();
        return switch (entry.swapLevel()) {
            case "language-only" -> isWritten(entry.language());
            case "c-api" -> entry.cApi().equals("partial") ? isWritten(entry.language()) : !isRival(module, advice);
            case "process" -> module.role() != Role.CORE;
            case "build-option" -> !ownership.isOthers(module);
            default -> true;
        };
    }

    /**
     * The first of a module's counterparts that is the same thing and cannot be put in its place, and why, as a sentence;
     * empty where there is none.
     */
    public String rival(CodeModule module, List<Advice> counterparts) {
        for (Advice advice : counterparts) {
            Replacement entry = advice.replacement();
            if (advice.fit() == Advice.Fit.IS && !isUsable(module, advice)) {
                String does = entry.project() + " (" + entry.language() + ") does this work";
                return switch (entry.swapLevel()) {
                    case "process" -> does + ", in place of the whole program.";
                    case "language-only" -> does + ", without a C API.";
                    case "build-option" -> does + ", where " + entry.component() + " itself is built.";
                    default ->
                        entry.cApi().equals("partial")
                                ? does + ", with a part of a C API."
                                : does + ", as another library beside this project's own.";
                };
            }
        }
        return "";
    }

    /** Whether a module is the component that its project is about: to become another is no advice to it. */
    private boolean isRival(CodeModule module, Advice advice) {
        return advice.fit() == Advice.Fit.IS && module.role() == Role.CORE && ownership.isSubject(advice.replacement());
    }

    /** Whether the project's own code is in a language, in part. */
    private boolean isWritten(String language) {
        return languages.computeIfAbsent(language, this::holds);
    }

    private boolean holds(String language) {
        return modules.stream()
                        .flatMap(module -> module.files().stream())
                        .filter(file -> file.role() == Role.CORE
                                && file.language().name().equals(language))
                        .mapToLong(file -> file.counts().code())
                        .sum()
                >= LEAST_LINES;
    }

    private List<Advice> find(CodeModule module) {
        if (!module.role().shipped() || module.unsafeCode() == 0) {
            return List.of();
        }
        Set<String> called = called(module);
        boolean near = module.files().stream().anyMatch(file -> components.hold(file.path()));
        List<Advice> advice = new ArrayList<>(ownership.isShelved(module) ? List.of() : twins.of(module));
        advice.removeIf(twin -> ownership.isOwnWork(twin.replacement()) || !callers.serve(twin));
        if (called.isEmpty() && !near) {
            return sorted(module, advice);
        }
        for (Replacement entry : catalogue) {
            Optional<Advice> is = near ? own.is(module, entry) : Optional.empty();
            is.or(() -> called.contains(CallPatterns.pattern(entry)) ? used.uses(module, entry) : Optional.empty())
                    .ifPresent(advice::add);
        }
        advice.removeIf(item -> item.fit() == Advice.Fit.IS && isNeededAsIs(module, item.replacement()));
        if (advice.stream().anyMatch(item -> item.fit() == Advice.Fit.IS)) {
            advice.removeIf(item -> item.fit() == Advice.Fit.TWIN);
        }
        advice.removeIf(item -> item.fit() == Advice.Fit.USES && isNeedless(module, item.replacement(), advice));
        return sorted(module, advice);
    }

    /**
     * Whether something else is the way: what stands beside these very calls already, or, for what is linked below few of
     * them and too young, what changes them. What one back end asks for that no replacement of its kind has, the others
     * beside it need as well; of the same component, one replacement may have it and another not.
     */
    private boolean isNeedless(CodeModule module, Replacement entry, List<Advice> advice) {
        if (isRefused(module, entry)) {
            return true;
        }
        boolean beside = advice.stream()
                .anyMatch(item -> item.fit() == Advice.Fit.IS
                        && item.replacement().isBeside()
                        && item.replacement().work().equals(entry.work()));
        return beside
                || entry.isLinked()
                        && entry.trial()
                        && CallPatterns.calls(module, entry) < UsedComponents.MANY_CALLS
                        && catalogue.stream()
                                .anyMatch(other -> !other.isLinked()
                                        && other.fitsCallers()
                                        && other.component().equals(entry.component()));
    }

    /** Whether the project's own code needs of a component what its replacement has not: the component could not go. */
    private boolean isNeededAsIs(CodeModule module, Replacement entry) {
        return switch (entry.swapLevel()) {
            case "c-api" ->
                module.role() != Role.CORE
                        && modules.stream()
                                .anyMatch(other -> other.role() == Role.CORE && CallPatterns.refuses(other, entry));
            case "abi", "language-only" ->
                modules.stream().anyMatch(other -> CallPatterns.lacks(other, entry) && isUser(other, entry));
            default -> false;
        };
    }

    /** Whether a module is the project's own and no part of a component. */
    private boolean isUser(CodeModule module, Replacement entry) {
        return module.role() == Role.CORE
                && module.files().stream().noneMatch(file -> components.surrounds(entry, file.path()));
    }

    private boolean isRefused(CodeModule module, Replacement entry) {
        return catalogue.stream()
                .anyMatch(other -> other.kind().equals(entry.kind())
                        && (other.equals(entry) || !other.component().equals(entry.component()))
                        && !other.use().notNames().isEmpty()
                        && CallPatterns.refuses(module, other));
    }

    /**
     * First for what the module is; what needs a layer of functions around it last; what is too young to ship behind what is
     * not, unless it is linked where there are too many calls to change; most used first, then easiest.
     */
    private List<Advice> sorted(CodeModule module, List<Advice> advice) {
        Map<String, Integer> calls = new LinkedHashMap<>();
        for (Advice item : advice) {
            if (item.fit() == Advice.Fit.USES) {
                calls.computeIfAbsent(
                        item.replacement().component(), key -> CallPatterns.calls(module, item.replacement()));
            }
        }
        return advice.stream()
                .sorted(Comparator.comparing(Advice::fit)
                        .thenComparing(item -> item.replacement().swapLevel().equals("language-only"))
                        .thenComparing(item -> item.replacement().trial()
                                && !(item.replacement().isLinked()
                                        && calls.getOrDefault(item.replacement().component(), 0)
                                                >= UsedComponents.MANY_CALLS))
                        .thenComparingInt(
                                item -> -calls.getOrDefault(item.replacement().component(), 0))
                        .thenComparingInt(item -> level(item.replacement()))
                        .thenComparing(item -> item.replacement().component())
                        .thenComparing(item -> item.replacement().project()))
                .toList();
    }

    /** Patterns of components that a module's code names, which few modules do. */
    private Set<String> called(CodeModule module) {
        Set<String> called = new HashSet<>();
        for (CountedFile file : module.files()) {
            for (Fact fact : file.facts().facts()) {
                if (patterns.contains(fact.rule())) {
                    called.add(fact.rule());
                }
            }
        }
        return called;
    }

    private static int level(Replacement entry) {
        int level = SWAP_LEVELS.indexOf(entry.swapLevel());
        return level < 0 ? SWAP_LEVELS.size() : level;
    }
}
