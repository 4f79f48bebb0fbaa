package org.memcensus.advise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Advice;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.Answer;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileReader;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.PathWords;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;

/**
 * Puts the first step of a module together: what a maintainer can do about it now. Every part of it stands in the catalogue
 * or in the tree; where there is nothing to say, nothing is said.
 */
public final class FirstSteps {
    /** So many modules, by rank, have their functions looked for: the others are far from being first. */
    private static final int MOST_READ = 60;

    /** Below this a module is no work of its own. */
    private static final long LEAST_LINES = 200;

    private static final int FILES = 6;
    private static final int PLACES = 3;
    private static final int MOST_BYTES = 2 << 20;
    private static final String RUST = "Rust";

    private final FileReader reader;
    private final Switches switches;
    private final FunctionFinder functions;
    private final Map<String, String> phrases;
    private final String platforms;

    /**
     * For one repository.
     *
     * @param words the table of words
     * @param rules the evidence rules, for what they say
     * @param paths every file of the tree, sorted
     * @param reader reads a file of the tree
     */
    public FirstSteps(AdviceWords words, List<Rule> rules, List<String> paths, FileReader reader) {
        this.reader = reader;
        this.switches = new Switches(paths, reader);
        this.functions = new FunctionFinder(words);
        this.phrases = rules.stream().collect(Collectors.toMap(Rule::id, Rule::says));
        this.platforms = platforms(words, paths);
    }

    /** The modules with their first steps, where they have one. The order, that of rank, stays. */
    public List<ModuleCensus> advise(List<ModuleCensus> ranked) {
        List<ModuleCensus> advised = new ArrayList<>();
        for (ModuleCensus module : ranked) {
            FirstStep step = isFlagged(module) ? step(module) : null;
            advised.add(step == null ? module : module.with(module.opportunity().with(step)));
        }
        return advised;
    }

    /** On a network boundary or with a critical function, and large enough to be work of its own. */
    private static boolean isFlagged(ModuleCensus module) {
        return module.rank() > 0
                && (module.answers().get(Criterion.R2) == Answer.YES
                        || module.answers().get(Criterion.R3) == Answer.YES)
                && (module.module().unsafeCode() >= LEAST_LINES
                        || !module.advice().isEmpty());
    }

    private @Nullable FirstStep step(ModuleCensus module) {
        if (module.advice().isEmpty()) {
            return rewrite(module);
        }
        Advice best = module.advice().get(0);
        Replacement entry = best.replacement();
        List<FirstStep.Place> places = new ArrayList<>();
        Optional<FirstStep.Place> option = switches.find(entry);
        option.ifPresent(places::add);
        if (best.fit() != Advice.Fit.IS || option.isEmpty()) {
            String what = best.fit() == Advice.Fit.USES ? "calls of " + entry.component() : entry.component();
            places.add(new FirstStep.Place(what, best.path(), best.line(), 0));
        }
        String text = switch (best.fit()) {
            case IS -> is(module, entry, option.isPresent());
            case USES -> uses(entry);
            case TWIN -> twin(best);
        };
        return new FirstStep(text, places, mind(module, entry), entry.stories());
    }

    private static String is(ModuleCensus module, Replacement entry, boolean hasSwitch) {
        String name = entry.project() + " (" + entry.language() + ")";
        boolean copy = module.module().role() == Role.VENDORED;
        return switch (entry.swapLevel()) {
            case "build-option" ->
                (hasSwitch ? "Build with " : "Look for the build option of ") + name
                        + " and run the tests with it; then make it the default where it does all that is needed.";
            case "abi" ->
                copy
                        ? "Link " + name + " in place of this copy of " + entry.component() + ", and run the tests."
                        : "Run this project's tests against " + name
                                + ", which has the same interface; what fails is what" + " is missing there.";
            case "c-api" ->
                (copy ? "Replace this copy of " + entry.component() : "Put this code's callers")
                        + (copy ? " by " : " on ") + name + " through its C API, one caller at a time.";
            case "process" ->
                name + " does the same work as a program of its own: run it beside this one on real"
                        + " input, and compare.";
            case "module" -> "Load " + name + " in place of this module, and run the tests.";
            default ->
                name + " does the same work, but has no C API: begin with a layer of C functions around it for"
                        + " what the callers here need.";
        };
    }

    private static String uses(Replacement entry) {
        String name = entry.project() + " (" + entry.language() + ")";
        String verb = entry.trial() ? "Try " : "Put ";
        if (entry.swapLevel().equals("abi")) {
            return verb + name + " in place of " + entry.component() + " when linking, and run the tests"
                    + (entry.trial() ? "." : "; no source changes.");
        }
        return verb + name + " behind the calls of " + entry.component() + ", through its own C API"
                + (entry.trial() ? ", in a branch." : ": the calls change, the callers of this module do not.");
    }

    private static String twin(Advice advice) {
        Replacement entry = advice.replacement();
        String name = entry.project() + " (" + entry.language() + ")";
        String file = advice.path().substring(advice.path().lastIndexOf('/') + 1);
        String end = entry.cApi().equals("no")
                ? "; it has no C API, so begin with a layer of C functions around it for this one file."
                : "; call it through its C API from this one file.";
        return file + " " + advice.reason() + ". " + name + " does that" + end;
    }

    private List<String> mind(ModuleCensus module, Replacement entry) {
        List<String> mind = new ArrayList<>();
        if (!entry.how().isEmpty()) {
            mind.add("How: " + entry.how() + ".");
        }
        mind.add("State of " + entry.project() + ": " + entry.maturity() + ".");
        mind.add("Licence of " + entry.project() + ": " + entry.licence() + ".");
        width(module).ifPresent(mind::add);
        if (entry.language().equals(RUST) && !platforms.isEmpty()) {
            mind.add(platforms);
        }
        return mind;
    }

    private static Optional<String> width(ModuleCensus module) {
        return module.evidence().stream()
                .filter(item -> item.rule().equals("o1.installed-headers"))
                .findFirst()
                .map(item -> item.count() == 1
                        ? "One of its headers is installed: what it declares must stay as it is."
                        : item.count() + " of its headers are installed: what they declare must stay as it is.");
    }

    /** Without an entry of the catalogue: the functions to begin with. */
    private @Nullable FirstStep rewrite(ModuleCensus module) {
        Optional<Evidence> reason = module.evidence().stream()
                .filter(item -> item.criterion() == Criterion.R2 || item.criterion() == Criterion.R3)
                .findFirst();
        if (reason.isEmpty()) {
            return null;
        }
        List<FirstStep.Place> places = module.rank() <= MOST_READ ? candidates(module) : List.of();
        List<String> mind = new ArrayList<>();
        width(module).ifPresent(mind::add);
        if (!platforms.isEmpty()) {
            mind.add(platforms);
        }
        Evidence first = reason.get();
        String says = phrases.getOrDefault(first.rule(), first.criterion().text());
        if (places.isEmpty()) {
            places = List.of(new FirstStep.Place(says, first.path(), first.line(), 0));
            return new FirstStep(
                    "No catalogue entry. A rewrite would begin where it " + says + ".", places, mind, List.of());
        }
        String which = places.size() == 1 ? "the function that takes" : "the functions that take";
        return new FirstStep(
                "No catalogue entry. Candidates for a rewrite are " + which
                        + " data apart, behind the interface they have.",
                places,
                mind,
                List.of());
    }

    /** The functions whose names say that they take outside data apart, in the files that give most evidence. */
    private List<FirstStep.Place> candidates(ModuleCensus module) {
        Set<String> named = module.evidence().stream()
                .filter(item -> item.criterion() == Criterion.R2 || item.criterion() == Criterion.R3)
                .map(Evidence::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<CountedFile> files = module.module().files().stream()
                .filter(file -> file.unsafeCode() > 0 && !file.path().endsWith(".h") && file.role() != Role.GENERATED)
                .sorted(Comparator.comparing((CountedFile file) -> !named.contains(file.path()))
                        .thenComparing(Comparator.comparingLong(CountedFile::unsafeCode)
                                .reversed())
                        .thenComparing(CountedFile::path))
                .limit(FILES)
                .toList();
        List<FunctionFinder.Found> found = new ArrayList<>();
        for (CountedFile file : files) {
            if (file.bytes() <= MOST_BYTES) {
                found.addAll(functions.find(file.path(), content(file.path())));
            }
        }
        return found.stream()
                .sorted(FunctionFinder.Found.BEST)
                .limit(PLACES)
                .map(FunctionFinder.Found::place)
                .toList();
    }

    private byte[] content(String path) {
        try {
            byte[] content = reader.read(path);
            return content == null ? new byte[0] : content;
        } catch (IOException e) {
            // Its visit said so in the coverage.
            return new byte[0];
        }
    }

    private static String platforms(AdviceWords words, List<String> paths) {
        Set<String> names = new LinkedHashSet<>();
        String folder = "";
        Set<String> inFolder = Set.of();
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            String own = path.substring(0, Math.max(0, slash));
            if (!own.equals(folder)) {
                folder = own;
                inFolder = PathWords.of(own.toLowerCase(Locale.ROOT));
            }
            for (AdviceWords.Platform platform : words.platforms()) {
                if (!names.contains(platform.name())
                        && platform.words().stream().anyMatch(inFolder::contains)) {
                    names.add(platform.name());
                }
            }
        }
        List<String> sorted = names.stream().sorted().toList();
        return sorted.isEmpty()
                ? ""
                : "The tree has files for " + String.join(", ", sorted) + ", where Rust does not build; keep the C code"
                        + " for these, behind a switch.";
    }
}
