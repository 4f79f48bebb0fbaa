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
 */
public record Census(
        RepositoryInfo repository,
        String policyName,
        String policyVersion,
        List<ModuleCensus> modules,
        Coverage coverage,
        Foundations foundations,
        @Nullable CensusHistory history,
        @Nullable Comparison comparison) {
    /** Copies its list. */
    public Census {
        modules = List.copyOf(modules);
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
        return new Census(repository, policyName, policyVersion, modules, coverage, foundations, history, earlier);
    }

    /** Every counted file, module by module. */
    public Stream<CountedFile> files() {
        return modules.stream().flatMap(module -> module.module().files().stream());
    }

    /** Sums over the files of a scope. */
    public Totals totals(Scope scope) {
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
}
