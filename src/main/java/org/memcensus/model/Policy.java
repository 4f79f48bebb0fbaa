package org.memcensus.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers weigh, and which rulings on languages differ from the table.
 *
 * @param name its name
 * @param version its version
 * @param rulings which languages are safe
 * @param caps most points that each criterion can have; their sum is 100
 * @param risk what makes code risky
 * @param riskShare share of risk in the priority, 0 to 1; the role has the rest
 * @param floor how much code it takes for the risk to count in full
 * @param history what the history of the code weighs
 */
public record Policy(
        String name,
        String version,
        Rulings rulings,
        Map<Criterion, Integer> caps,
        RiskWeights risk,
        double riskShare,
        Floor floor,
        History history) {
    /** What policies build on: the rulings of the table, and no weights. */
    public static final Policy EMPTY = new Policy(
            "",
            "",
            Rulings.OF_TABLE,
            Map.of(),
            new RiskWeights(Map.of(), List.of(), new Headers(0, 1, 1)),
            0,
            new Floor(0, 0),
            History.NONE);

    /** Copies its map. */
    public Policy {
        caps = Map.copyOf(caps);
    }

    /** The same where history has another share of the risk; null for no other. */
    public Policy withHistory(@Nullable Double share) {
        return share == null
                ? this
                : new Policy(name, version, rulings, caps, risk, riskShare, floor, history.withShare(share));
    }

    /**
     * Which languages are safe.
     *
     * @param safety rulings that override the language table, by language name
     * @param others ruling on every programming language that {@code safety} does not name; null to keep the table's
     * @param undeterminedIsUnsafe whether languages without a ruling count as unsafe
     */
    public record Rulings(
            Map<String, Safety> safety, @Nullable Safety others, boolean undeterminedIsUnsafe) {
        /** As the language table has them. */
        public static final Rulings OF_TABLE = new Rulings(Map.of(), null, false);

        /** Copies its map. */
        public Rulings {
            safety = Map.copyOf(safety);
        }

        private Safety of(Language language) {
            Safety own = safety.get(language.name());
            if (own != null) {
                return own;
            }
            if (language.safety() == Safety.NONE) {
                return Safety.NONE;
            }
            if (others != null) {
                return others;
            }
            return language.safety() == Safety.UNDETERMINED && undeterminedIsUnsafe ? Safety.UNSAFE : language.safety();
        }
    }

    /**
     * What makes code risky.
     *
     * @param features weight of each risk feature's rank
     * @param paths words in paths that make risk likelier, or a module matter less
     * @param headers what it means that code stands in headers
     */
    public record RiskWeights(Map<RiskFeature, Double> features, List<PathWeight> paths, Headers headers) {
        /** Copies its collections. */
        public RiskWeights {
            features = Map.copyOf(features);
            paths = List.copyOf(paths);
        }
    }

    /**
     * What it means that code stands in headers.
     *
     * @param weight weight of the share of unsafe code that does; below 0
     * @param keep share of its priority that such code keeps, 0 to 1
     * @param keepDeclaring the same for a header that only declares, and for a table in a source: neither can be replaced by itself
     */
    public record Headers(double weight, double keep, double keepDeclaring) {}

    /**
     * How much code it takes for the risk to count in full; with less it is scaled down.
     *
     * @param share share of the repository's unsafe code, 0 to 1
     * @param lines unsafe lines that are always enough, however large the repository
     */
    public record Floor(double share, int lines) {}

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
        return rulings.of(language);
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
