package org.memcensus.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one scan found out: what every report reads. The same input gives the same census.
 *
 * @param repository what was scanned
 * @param policyName name of the policy in force
 * @param policyVersion its version
 * @param modules every module; ranked ones first, by rank, then the others by id
 * @param coverage what was read and what was left out
 * @param foundations what the repository as a whole stands on
 * @param history the history that took part; null where none was read
 * @param comparison how the ranking moved since another commit; null where none was named
 * @param stated what its files come to, where nothing else is known of them; null where the modules hold their files
 */
public record Census(
        RepositoryInfo repository,
        String policyName,
        String policyVersion,
        List<ModuleCensus> modules,
        Coverage coverage,
        Foundations foundations,
        @Nullable CensusHistory history,
        @Nullable Comparison comparison,
        @Nullable CensusSum stated) {
    /** Copies its list. */
    public Census {
        modules = List.copyOf(modules);
    }

    /** A census whose modules hold their files. */
    public Census(
            RepositoryInfo repository,
            String policyName,
            String policyVersion,
            List<ModuleCensus> modules,
            Coverage coverage,
            Foundations foundations,
            @Nullable CensusHistory history,
            @Nullable Comparison comparison) {
        this(repository, policyName, policyVersion, modules, coverage, foundations, history, comparison, null);
    }

    /** A census that knows nothing of what the repository stands on, without a history and a comparison. */
    public Census(
            RepositoryInfo repository,
            String policyName,
            String policyVersion,
            List<ModuleCensus> modules,
            Coverage coverage) {
        this(repository, policyName, policyVersion, modules, coverage, Foundations.NONE, null, null);
    }

    /** The same census, beside an earlier one. */
    public Census comparedWith(Comparison earlier) {
        return new Census(
                repository, policyName, policyVersion, modules, coverage, foundations, history, earlier, stated);
    }

    /** Whether its files are known one by one. */
    public boolean hasFiles() {
        return stated == null;
    }

    /** Every counted file, module by module; none where only sums are known, so ask for sums where they will do. */
    public Stream<CountedFile> files() {
        return modules.stream().flatMap(module -> module.module().files().stream());
    }

    /** The ranked modules, by rank. */
    public List<ModuleCensus> ranked() {
        return modules.stream().filter(module -> module.rank() > 0).toList();
    }

    /** Sums over the files of a scope. */
    public Totals totals(Scope scope) {
        if (stated != null) {
            return stated.totals(scope);
        }
        List<CountedFile> counted = new ArrayList<>();
        for (ModuleCensus module : modules) {
            for (CountedFile file : module.module().files()) {
                if (scope.contains(file.role())) {
                    counted.add(file);
                }
            }
        }
        return Totals.of(counted);
    }

    /** What there is of each language in each safety class; most code first, then by name. */
    public List<LanguageSum> languages() {
        return stated == null ? LanguageSum.of(files()) : stated.languages();
    }

    /** What counts in the share of a scope: its languages of all classes but none; most code first, then by name. */
    public List<ScopeLanguage> programs(Scope scope) {
        return ScopeLanguage.of(languages(), scope);
    }
}
