package org.memcensus.score;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.PathIndex;
import org.memcensus.model.Policy;
import org.memcensus.model.RiskFeature;
import org.memcensus.model.Role;

/**
 * How dense modules are in the kind of code where memory-safety bugs are found, as ranks among each other: for each feature
 * the rank of its rate, the ranks added up by weight, and the sum ranked again.
 */
final class Risk {
    /** Added to the lines, so that one hit in a file of three lines is no high rate. */
    private static final double CUSHION = 50;

    private static final double WHOLE = 100;

    private final Policy policy;
    private final PathIndex paths;
    private final double[] risks;
    private final double[] keeps;

    /** Compares modules that all have unsafe code. */
    Risk(Policy policy, List<CodeModule> modules) {
        this.policy = policy;
        paths = new PathIndex(
                policy.pathWeights().stream().map(Policy.PathWeight::words).toList());
        keeps = new double[modules.size()];
        double[][] rates = new double[RiskFeature.values().length][modules.size()];
        for (int i = 0; i < modules.size(); i++) {
            rates(modules.get(i), rates, i);
        }
        double[] sums = new double[modules.size()];
        for (RiskFeature feature : RiskFeature.values()) {
            double weight = policy.riskWeights().getOrDefault(feature, 0.0);
            if (weight == 0) {
                continue;
            }
            double[] ranks = ranks(rates[feature.ordinal()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * ranks[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            place(modules.get(i), i, sums);
        }
        risks = ranks(sums);
    }

    /** The risk of the module at an index, 0 to 100; 50 for one that has no other beside it. */
    double of(int module) {
        return WHOLE * risks[module];
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
            }
            if (isHeader(file.path())) {
                sum += share * policy.headerWeight();
                kept *= policy.headerKeep();
            }
            keep += kept;
        }
        sums[index] += sum;
        keeps[index] = Math.min(1, keep);
    }

    private static boolean isHeader(String path) {
        return path.endsWith(".h") || path.endsWith(".hh") || path.endsWith(".hpp") || path.endsWith(".hxx");
    }

    /** The rank of each value among all, from 0 (lowest) to 1; equal values share the middle of their ranks. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ends = new int[sorted.length];
        for (int i = sorted.length - 1; i >= 0; i--) {
            ends[i] = i + 1 < sorted.length && sorted[i + 1] == sorted[i] ? ends[i + 1] : i + 1;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = first(sorted, values[i]);
            ranks[i] = values.length == 1 ? 0.5 : (below + ends[below] - 1) / (2.0 * (values.length - 1));
        }
        return ranks;
    }

    /** Index of the first sorted value that is not below the limit. */
    private static int first(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
