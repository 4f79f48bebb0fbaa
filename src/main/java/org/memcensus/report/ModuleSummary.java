package org.memcensus.report;

import java.util.List;
import org.memcensus.model.Answer;
import org.memcensus.model.Census;
import org.memcensus.model.Criterion;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Scope;

/**
 * How many modules a scope has, and what is true of them.
 *
 * @param scope the scope
 * @param modules modules whose role is in the scope and that hold code
 * @param unsafe those of them that hold unsafe code
 * @param boundary those of {@code unsafe} on a network boundary
 * @param critical those of {@code unsafe} that perform a critical function
 * @param both those of {@code unsafe} for which both hold
 * @param assessed whether anyone asked
 */
record ModuleSummary(
        Scope scope, long modules, long unsafe, long boundary, long critical, long both, boolean assessed) {
    static ModuleSummary of(Census census, Scope scope) {
        List<ModuleCensus> modules = census.modules().stream()
                .filter(module -> scope.contains(module.module().role()))
                .filter(module -> module.module().code() > 0)
                .toList();
        List<ModuleCensus> unsafe = modules.stream()
                .filter(module -> module.module().unsafeCode() > 0)
                .toList();
        return new ModuleSummary(
                scope,
                modules.size(),
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

    private static String none(long number) {
        return number == 0 ? "none" : Numbers.grouped(number);
    }

    private String all() {
        return switch (scope) {
            case SHIPPED -> Numbers.count(modules, "module") + (modules == 1 ? " that ships" : " that ship");
            case FIRST_PARTY -> Numbers.count(modules, "first-party module");
            case ALL -> Numbers.count(modules, "module");
        };
    }

    /** The summary in words. */
    String sentence() {
        if (unsafe == 0) {
            return modules == 1
                    ? "The one " + all().substring("1 ".length()) + " holds no memory-unsafe code."
                    : "None of the " + all() + " holds memory-unsafe code.";
        }
        String part = unsafe == modules && modules > 1
                ? "All " + all() + " hold memory-unsafe code"
                : Numbers.grouped(unsafe) + " of " + all() + (unsafe == 1 ? " holds" : " hold") + " memory-unsafe code";
        if (!assessed) {
            return part + ".";
        }
        String network = none(boundary) + (boundary <= 1 ? " is" : " are") + " on a network boundary";
        String function = none(critical) + (critical <= 1 ? " performs" : " perform") + " a critical function";
        String overlap = both == 0 ? "" : " (" + Numbers.grouped(both) + (both == 1 ? " is" : " are") + " both)";
        return part + "; " + network + ", " + function + overlap + ".";
    }
}
