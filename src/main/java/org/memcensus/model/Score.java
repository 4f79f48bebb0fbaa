package org.memcensus.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three numbers of a module with their addends.
 *
 * @param priority 0 to 100: the rank for replacement
 * @param role 0 to 100: what Prossimo's criteria say
 * @param risk 0 to 100: density of risky code, as a rank within the repository
 * @param criteria points of each criterion that has any, as its evidence adds up to
 * @param working how the priority was reckoned; null where nothing was
 */
public record Score(
        double priority,
        double role,
        double risk,
        Map<Criterion, Double> criteria,
        @Nullable Working working) {
    /** Weighs nothing: tests, documentation and the like. */
    public static final Score NONE = new Score(0, 0, 0, Map.of());

    /** Copies its map. */
    public Score {
        Map<Criterion, Double> copy = new EnumMap<>(Criterion.class);
        copy.putAll(criteria);
        criteria = Collections.unmodifiableMap(copy);
    }

    /** Numbers that were not reckoned. */
    public Score(double priority, double role, double risk, Map<Criterion, Double> criteria) {
        this(priority, role, risk, criteria, null);
    }
}
