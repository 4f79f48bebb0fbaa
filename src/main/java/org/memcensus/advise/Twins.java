package org.memcensus.advise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.PathWords;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;

/**
 * Finds home-grown twins: code that does by itself what a component of the catalogue does. It takes a name and evidence
 * in one file, and no header of a library that could do the work in its module. The glue of a door, as to Java, is none.
 */
final class Twins {
    /** A smaller file is a shell around something else. */
    private static final long LEAST_LINES = 100;

    /** What more modules of one directory hold is one work: none of them can be replaced alone. */
    private static final int MOST_PARTS = 2;

    private final List<Replacement> entries;
    private final Map<String, Integer> homes = new HashMap<>();
    private final Set<String> evidence = new HashSet<>();

    Twins(List<Replacement> catalogue, List<CodeModule> modules) {
        entries = catalogue.stream().filter(entry -> entry.twin() != null).toList();
        for (Replacement entry : entries) {
            Replacement.Twin twin = entry.twin();
            evidence.addAll(twin == null ? List.of() : twin.evidence());
        }
        for (CodeModule module : modules) {
            for (Advice twin : alone(module)) {
                homes.merge(home(twin), 1, Integer::sum);
            }
        }
    }

    /** The twins in a module, each with its largest file; none that is one of many parts. */
    List<Advice> of(CodeModule module) {
        return alone(module).stream()
                .filter(twin -> homes.getOrDefault(home(twin), 0) <= MOST_PARTS)
                .toList();
    }

    /** Where a twin lies: its parts share a directory. */
    private static String home(Advice twin) {
        String path = twin.path();
        return twin.replacement().component() + " " + path.substring(0, path.lastIndexOf('/') + 1);
    }

    private List<Advice> alone(CodeModule module) {
        List<CountedFile> files =
                module.files().stream().filter(this::isWitness).toList();
        if (files.isEmpty()) {
            return List.of();
        }
        // Few files have the evidence and the name; who includes what is asked of their modules alone.
        return entries.stream()
                .map(entry -> of(entry, files))
                .flatMap(Optional::stream)
                .filter(twin -> isOwnWork(module, twin.replacement()))
                .toList();
    }

    private static boolean isOwnWork(CodeModule module, Replacement entry) {
        return entry.twin() != null && !HeaderMatch.any(module, entry.twin().unless());
    }

    private boolean isWitness(CountedFile file) {
        return file.role() == Role.CORE
                && file.unsafeCode() >= LEAST_LINES
                && !file.path().endsWith(".h")
                && !Hatches.isDoor(file)
                && file.facts().facts().stream().anyMatch(fact -> evidence.contains(fact.rule()));
    }

    private static Optional<Advice> of(Replacement entry, List<CountedFile> files) {
        Replacement.Twin twin = entry.twin();
        CountedFile largest = null;
        if (twin != null) {
            for (CountedFile file : files) {
                boolean larger = largest == null || file.unsafeCode() > largest.unsafeCode();
                if (larger
                        && fact(twin, file) != null
                        && twin.also().stream().allMatch(rule -> hits(file, rule))
                        && isNamed(twin, file)
                        && !HeaderMatch.any(file, twin.unless())) {
                    largest = file;
                }
            }
        }
        if (twin == null || largest == null) {
            return Optional.empty();
        }
        Fact fact = fact(twin, largest);
        return Optional.of(new Advice(
                entry, Advice.Fit.TWIN, twin.does(), largest.path(), fact == null ? 0 : Math.max(0, fact.line())));
    }

    private static @Nullable Fact fact(Replacement.Twin twin, CountedFile file) {
        for (Fact fact : file.facts().facts()) {
            if (twin.evidence().contains(fact.rule()) && fact.count() >= twin.least()) {
                return fact;
            }
        }
        return null;
    }

    private static boolean hits(CountedFile file, String rule) {
        return file.facts().facts().stream().anyMatch(fact -> fact.rule().equals(rule));
    }

    private static boolean isNamed(Replacement.Twin twin, CountedFile file) {
        Set<String> words = PathWords.of(file.path().substring(file.path().lastIndexOf('/') + 1));
        return twin.words().stream().anyMatch(all -> {
            for (String word : all.split("\\+", -1)) {
                if (word.startsWith("!") == words.contains(word.replace("!", ""))) {
                    return false;
                }
            }
            return true;
        });
    }
}
