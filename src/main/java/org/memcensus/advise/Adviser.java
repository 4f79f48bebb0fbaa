package org.memcensus.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memcensus.model.Advice;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;

/**
 * Finds the entries of the replacement catalogue that fit a module. It would rather miss one than name a wrong one: what a
 * module is takes names of files, a header and functions together; what it uses takes a header and calls.
 */
public final class Adviser {
    /** Calls of a component below this may be chance. */
    private static final int LEAST_CALLS = 4;

    /** So many calls of a component are not changed one by one. */
    private static final int MANY_CALLS = 100;

    /** Share of a module's unsafe code that must be the component, for the module to be it. */
    private static final double LEAST_SHARE = 0.5;

    /** Easiest first. */
    private static final List<String> SWAP_LEVELS =
            List.of("abi", "build-option", "c-api", "module", "process", "language-only");

    /** What stands beside the component's code in its own project, and takes over the work of all of it. */
    private static final Set<String> BESIDE = Set.of("build-option", "module");

    /** What a caller in C can swap without leaving its language. */
    private static final Set<String> FOR_CALLERS = Set.of("abi", "c-api");

    private static final String PREFIX = "component.";

    /** Functions that a user must call, where these are not all of the component's. */
    private static final String ASKED = "asked.";

    /** Functions that make what a user works on. */
    private static final String MAKING = "making.";

    /** Functions that one of a component's replacements has not. */
    private static final String LACKING = "lacking.";

    /** Less of a language is no reason to bring a library of it. */
    private static final long LEAST_LINES = 200;

    /** Names that a user must not use. */
    private static final String REFUSED = "refused.";

    private final List<Replacement> catalogue;
    private final Components components;
    private final Twins twins;
    private final List<CodeModule> modules;
    private final Copies copies;
    private final BareMachine bare;

    /** The patterns that find calls. */
    private final Set<String> patterns = new HashSet<>();

    /** An adviser for a repository whose code has an operating system beneath it. */
    Adviser(List<Replacement> catalogue, List<CodeModule> modules) {
        this(catalogue, modules, List.of(), new BareMachine(AdviceWords.Bare.NONE, List.of(), path -> null));
    }

    /**
     * An adviser for one repository.
     *
     * @param catalogue what can replace what
     * @param modules all modules of the repository: a component's header may lie in another module than its code
     * @param paths every file of the tree
     * @param bare tells what runs without an operating system, where no replacement can go
     */
    public Adviser(List<Replacement> catalogue, List<CodeModule> modules, List<String> paths, BareMachine bare) {
        this.copies = new Copies(paths);
        this.bare = bare;
        this.catalogue = List.copyOf(catalogue);
        this.modules = List.copyOf(modules);
        this.components = Components.find(
                this.catalogue,
                modules.stream().flatMap(module -> module.files().stream()).toList());
        this.twins = new Twins(this.catalogue, this.modules);
        this.catalogue.forEach(entry -> patterns.add(pattern(entry)));
    }

    /**
     * What the fact finder must look for, beside the evidence rules, so that components can be recognised: a pattern for
     * each component, by the names of its functions. They belong to no question and give no points.
     */
    public static List<Rule> patterns(List<Replacement> catalogue) {
        Map<String, Set<String>> calls = new LinkedHashMap<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Replacement entry : catalogue) {
            add(calls, pattern(entry), entry.fingerprint().symbolPrefixes());
            add(calls, ASKED + pattern(entry), entry.use().calls());
            add(calls, MAKING + pattern(entry), entry.use().makes());
            add(names, REFUSED + pattern(entry), entry.use().notNames());
        }
        List<Rule> patterns = new ArrayList<>();
        for (Replacement entry : catalogue) {
            if (!entry.use().lacks().isEmpty()) {
                calls.computeIfAbsent(lacking(entry), key -> new LinkedHashSet<>())
                        .addAll(entry.use().lacks());
            }
        }
        calls.forEach((id, begun) -> patterns.add(rule(id, List.copyOf(begun), List.of())));
        names.forEach((id, begun) -> patterns.add(rule(id, List.of(), List.copyOf(begun))));
        return patterns;
    }

    private static void add(Map<String, Set<String>> patterns, String id, List<String> beginnings) {
        for (String beginning : beginnings) {
            patterns.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(beginning + "*");
        }
    }

    private static Rule rule(String id, List<String> calls, List<String> names) {
        Rule.Match match = new Rule.Match(calls, names, List.of(), List.of(), List.of());
        return new Rule(id, Criterion.O2, "", "", "", "", 0, 1, match, List.of(), List.of());
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
     * part of one, needs a project that holds code in its language already; a program of its own is a rival of the one it
     * could replace; a switch is one of the build that comes with the component, not of who holds a copy.
     */
    public List<Advice> usable(CodeModule module, List<Advice> counterparts) {
        return counterparts.stream()
                .filter(advice -> switch (advice.replacement().swapLevel()) {
                    case "language-only" -> holds(advice.replacement().language());
                    case "c-api" ->
                        !advice.replacement().cApi().equals("partial")
                                || holds(advice.replacement().language());
                    case "process" -> module.role() != Role.CORE;
                    case "build-option" -> !isOthers(module);
                    default -> true;
                })
                .toList();
    }

    /** Whether the project's own code is in a language, in part. */
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
        List<Advice> advice = new ArrayList<>(isShelved(module) ? List.of() : twins.of(module));
        advice.removeIf(twin -> isOwnWork(twin.replacement()));
        if (called.isEmpty() && !near) {
            return sorted(module, advice);
        }
        for (Replacement entry : catalogue) {
            Optional<Advice> own = near ? is(module, entry) : Optional.empty();
            own.or(() -> called.contains(pattern(entry)) ? uses(module, entry) : Optional.empty())
                    .ifPresent(advice::add);
        }
        if (advice.stream().anyMatch(item -> item.fit() == Advice.Fit.IS)) {
            advice.removeIf(item -> item.fit() == Advice.Fit.TWIN);
        }
        advice.removeIf(item -> item.fit() == Advice.Fit.USES && isNeedless(module, item.replacement(), advice));
        return sorted(module, advice);
    }

    /**
     * Whether something else is the way: what stands beside these very calls already, or, for what is linked below few of
     * them and too young, what changes them. What one back end asks for that no replacement of its kind
     * has, the others beside it need as well.
     */
    private boolean isNeedless(CodeModule module, Replacement entry, List<Advice> advice) {
        if (isRefused(module, entry.kind())) {
            return true;
        }
        boolean beside = advice.stream()
                .anyMatch(item -> item.fit() == Advice.Fit.IS
                        && BESIDE.contains(item.replacement().swapLevel())
                        && work(item.replacement()).equals(work(entry)));
        return beside
                || isLinked(entry)
                        && entry.trial()
                        && calls(module, entry) < MANY_CALLS
                        && catalogue.stream()
                                .anyMatch(other -> !isLinked(other)
                                        && fitsCallers(other)
                                        && other.component().equals(entry.component()));
    }

    private static boolean isLinked(Replacement entry) {
        return entry.swapLevel().equals("abi");
    }

    private boolean isRefused(CodeModule module, String kind) {
        return catalogue.stream()
                .anyMatch(entry -> entry.kind().equals(kind)
                        && !entry.use().notNames().isEmpty()
                        && count(module, REFUSED + pattern(entry)) > 0);
    }

    /** What a component does, without where: {@code TLS in HTTP client} is TLS. */
    private static String work(Replacement entry) {
        return entry.kind().split(" ", 2)[0];
    }

    /**
     * First for what the module is; what is too young to ship behind what is not, unless it is linked where there are too
     * many calls to change; most used first, then easiest.
     */
    private List<Advice> sorted(CodeModule module, List<Advice> advice) {
        Map<String, Integer> calls = new LinkedHashMap<>();
        for (Advice item : advice) {
            if (item.fit() == Advice.Fit.USES) {
                calls.computeIfAbsent(item.replacement().component(), key -> calls(module, item.replacement()));
            }
        }
        return advice.stream()
                .sorted(Comparator.comparing(Advice::fit)
                        .thenComparing(item -> item.replacement().trial()
                                && !(item.replacement().swapLevel().equals("abi")
                                        && calls.getOrDefault(item.replacement().component(), 0) >= MANY_CALLS))
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

    private Optional<Advice> is(CodeModule module, Replacement entry) {
        if (!components.hold(entry)) {
            return Optional.empty();
        }
        long own = 0;
        long all = 0;
        boolean marked = false;
        CountedFile largest = null;
        for (CountedFile file : module.files()) {
            if (file.unsafeCode() == 0 || declares(file, entry)) {
                continue;
            }
            all += file.unsafeCode();
            if (components.holds(entry, file.path())) {
                own += file.unsafeCode();
                marked |= Components.isMarked(entry, file.path());
                if (largest == null || file.unsafeCode() > largest.unsafeCode()) {
                    largest = file;
                }
            }
        }
        if (largest == null || own < LEAST_SHARE * all) {
            return Optional.empty();
        }
        if (!(marked && fitsParts(entry)) && own < LEAST_SHARE * whole(module, entry)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                entry,
                Advice.Fit.IS,
                "is " + entry.component() + ": its files, its header and its functions are here",
                largest.path(),
                0));
    }

    /** Whether a replacement can be told to modules that each hold a part of the component: it has all of their interfaces. */
    private static boolean fitsParts(Replacement entry) {
        return BESIDE.contains(entry.swapLevel())
                || entry.swapLevel().equals("abi") && entry.cApi().equals("yes");
    }

    /** Unsafe code of the component, in lines, in all modules that share the places of this one. */
    private long whole(CodeModule module, Replacement entry) {
        Set<String> homes = new HashSet<>();
        module.files().forEach(file -> homes.addAll(components.homes(entry, file.path())));
        return modules.stream()
                .flatMap(other -> other.files().stream())
                .filter(file -> file.unsafeCode() > 0 && !declares(file, entry))
                .filter(file -> components.homes(entry, file.path()).stream().anyMatch(homes::contains))
                .mapToLong(CountedFile::unsafeCode)
                .sum();
    }

    /** What has another interface must have the whole of it: callers that need the rest would find out in the end. */
    private static boolean fitsCallers(Replacement entry) {
        return entry.swapLevel().equals("abi")
                || FOR_CALLERS.contains(entry.swapLevel()) && !entry.cApi().equals("partial");
    }

    private Optional<Advice> uses(CodeModule module, Replacement entry) {
        if (!fitsCallers(entry)
                || isOthers(module)
                || HeaderMatch.any(module, entry.use().notWith())
                || count(module, lacking(entry)) > 0
                || !entry.use().makes().isEmpty() && count(module, MAKING + pattern(entry)) == 0
                || !entry.use().calls().isEmpty() && count(module, ASKED + pattern(entry)) < LEAST_CALLS) {
            return Optional.empty();
        }
        String pattern = pattern(entry);
        int calls = 0;
        Fact most = null;
        String path = "";
        for (CountedFile file : module.files()) {
            if (file.role() == Role.GENERATED || isHeader(file) || components.surrounds(entry, file.path())) {
                continue;
            }
            for (Fact fact : file.facts().facts()) {
                if (fact.rule().equals(pattern)) {
                    calls += fact.count();
                    if (most == null || fact.count() > most.count()) {
                        most = fact;
                        path = file.path();
                    }
                }
            }
        }
        if (most == null
                || calls < LEAST_CALLS
                || !isLinked(entry) && calls >= MANY_CALLS
                || !includes(module, entry)
                || isOwnProject(entry)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                entry,
                Advice.Fit.USES,
                "uses " + entry.component() + ": includes its header and names its functions " + calls + " times",
                path,
                most.line()));
    }

    /** Whether the component is this very project, whose programs follow its interface; what is linked below them may change. */
    private boolean isOwnProject(Replacement entry) {
        return !isLinked(entry) && isOurs(entry);
    }

    /** Whether the project itself is a component that does the work of a twin: no part of it is a twin of the whole. */
    private boolean isOwnWork(Replacement twin) {
        return catalogue.stream().anyMatch(entry -> work(entry).equals(work(twin)) && isOurs(entry));
    }

    private boolean isOurs(Replacement entry) {
        return components.hold(entry)
                && modules.stream()
                        .filter(module -> module.role() == Role.CORE)
                        .flatMap(module -> module.files().stream())
                        .anyMatch(file -> !isHeader(file) && components.holds(entry, file.path()));
    }

    /** A header declares and renames functions; who calls them stands elsewhere. */
    private static boolean isHeader(CountedFile file) {
        return file.path().endsWith(".h");
    }

    /** Whether all of a module lies among copies of other projects. */
    private boolean isShelved(CodeModule module) {
        return module.files().stream().allMatch(file -> components.shelve(file.path()));
    }

    /** Whether a module is not the project's own: what it calls is not the project's to change, nor often built at all. */
    private boolean isOthers(CodeModule module) {
        return module.role() != Role.CORE
                || isShelved(module)
                || module.files().stream().anyMatch(file -> copies.hold(file.path()));
    }

    private static int calls(CodeModule module, Replacement entry) {
        return count(module, pattern(entry));
    }

    private static int count(CodeModule module, String pattern) {
        return module.files().stream()
                .flatMap(file -> file.facts().facts().stream())
                .filter(fact -> fact.rule().equals(pattern))
                .mapToInt(Fact::count)
                .sum();
    }

    /** Whether a module includes the component's header, and not one of its own that has the name. */
    private boolean includes(CodeModule module, Replacement entry) {
        List<String> headers = entry.fingerprint().headers();
        return HeaderMatch.any(module, headers)
                && module.files().stream()
                        .filter(file -> HeaderMatch.any(file, headers))
                        .anyMatch(file -> components.surrounds(entry, file.path()) || !isOwnHeader(file, headers));
    }

    /** Whether what a file includes by one of these names lies beside it. */
    private boolean isOwnHeader(CountedFile file, List<String> headers) {
        String directory = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        Set<String> beside = new HashSet<>();
        for (FileFacts.Include include : file.facts().includes()) {
            if (!include.system() && headers.contains(include.header())) {
                beside.add(directory + include.header());
            }
        }
        return !beside.isEmpty()
                && modules.stream()
                        .flatMap(module -> module.files().stream())
                        .anyMatch(other -> beside.contains(other.path()));
    }

    /** Whether a file is a header, and not one that is itself the component, as stb_image.h is. */
    private static boolean declares(CountedFile file, Replacement entry) {
        return file.path().endsWith(".h") && !entry.fingerprint().files().contains(name(file));
    }

    /** Id of the pattern that finds what a replacement has not. */
    private static String lacking(Replacement entry) {
        return LACKING + pattern(entry) + " " + entry.project();
    }

    /** Id of the pattern that finds a component's functions. */
    static String pattern(Replacement entry) {
        return PREFIX + entry.component();
    }

    private static String name(CountedFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private static int level(Replacement entry) {
        int level = SWAP_LEVELS.indexOf(entry.swapLevel());
        return level < 0 ? SWAP_LEVELS.size() : level;
    }
}
