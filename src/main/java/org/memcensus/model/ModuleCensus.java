package org.memcensus.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module with all that was found out about it.
 *
 * @param module the module
 * @param rank place in the ranked list, from 1; 0 for modules that are not ranked (no unsafe code, or not shipped)
 * @param score its numbers
 * @param evidence what the score adds up from, most points first
 * @param answers the answer to each criterion
 * @param advice memory-safe replacements that fit it, best first
 * @param opportunity its escape hatches, and the first step
 * @param history what happened to it; null where no history was read, or the module is not ranked
 */
public record ModuleCensus(
        CodeModule module,
        int rank,
        Score score,
        List<Evidence> evidence,
        Map<Criterion, Answer> answers,
        List<Advice> advice,
        Opportunity opportunity,
        @Nullable ModuleHistory history) {
    /** Copies its collections. */
    public ModuleCensus {
        evidence = List.copyOf(evidence);
        Map<Criterion, Answer> copy = new EnumMap<>(Criterion.class);
        copy.putAll(answers);
        answers = Collections.unmodifiableMap(copy);
        advice = List.copyOf(advice);
    }

    /** A module of whose opportunity and history nothing is known yet. */
    public ModuleCensus(
            CodeModule module,
            int rank,
            Score score,
            List<Evidence> evidence,
            Map<Criterion, Answer> answers,
            List<Advice> advice) {
        this(module, rank, score, evidence, answers, advice, Opportunity.NONE, null);
    }

    /** The same with another opportunity. */
    public ModuleCensus with(Opportunity other) {
        return new ModuleCensus(module, rank, score, evidence, answers, advice, other, history);
    }

    /** Unsafe code inside safe languages and doors to unsafe code, by kind, then by path. */
    public List<EscapeHatch> escapeHatches() {
        return opportunity.escapeHatches();
    }
}
