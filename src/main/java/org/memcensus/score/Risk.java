package org.memcensus.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.PathIndex;
import org.memcensus.model.Policy;
import org.memcensus.model.RiskFeature;
import org.memcensus.model.Role;
import org.memcensus.model.Working.RiskPart;

/**
 * How dense modules are in the kind of code where memory-safety bugs are found, as ranks among each other: for each feature
 * the rank of its rate, the ranks added up by weight, and the sum ranked again.
 */
final class Risk {
    /** Added to the lines, so that one hit in a file of three lines is no high rate. */
    private static final double CUSHION = 50;

    /** Rates are told for so many lines. */
    private static final double LINES = 1000;

    /** By the number of the feature. */
    private static final List<String> NAMES = Stream.of(RiskFeature.values())
            .map(feature -> feature.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    private final Policy policy;
    private final PathIndex paths;
    private final double[] risks;
    private final double[] keeps;
    private final double[][] rates;
    private final double[][] featureRanks;
    private final double[][] places;

    /** Compares modules that all have unsafe code. */
    Risk(Policy policy, List<CodeModule> modules) {
        this.policy = policy;
        paths = new PathIndex(
                policy.pathWeights().stream().map(Policy.PathWeight::words).toList());
        keeps = new double[modules.size()];
        rates = new double[RiskFeature.values().length][modules.size()];
        for (int i = 0; i < modules.size(); i++) {
            rates(modules.get(i), rates, i);
        }
        featureRanks = new double[RiskFeature.values().length][];
        places = new double[modules.size()][policy.pathWeights().size() + 1];
        double[] sums = new double[modules.size()];
        for (RiskFeature feature : RiskFeature.values()) {
            double weight = policy.riskWeights().getOrDefault(feature, 0.0);
            if (weight == 0) {
                continue;
            }
            double[] ranks = Ranks.of(rates[feature.ordinal()]);
            featureRanks[feature.ordinal()] = ranks;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * ranks[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            place(modules.get(i), i, sums);
        }
        risks = Ranks.of(sums);
    }

    /** The ranks by risk, 0 to 1. */
    double[] ranks() {
        return risks.clone();
    }

    /** What the sum of the module at an index adds up from, the largest first. */
    List<RiskPart> parts(int module) {
        List<RiskPart> parts = new ArrayList<>();
        for (RiskFeature feature : RiskFeature.values()) {
            double weight = policy.riskWeights().getOrDefault(feature, 0.0);
            if (weight != 0) {
                int number = feature.ordinal();
                parts.add(new RiskPart(
                        NAMES.get(number), LINES * rates[number][module], featureRanks[number][module], weight));
            }
        }
        for (int i = 0; i < places[module].length; i++) {
            double share = places[module][i];
            boolean headers = i == policy.pathWeights().size();
            double weight = headers
                    ? policy.headerWeight()
                    : policy.pathWeights().get(i).weight();
            if (share > 0 && weight != 0) {
                String name = headers
                        ? "headers"
                        : "path " + policy.pathWeights().get(i).words().get(0) + " ...";
                parts.add(new RiskPart(name, share, share, weight));
            }
        }
        parts.sort(Comparator.comparingDouble(RiskPart::points).reversed().thenComparing(RiskPart::name));
        return parts;
    }

    /** Number of modules compared. */
    int size() {
        return risks.length;
    }

    /** The share of its priority that the module at an index keeps for the places of its files, 0 to 1. */
    double kept(int module) {
        return keeps[module];
    }

    /** Hits in written code by lines of all unsafe code, of each feature: what a program wrote only thins it out. */
    private static void rates(CodeModule module, double[][] rates, int index) {
        long[] hits = new long[rates.length];
        for (CountedFile file : module.files()) {
            if (file.role() != Role.GENERATED && file.unsafeCode() > 0) {
                List<Integer> risk = file.facts().risk();
                for (int feature = 0; feature < risk.size(); feature++) {
                    hits[feature] += risk.get(feature);
                }
            }
        }
        double lines = module.unsafeCode() + CUSHION;
        for (int feature = 0; feature < hits.length; feature++) {
            rates[feature][index] = hits[feature] / lines;
        }
    }

    /** What the places of a module's files say, each file by its share of the unsafe code, and what it keeps for them. */
    private void place(CodeModule module, int index, double[] sums) {
        double unsafe = module.unsafeCode();
        double sum = 0;
        double keep = 0;
        for (CountedFile file : module.files()) {
            if (file.unsafeCode() == 0) {
                continue;
            }
            double share = file.unsafeCode() / unsafe;
            double kept = share;
            BitSet named = paths.of(file.path());
            for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
                sum += share * policy.pathWeights().get(i).weight();
                kept *= policy.pathWeights().get(i).keep();
                places[index][i] += share;
            }
            if (isHeader(file.path())) {
                sum += share * policy.headerWeight();
                kept *= policy.headerKeep();
                places[index][policy.pathWeights().size()] += share;
            }
            keep += kept;
        }
        sums[index] += sum;
        keeps[index] = Math.min(1, keep);
    }

    private static boolean isHeader(String path) {
        return path.endsWith(".h") || path.endsWith(".hh") || path.endsWith(".hpp") || path.endsWith(".hxx");
    }
}
