package org.memcensus.advise;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;

/**
 * The memory-safe native code that a tree of unsafe code holds already.
 *
 * @param language its language; the one with most lines where there are several
 * @param lines its lines of code
 * @param path its largest file
 */
public record SafeCode(String language, long lines, String path) {
    /** Less is an experiment, or a generated stub. */
    private static final long LEAST_LINES = 200;

    /** The safe code among these files; empty where there is little, or nothing unsafe beside it. */
    public static Optional<SafeCode> of(AdviceWords words, List<CountedFile> files) {
        if (files.stream().noneMatch(file -> file.role() == Role.CORE && file.unsafeCode() > 0)) {
            return Optional.empty();
        }
        Map<String, List<CountedFile>> byLanguage = files.stream()
                .filter(file -> file.role() == Role.CORE && file.unsafeCode() == 0)
                .filter(file -> words.systems().contains(file.language().name()))
                .collect(Collectors.groupingBy(file -> file.language().name()));
        return byLanguage.entrySet().stream()
                .map(item -> of(item.getKey(), item.getValue()))
                .filter(code -> code.lines() >= LEAST_LINES)
                .max(Comparator.comparingLong(SafeCode::lines).thenComparing(SafeCode::language));
    }

    private static SafeCode of(String language, List<CountedFile> files) {
        long lines = files.stream().mapToLong(file -> file.counts().code()).sum();
        CountedFile largest = files.stream()
                .max(Comparator.comparingLong(
                                (CountedFile file) -> file.counts().code())
                        .thenComparing(CountedFile::path))
                .orElseThrow();
        return new SafeCode(language, lines, largest.path());
    }

    /** What it means for a rewrite. */
    String sentence() {
        return "The tree holds " + lines + " lines of " + language + " already, such as " + path
                + ": build and reviewers know it.";
    }
}
