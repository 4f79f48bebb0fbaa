package org.memcensus.advise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Advice;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.Answer;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;

/**
 * Puts the first step of a module together: what a maintainer can do about it now. Every part of it stands in the catalogue
 * or in the tree; where there is nothing to say, nothing is said.
 */
public final class FirstSteps {
    /** Below this a module is no work of its own. */
    private static final long LEAST_LINES = 200;

    /** What is linked or loaded into the project that it replaces. */
    private static final Set<String> LINKED = Set.of("abi", "c-api", "build-option", "module");

    /** What to do for systems without Rust. */
    private static final String KEEP = "keep the C code for these, behind a switch.";

    private final Candidates candidates;
    private final Switches switches;
    private final Copies copies;
    private final Optional<String> platforms;
    private final Optional<String> inTree;

    /**
     * For one repository.
     *
     * @param words the table of words
     * @param files the counted files
     * @param tree the tree of the repository
     */
    public FirstSteps(AdviceWords words, List<CountedFile> files, AdvisedTree tree) {
        candidates = new Candidates(words, tree.reader());
        switches = new Switches(tree.paths(), tree.reader());
        copies = tree.copies();
        platforms = Platforms.sentence(words, tree.paths());
        inTree = SafeCode.of(words, files).map(SafeCode::sentence);
    }

    /** The modules with their first steps, where they have one. The order, that of rank, stays. */
    public List<ModuleCensus> advise(List<ModuleCensus> ranked) {
        Map<String, Long> parts = parts(ranked);
        // The first of them have their code read, which is worth several threads.
        return ranked.parallelStream().map(module -> advised(module, parts)).toList();
    }

    private ModuleCensus advised(ModuleCensus module, Map<String, Long> parts) {
        FirstStep step = isFlagged(module) ? step(module, parts) : null;
        return step == null ? module : module.with(module.opportunity().with(step));
    }

    /** On a network boundary or with a critical function, and large enough to be work of its own. */
    private static boolean isFlagged(ModuleCensus module) {
        boolean asked = module.answers().get(Criterion.R2) == Answer.YES
                || module.answers().get(Criterion.R3) == Answer.YES;
        return module.rank() > 0
                && asked
                && (module.module().unsafeCode() >= LEAST_LINES
                        || !module.advice().isEmpty());
    }

    /** Unsafe code of the project in each component that modules of it are, and in all under no name; in lines. */
    private static Map<String, Long> parts(List<ModuleCensus> modules) {
        Map<String, Long> parts = new HashMap<>();
        for (ModuleCensus module : modules) {
            if (module.module().role() == Role.CORE) {
                parts.merge("", module.module().unsafeCode(), Long::sum);
                module.advice().stream()
                        .filter(advice -> advice.fit() == Advice.Fit.IS)
                        .map(advice -> advice.replacement().component())
                        .distinct()
                        .forEach(part -> parts.merge(part, module.module().unsafeCode(), Long::sum));
            }
        }
        return parts;
    }

    /** Whether a module is part of what its project is about, and no copy that it holds. */
    private boolean isOwn(ModuleCensus module, Advice advice, Map<String, Long> parts) {
        return advice.fit() == Advice.Fit.IS
                && module.module().role() == Role.CORE
                && !copies.holdComponent(advice.path())
                && (advice.replacement().isBeside()
                        || parts.getOrDefault(advice.replacement().component(), 0L) * Ownership.LEAST_PART
                                >= parts.getOrDefault("", 0L));
    }

    private @Nullable FirstStep step(ModuleCensus module, Map<String, Long> parts) {
        if (module.advice().isEmpty()) {
            return rewrite(module);
        }
        Advice best = module.advice().get(0);
        Replacement entry = best.replacement();
        boolean own = isOwn(module, best, parts);
        if (own && !LINKED.contains(entry.swapLevel())) {
            return beside(module, entry);
        }
        List<FirstStep.Place> places = new ArrayList<>();
        Optional<FirstStep.Place> option = switches.find(entry);
        option.ifPresent(places::add);
        if (best.fit() != Advice.Fit.IS || option.isEmpty()) {
            places.add(place(best));
        }
        String text = switch (best.fit()) {
            case IS -> own ? isHere(entry, option) : isCopy(entry);
            case USES -> uses(best);
            case TWIN -> twin(best);
        };
        // What is linked below the calls changes nothing for those who call this module.
        boolean below = best.fit() == Advice.Fit.USES && entry.swapLevel().equals("abi");
        return new FirstStep(text, places, mind(module, entry, !below), entry.stories());
    }

    /** Where to begin; what a twin does is best seen in the function that does it. */
    private FirstStep.Place place(Advice best) {
        FirstStep.Place found = new FirstStep.Place(what(best), best.path(), best.line(), 0);
        return best.fit() == Advice.Fit.TWIN ? candidates.in(best.path()).orElse(found) : found;
    }

    private static String what(Advice advice) {
        return switch (advice.fit()) {
            case IS -> advice.replacement().component();
            case USES -> "calls of " + advice.replacement().component();
            case TWIN -> advice.reason();
        };
    }

    /** For the component's own project, or the back ends of its own. */
    private static String isHere(Replacement entry, Optional<FirstStep.Place> option) {
        return switch (entry.swapLevel()) {
            case "build-option" ->
                (entry.trial() ? "Try " : "Build with ") + name(entry)
                        + option.map(place -> ", by the " + place.what()).orElse("") + ", and run the tests with it"
                        + (entry.trial() ? "." : "; then make it the default where it does all that is needed.");
            case "abi" ->
                "Run this project's tests against " + name(entry)
                        + ", which has the same interface: what fails is what is missing there.";
            case "module" -> "Load " + name(entry) + " in place of this module, and run the tests.";
            default ->
                name(entry) + " does this work behind a C API of its own: write this module's interface on top of it,"
                        + " in a branch, and run the tests.";
        };
    }

    /** For a copy of the component in another project. */
    private static String isCopy(Replacement entry) {
        String copy = "this copy of " + entry.component();
        return switch (entry.swapLevel()) {
            case "abi" ->
                (entry.trial() ? "Try " : "Link ") + name(entry) + " in place of " + copy + ", and run the tests.";
            case "process" -> "Take " + name(entry) + ", a program of its own, instead of " + copy + ".";
            case "build-option" ->
                (entry.trial() ? "Try " : "Build ") + copy + " with " + name(entry)
                        + ", as its own build offers, and run the tests.";
            case "c-api", "module" ->
                (entry.trial() ? "Try " : "Call ") + name(entry) + " through its C API in place of " + copy
                        + ", from one caller first.";
            default ->
                name(entry) + " does this work without a C API: begin with a layer of C functions around it, for what"
                        + " the callers of " + copy + " need.";
        };
    }

    private static String uses(Advice advice) {
        Replacement entry = advice.replacement();
        boolean young = entry.trial() || entry.cApi().equals("partial");
        String verb = young ? "Try " : "Put ";
        if (entry.swapLevel().equals("abi")) {
            return verb + name(entry) + " in place of " + entry.component() + " when linking, and run the tests"
                    + (young ? "." : "; no source changes.");
        }
        String file = advice.path().substring(advice.path().lastIndexOf('/') + 1);
        if (entry.fingerprint().dirs().stream().anyMatch(file.toLowerCase(Locale.ROOT)::contains)) {
            return (young ? "Try" : "Write") + " a back end on " + name(entry) + " beside " + file
                    + ", through its own C API: " + file + " shows what it must do.";
        }
        return verb + name(entry) + " behind the calls of " + entry.component() + ", through its own C API"
                + (young ? ", in a branch." : ": the calls change, the callers of this module do not.");
    }

    private static String twin(Advice advice) {
        Replacement entry = advice.replacement();
        String file = advice.path().substring(advice.path().lastIndexOf('/') + 1);
        String end = switch (entry.swapLevel()) {
            case "abi" -> ", as a library with a C API in common use: call it from here, and run the tests.";
            case "c-api" -> ", behind a C API of its own: call it from here in a branch, and run the tests.";
            default -> " without a C API: begin with a layer of C functions around it, for this file alone.";
        };
        return file + " " + advice.reason() + ". " + name(entry) + " does that" + end;
    }

    private static String name(Replacement entry) {
        return entry.project() + " (" + entry.language() + ")";
    }

    /** For the component's own project: what does the same work elsewhere, and the functions to begin with here. */
    private FirstStep beside(ModuleCensus module, Replacement entry) {
        String text = name(entry) + " does this work without a C API: a layer of C functions around it, with the"
                + " interface that this module has, is the first step.";
        List<String> mind = mind(module, entry, true);
        inTree.ifPresent(mind::add);
        return new FirstStep(text, candidates.of(module), mind, entry.stories());
    }

    /** Without an entry of the catalogue that fits: what does this work elsewhere, and the functions to begin with. */
    private @Nullable FirstStep rewrite(ModuleCensus module) {
        String rival = module.opportunity().rival();
        List<FirstStep.Place> places = candidates.of(module);
        if (places.isEmpty()) {
            return rival.isEmpty() ? null : new FirstStep(rival, places, List.of(), List.of());
        }
        List<String> mind = new ArrayList<>();
        inTree.ifPresent(mind::add);
        width(module).ifPresent(mind::add);
        platforms.ifPresent(there -> mind.add(there + KEEP));
        String which = places.size() == 1
                ? "A candidate for a rewrite is the function that takes data apart, behind the interface it has."
                : "Candidates for a rewrite are the functions that take data apart, behind the interface they have.";
        String none = rival.isEmpty() ? "No catalogue entry fits." : rival;
        return new FirstStep(none + " " + which, places, mind, List.of());
    }

    private List<String> mind(ModuleCensus module, Replacement entry, boolean interfaceMatters) {
        List<String> mind = new ArrayList<>();
        if (!entry.how().isEmpty()) {
            mind.add("How: " + entry.how() + ".");
        }
        mind.add("State of " + entry.project() + ": " + entry.maturity() + ".");
        mind.add("Licence of " + entry.project() + ": " + entry.licence() + ".");
        if (interfaceMatters) {
            width(module).ifPresent(mind::add);
        }
        if (entry.language().equals("Rust")) {
            String end = interfaceMatters ? KEEP : "link " + entry.component() + " itself for these.";
            platforms.ifPresent(there -> mind.add(there + end));
        }
        return mind;
    }

    private static Optional<String> width(ModuleCensus module) {
        Optional<String> installed = module.evidence().stream()
                .filter(item -> item.rule().equals("o1.installed-headers"))
                .findFirst()
                .map(item -> item.count() == 1
                        ? "One header of this module is installed: what it declares must stay as it is."
                        : item.count()
                                + " headers of this module are installed: what they declare must stay as it is.");
        return installed.or(() -> inside(module.module().ties().usedFunctions()));
    }

    /** How much the rest of the repository knows of a module that is no offer to others. */
    private static Optional<String> inside(int functions) {
        return functions == 0
                ? Optional.empty()
                : Optional.of(
                        functions == 1
                                ? "Other modules call one function of this module by name: it must stay as it is declared."
                                : "Other modules call " + functions
                                        + " functions of this module by name: they must stay as they are declared.");
    }
}
