package org.memcensus.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the files of a census come to.
 *
 * @param scopes sums of each scope
 * @param languages sums of each language in each safety class; most code first, then by name
 */
public record CensusSum(Map<Scope, Totals> scopes, List<LanguageSum> languages) {
    /**
     * Copies its collections.
     *
     * @throws IllegalArgumentException if a scope has no sums
     */
    public CensusSum {
        Map<Scope, Totals> copy = new EnumMap<>(Scope.class);
        copy.putAll(scopes);
        if (copy.size() < Scope.values().length) {
            throw new IllegalArgumentException("a scope is missing: " + copy.keySet());
        }
        scopes = Collections.unmodifiableMap(copy);
        languages = List.copyOf(languages);
    }

    /** Adds up the files of a census. */
    public static CensusSum of(Census census) {
        Map<Scope, Totals> scopes = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            scopes.put(scope, census.totals(scope));
        }
        return new CensusSum(scopes, census.languages());
    }

    /** The sums of a scope. */
    public Totals totals(Scope scope) {
        Totals totals = scopes.get(scope);
        if (totals == null) {
            throw new IllegalStateException("no " + scope); // the constructor has seen it
        }
        return totals;
    }
}
