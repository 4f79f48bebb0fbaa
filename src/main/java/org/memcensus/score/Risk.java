package org.memcensus.score;

import java.util.Arrays;
import java.util.List;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.PathWords;
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

    private final double[] risks;

    /** Compares modules that all have unsafe code. */
    Risk(Policy policy, List<CodeModule> modules) {
        double[] sums = new double[modules.size()];
        for (RiskFeature feature : RiskFeature.values()) {
            double weight = policy.riskWeights().getOrDefault(feature, 0.0);
            if (weight == 0) {
                continue;
            }
            double[] ranks = ranks(modules.stream()
                    .mapToDouble(module -> rate(module, feature))
                    .toArray());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * ranks[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += places(policy, modules.get(i));
        }
        risks = ranks(sums);
    }

    /** The risk of the module at an index, 0 to 100; 50 for one that has no other beside it. */
    double of(int module) {
        return WHOLE * risks[module];
    }

    /** Hits in written code by lines of all unsafe code: what a program wrote only thins it out. */
    private static double rate(CodeModule module, RiskFeature feature) {
        long hits = 0;
        for (CountedFile file : module.files()) {
            List<Integer> risk = file.facts().risk();
            if (file.role() != Role.GENERATED && file.unsafeCode() > 0 && risk.size() > feature.ordinal()) {
                hits += risk.get(feature.ordinal());
            }
        }
        return hits / (module.unsafeCode() + CUSHION);
    }

    /** What the places of a module's files say, each file by its share of the unsafe code. */
    private static double places(Policy policy, CodeModule module) {
        double sum = 0;
        for (CountedFile file : module.files()) {
            if (file.unsafeCode() == 0) {
                continue;
            }
            double share = (double) file.unsafeCode() / module.unsafeCode();
            var words = PathWords.of(file.path());
            for (Policy.PathWeight path : policy.pathWeights()) {
                if (path.words().stream().anyMatch(words::contains)) {
                    sum += share * path.weight();
                }
            }
            if (isHeader(file.path())) {
                sum += share * policy.headerWeight();
            }
        }
        return sum;
    }

    /** The share of its priority that a module keeps for the places of its files, 0 to 1. */
    static double kept(Policy policy, CodeModule module) {
        double sum = 0;
        for (CountedFile file : module.files()) {
            double share = (double) file.unsafeCode() / module.unsafeCode();
            var words = PathWords.of(file.path());
            for (Policy.PathWeight path : policy.pathWeights()) {
                if (path.words().stream().anyMatch(words::contains)) {
                    share *= path.keep();
                }
            }
            if (isHeader(file.path())) {
                share *= policy.headerKeep();
            }
            sum += share;
        }
        return Math.min(1, sum);
    }

    private static boolean isHeader(String path) {
        return path.endsWith(".h") || path.endsWith(".hh") || path.endsWith(".hpp") || path.endsWith(".hxx");
    }

    /** The rank of each value among all, from 0 (lowest) to 1; equal values share the middle of their ranks. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = first(sorted, values[i], false);
            int notAbove = first(sorted, values[i], true);
            ranks[i] = values.length == 1 ? 0.5 : (below + notAbove - 1) / (2.0 * (values.length - 1));
        }
        return ranks;
    }

    /** Index of the first sorted value that is not below the limit, or (if {@code above}) that is above it. */
    private static int first(double[] sorted, double limit, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit || (above && sorted[middle] == limit)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
