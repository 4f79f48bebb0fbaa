package org.memcensus.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers weigh, and which rulings on languages differ from the table.
 *
 * @param name its name
 * @param version its version
 * @param safety rulings that override the language table, by language name
 * @param otherLanguages ruling on every programming language that {@code safety} does not name; null to keep the table's
 * @param undeterminedIsUnsafe whether languages without a ruling count as unsafe
 * @param caps most points that each criterion can have; their sum is 100
 * @param riskWeights weight of each risk feature's rank
 * @param pathWeights words in paths that make risk likelier, or a module matter less
 * @param headerWeight weight of the share of unsafe code that stands in headers; below 0
 * @param headerKeep share of its priority that code in headers keeps, 0 to 1
 * @param riskShare share of risk in the priority, 0 to 1; the role has the rest
 * @param floorShare share of the repository's unsafe code below which a module's risk is scaled down, 0 to 1
 * @param floorLines unsafe lines that are always enough for the risk to count in full, however large the repository
 * @param history what the history of the code weighs
 */
public record Policy(
        String name,
        String version,
        Map<String, Safety> safety,
        @Nullable Safety otherLanguages,
        boolean undeterminedIsUnsafe,
        Map<Criterion, Integer> caps,
        Map<RiskFeature, Double> riskWeights,
        List<PathWeight> pathWeights,
        double headerWeight,
        double headerKeep,
        double riskShare,
        double floorShare,
        int floorLines,
        History history) {
    /** Copies its collections. */
    public Policy {
        safety = Map.copyOf(safety);
        caps = Map.copyOf(caps);
        riskWeights = Map.copyOf(riskWeights);
        pathWeights = List.copyOf(pathWeights);
    }

    /** A policy under which history weighs nothing. */
    public Policy(
            String name,
            String version,
            Map<String, Safety> safety,
            @Nullable Safety otherLanguages,
            boolean undeterminedIsUnsafe,
            Map<Criterion, Integer> caps,
            Map<RiskFeature, Double> riskWeights,
            List<PathWeight> pathWeights,
            double headerWeight,
            double headerKeep,
            double riskShare,
            double floorShare,
            int floorLines) {
        this(
                name,
                version,
                safety,
                otherLanguages,
                undeterminedIsUnsafe,
                caps,
                riskWeights,
                pathWeights,
                headerWeight,
                headerKeep,
                riskShare,
                floorShare,
                floorLines,
                History.NONE);
    }

    /** The same where history has another share of the risk; null for no other. */
    public Policy withHistory(@Nullable Double share) {
        return share == null
                ? this
                : new Policy(
                        name,
                        version,
                        safety,
                        otherLanguages,
                        undeterminedIsUnsafe,
                        caps,
                        riskWeights,
                        pathWeights,
                        headerWeight,
                        headerKeep,
                        riskShare,
                        floorShare,
                        floorLines,
                        history.withShare(share));
    }

    /**
     * What the history of the code weighs in its risk.
     *
     * @param share share of history in the risk, 0 to 1
     * @param fixes weight of the rank by past memory-safety fixes
     * @param recent weight of the rank by changes of the last years
     * @param commits weight of the rank by all changes in the window
     */
    public record History(double share, double fixes, double recent, double commits) {
        /** History weighs nothing. */
        public static final History NONE = new History(0, 0, 0, 0);

        /** The same with another share. */
        public History withShare(double other) {
            return new History(other, fixes, recent, commits);
        }
    }

    /** The safety class of a language of the table under this policy. Data and prose stay what they are. */
    public Safety ruling(Language language) {
        Safety own = safety.get(language.name());
        if (own != null) {
            return own;
        }
        if (language.safety() == Safety.NONE) {
            return Safety.NONE;
        }
        if (otherLanguages != null) {
            return otherLanguages;
        }
        return language.safety() == Safety.UNDETERMINED && undeterminedIsUnsafe ? Safety.UNSAFE : language.safety();
    }

    /** A language of the table as this policy has it: the same where the policy says nothing else. */
    public Language over(Language language) {
        Safety ruling = ruling(language);
        return ruling == language.safety() ? language : language.withSafety(ruling, "policy", "policy " + name);
    }

    /**
     * Words that say something of the code below them.
     *
     * @param words words of a path, lower case
     * @param weight what a module's risk gains whose unsafe code all stands below such words; below 0 for a loss
     * @param keep share of its priority that such a module keeps, 0 to 1
     */
    public record PathWeight(List<String> words, double weight, double keep) {
        /** Copies its list. */
        public PathWeight {
            words = List.copyOf(words);
        }
    }
}
