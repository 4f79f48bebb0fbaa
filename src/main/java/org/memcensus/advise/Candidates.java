package org.memcensus.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileReader;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.PathWords;
import org.memcensus.model.Role;

/** Finds the functions of a module that a rewrite would begin with. */
final class Candidates {
    /** So many modules, by rank, have their functions looked for: the others are far from being first. */
    private static final int MOST_MODULES = 60;

    private static final int FILES = 6;
    private static final int PLACES = 3;

    /** To rewrite less of a module than this would change nothing about it: one in so many lines. */
    private static final int LEAST_PART = 100;

    private static final int MOST_BYTES = 2 << 20;

    private final FileReader reader;
    private final FunctionFinder functions;
    private final Set<String> aside;
    private final Set<String> inward;

    Candidates(AdviceWords words, FileReader reader) {
        this.reader = reader;
        this.functions = new FunctionFinder(words);
        this.aside = words.asideFiles();
        this.inward = words.inward();
    }

    /** The functions whose names say that they take outside data apart, in the files that give most evidence. */
    List<FirstStep.Place> of(ModuleCensus module) {
        if (module.rank() > MOST_MODULES) {
            return List.of();
        }
        boolean outside = module.evidence().isEmpty();
        Set<String> named = new HashSet<>();
        for (Evidence item : module.evidence()) {
            if (item.criterion() == Criterion.R2 || item.criterion() == Criterion.R3) {
                named.add(item.path());
                outside |= !inward.contains(item.rule());
            }
        }
        if (!outside) {
            return List.of();
        }
        List<CountedFile> files = module.module().files().stream()
                .filter(file -> file.unsafeCode() > 0 && !file.path().endsWith(".h") && file.role() != Role.GENERATED)
                .filter(file -> file.bytes() <= MOST_BYTES && !isAside(file) && !Hatches.isDoor(file))
                .sorted(Comparator.comparing((CountedFile file) -> !named.contains(file.path()))
                        .thenComparing(Comparator.comparingLong(CountedFile::unsafeCode)
                                .reversed())
                        .thenComparing(CountedFile::path))
                .limit(FILES)
                .toList();
        List<FunctionFinder.Found> found = new ArrayList<>();
        for (CountedFile file : files) {
            found.addAll(functions.find(file.path(), reader.readOrNothing(file.path())));
        }
        List<FirstStep.Place> best = found.stream()
                .sorted(FunctionFinder.Found.BEST)
                .map(FunctionFinder.Found::place)
                .limit(PLACES)
                .toList();
        long lines = best.stream().mapToLong(FirstStep.Place::lines).sum();
        return lines * LEAST_PART < module.module().unsafeCode() ? List.of() : best;
    }

    /** The function of one file whose name says most clearly that it takes data apart; empty where none does. */
    Optional<FirstStep.Place> in(String path) {
        return functions.find(path, reader.readOrNothing(path)).stream()
                .min(FunctionFinder.Found.BEST)
                .map(FunctionFinder.Found::place);
    }

    private boolean isAside(CountedFile file) {
        return PathWords.of(file.path().substring(file.path().lastIndexOf('/') + 1)).stream()
                .anyMatch(aside::contains);
    }
}
