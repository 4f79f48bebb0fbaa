package org.memcensus.report;

import java.util.List;
import org.memcensus.model.Answer;
import org.memcensus.model.Census;
import org.memcensus.model.Criterion;
import org.memcensus.model.ModuleCensus;

/**
 * How many modules ship, and what is true of them.
 *
 * @param shipped modules whose role ships and that hold code
 * @param unsafe those of them that hold unsafe code
 * @param boundary those of {@code unsafe} on a network boundary
 * @param critical those of {@code unsafe} that perform a critical function
 * @param both those of {@code unsafe} for which both hold
 * @param assessed whether anyone asked
 */
record ModuleSummary(long shipped, long unsafe, long boundary, long critical, long both, boolean assessed) {
    static ModuleSummary of(Census census) {
        List<ModuleCensus> shipped = census.modules().stream()
                .filter(module -> module.module().role().shipped())
                .filter(module -> module.module().code() > 0)
                .toList();
        List<ModuleCensus> unsafe = shipped.stream()
                .filter(module -> module.module().unsafeCode() > 0)
                .toList();
        return new ModuleSummary(
                shipped.size(),
                unsafe.size(),
                unsafe.stream().filter(module -> holds(module, Criterion.R2)).count(),
                unsafe.stream().filter(module -> holds(module, Criterion.R3)).count(),
                unsafe.stream()
                        .filter(module -> holds(module, Criterion.R2) && holds(module, Criterion.R3))
                        .count(),
                unsafe.stream().anyMatch(module -> asked(module, Criterion.R2) || asked(module, Criterion.R3)));
    }

    /** Whether a criterion was answered with yes. */
    static boolean holds(ModuleCensus module, Criterion criterion) {
        return module.answers().get(criterion) == Answer.YES;
    }

    private static boolean asked(ModuleCensus module, Criterion criterion) {
        return module.answers().getOrDefault(criterion, Answer.NOT_ASSESSED) != Answer.NOT_ASSESSED;
    }

    /** The summary in words. */
    String sentence() {
        if (unsafe == 0) {
            return "None of the " + Numbers.count(shipped, "module") + " that ship holds memory-unsafe code.";
        }
        String modules = unsafe == shipped && shipped > 1
                ? "All " + Numbers.count(shipped, "module") + " that ship hold memory-unsafe code"
                : Numbers.grouped(unsafe) + " of " + Numbers.count(shipped, "module") + " that "
                        + (shipped == 1 ? "ships" : "ship") + (unsafe == 1 ? " holds" : " hold")
                        + " memory-unsafe code";
        if (!assessed) {
            return modules + ".";
        }
        String network = Numbers.grouped(boundary) + (boundary == 1 ? " is" : " are") + " on a network boundary";
        String function =
                Numbers.grouped(critical) + (critical == 1 ? " performs" : " perform") + " a critical function";
        String overlap = both == 0 ? "" : " (" + Numbers.grouped(both) + (both == 1 ? " is" : " are") + " both)";
        return modules + "; " + network + ", " + function + overlap + ".";
    }
}
