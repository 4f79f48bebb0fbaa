package org.memcensus.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.Coverage;
import org.memcensus.model.Problem;

/** Counts what was left out while a scan goes on. For one thread. */
final class CoverageCount {
    private final Map<Outcome.Why, Long> leftOut = new EnumMap<>(Outcome.Why.class);
    private final List<Problem> notes = new ArrayList<>();
    private long counted;

    void counted() {
        counted++;
    }

    void leftOut(String path, Outcome.LeftOut outcome) {
        leftOut.merge(outcome.why(), 1L, Long::sum);
        if (outcome.why() == Outcome.Why.UNREADABLE || outcome.why() == Outcome.Why.TOO_LARGE) {
            notes.add(new Problem(path, outcome.detail()));
        } else if (outcome.why() == Outcome.Why.SUBMODULE) {
            notes.add(new Problem(path, "a submodule: what is in it is not counted"));
        }
    }

    void note(Problem problem) {
        notes.add(problem);
    }

    Coverage total() {
        List<Problem> sorted = notes.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::path).thenComparing(Problem::reason))
                .toList();
        return new Coverage(
                counted,
                number(Outcome.Why.BINARY),
                number(Outcome.Why.LFS_POINTER),
                number(Outcome.Why.SUBMODULE),
                number(Outcome.Why.SYMLINK),
                number(Outcome.Why.TOO_LARGE),
                number(Outcome.Why.UNREADABLE),
                number(Outcome.Why.UNKNOWN),
                number(Outcome.Why.EXCLUDED),
                sorted);
    }

    private long number(Outcome.Why why) {
        return leftOut.getOrDefault(why, 0L);
    }
}
