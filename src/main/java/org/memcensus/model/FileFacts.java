package org.memcensus.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one visit found in a file's code.
 *
 * @param facts at most one a rule, sorted by rule
 * @param includes what it includes, as written between quotes or angle brackets (C family), in order
 * @param risk how often each risky construct stands there, indexed by {@link RiskFeature#ordinal()}; empty if not looked for
 * @param functions the functions that it defines and calls (C family)
 */
public record FileFacts(List<Fact> facts, List<Include> includes, List<Integer> risk, Functions functions) {
    /** Nothing found, or nothing looked for. */
    public static final FileFacts NONE = new FileFacts(List.of(), List.of(), List.of());

    /** Copies its lists. */
    public FileFacts {
        facts = List.copyOf(facts);
        includes = List.copyOf(includes);
        risk = List.copyOf(risk);
    }

    /** Facts without functions. */
    public FileFacts(List<Fact> facts, List<Include> includes, List<Integer> risk) {
        this(facts, includes, risk, Functions.NONE);
    }

    /** The same with facts of other rules. */
    public FileFacts plus(List<Fact> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        all.sort(Comparator.comparing(Fact::rule));
        return new FileFacts(all, includes, risk, functions);
    }

    /**
     * A header that a file includes.
     *
     * @param header its name as written
     * @param system whether it stands between angle brackets
     */
    public record Include(String header, boolean system) {}

    /**
     * Functions by their names.
     *
     * @param defined those that it defines for others to call
     * @param called those that it calls and does not define itself
     */
    public record Functions(NameSet defined, NameSet called) {
        /** None. */
        public static final Functions NONE = new Functions(NameSet.NONE, NameSet.NONE);
    }
}
