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
 * the rank of its rate among all files, each module the mean of its files by their unsafe lines, these added up by weight,
 * and the sum ranked again. Rates of files are compared, not those of modules: one dense file among large dull ones would
 * vanish in the sum of its module, and modules of one file would stand above and below all others.
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

    /** What stands in the bodies of functions. */
    private static final List<RiskFeature> ACTING = List.of(
            RiskFeature.POINTER_MEMBER,
            RiskFeature.LENGTH_COMPARISON,
            RiskFeature.MEMORY_COPY,
            RiskFeature.ALLOCATION,
            RiskFeature.FREE);

    /** In so many lines of a generated table one may look like code. */
    private static final int TABLE_LINES = 100;

    /** In most sources something acts in one of so many lines or fewer, in most headers it does not. */
    private static final int ACTING_LINES = 30;

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
                policy.risk().paths().stream().map(Policy.PathWeight::words).toList());
        keeps = new double[modules.size()];
        rates = new double[RiskFeature.values().length][modules.size()];
        featureRanks = new double[RiskFeature.values().length][];
        List<Member> files = members(modules);
        long[] unsafe = modules.stream().mapToLong(CodeModule::unsafeCode).toArray();
        places = new double[modules.size()][policy.risk().paths().size() + 1];
        double[] sums = new double[modules.size()];
        List<RiskFeature> weighed = Stream.of(RiskFeature.values())
                .filter(feature -> policy.risk().features().getOrDefault(feature, 0.0) != 0)
                .toList();
        weighed.parallelStream().forEach(feature -> {
            int number = feature.ordinal();
            featureRanks[number] = compare(number, files, unsafe);
        });
        for (RiskFeature feature : weighed) { // in this order: sums of fractions depend on it
            double weight = policy.risk().features().getOrDefault(feature, 0.0);
            double[] ranks = featureRanks[feature.ordinal()];
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
            double weight = policy.risk().features().getOrDefault(feature, 0.0);
            if (weight != 0) {
                int number = feature.ordinal();
                parts.add(new RiskPart(
                        NAMES.get(number), LINES * rates[number][module], featureRanks[number][module], weight));
            }
        }
        for (int i = 0; i < places[module].length; i++) {
            double share = places[module][i];
            boolean headers = i == policy.risk().paths().size();
            double weight = headers
                    ? policy.risk().headers().weight()
                    : policy.risk().paths().get(i).weight();
            if (share > 0 && weight != 0) {
                String name = headers
                        ? "headers"
                        : "path " + policy.risk().paths().get(i).words().get(0) + " ...";
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

    /** A file with unsafe code, and the index of its module. */
    private record Member(CountedFile file, long lines, int module) {
        /** What a program wrote has lines, and no constructs that anyone got wrong. */
        int hits(int feature) {
            List<Integer> risk = file.facts().risk();
            return file.role() == Role.GENERATED || feature >= risk.size() ? 0 : risk.get(feature);
        }
    }

    private static List<Member> members(List<CodeModule> modules) {
        List<Member> files = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            for (CountedFile file : modules.get(i).files()) {
                long lines = file.unsafeCode();
                if (lines > 0) {
                    files.add(new Member(file, lines, i));
                }
            }
        }
        return files;
    }

    /** The mean rank of each module's files by the rate of a feature; and its own rates, which are told beside it. */
    private double[] compare(int feature, List<Member> files, long[] unsafe) {
        double[] ofFiles = new double[files.size()];
        double[] own = rates[feature];
        for (int i = 0; i < ofFiles.length; i++) {
            int hits = files.get(i).hits(feature);
            ofFiles[i] = hits / (files.get(i).lines() + CUSHION);
            own[files.get(i).module()] += hits;
        }
        double[] ranks = Ranks.of(ofFiles);
        double[] means = new double[own.length];
        for (int i = 0; i < ranks.length; i++) {
            int module = files.get(i).module();
            means[module] += ranks[i] * files.get(i).lines() / unsafe[module];
        }
        for (int i = 0; i < own.length; i++) {
            own[i] /= unsafe[i] + CUSHION;
        }
        return means;
    }

    /**
     * What the places of a module's files say, each file by its share of the unsafe code, and what it keeps for them. Tables
     * say nothing of the code beside them.
     */
    private void place(CodeModule module, int index, double[] sums) {
        double unsafe = module.unsafeCode();
        double sum = 0;
        double keep = 0;
        long tables = 0;
        for (CountedFile file : module.files()) {
            if (file.unsafeCode() == 0) {
                continue;
            }
            double share = file.unsafeCode() / unsafe;
            double kept = share;
            BitSet named = paths.of(file.path());
            for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
                sum += share * policy.risk().paths().get(i).weight();
                kept *= policy.risk().paths().get(i).keep();
                places[index][i] += share;
            }
            if (isHeader(file.path()) && !implementing(file)) {
                sum += share * policy.risk().headers().weight();
                kept *= declares(file)
                        ? policy.risk().headers().keepDeclaring()
                        : policy.risk().headers().keep();
                places[index][policy.risk().paths().size()] += share;
            }
            if (isTable(file)) {
                tables += file.unsafeCode();
            } else {
                keep += kept;
            }
        }
        sums[index] += sum;
        keeps[index] = tables == module.unsafeCode()
                ? policy.risk().headers().keepDeclaring()
                : Math.min(1, keep * unsafe / (unsafe - tables));
    }

    /** Whether a header defines no function, as far as it shows: none for others to call, and none that does anything. */
    private static boolean declares(CountedFile file) {
        return file.facts().functions().defined().size() == 0 && acting(file) == 0;
    }

    /** Whether a header defines functions that do as much as those of sources: templates, and libraries of one header. */
    private static boolean implementing(CountedFile file) {
        return file.facts().functions().defined().size() > 0 && acting(file) * ACTING_LINES >= file.unsafeCode();
    }

    /** Whether a source holds nothing but data; rows of a table that a program wrote may look like functions. */
    private static boolean isTable(CountedFile file) {
        return file.role() == Role.GENERATED && !isHeader(file.path())
                ? acting(file) * TABLE_LINES <= file.unsafeCode()
                : file.path().endsWith(".c")
                        && declares(file)
                        && file.facts().functions().called().size() == 0;
    }

    /** How often something stands in a file that only bodies of functions hold; a condition on a size may look like it. */
    private static long acting(CountedFile file) {
        List<Integer> risk = file.facts().risk();
        return ACTING.stream()
                .filter(feature -> feature.ordinal() < risk.size())
                .mapToLong(feature -> risk.get(feature.ordinal()))
                .sum();
    }

    private static boolean isHeader(String path) {
        return path.endsWith(".h")
                || path.endsWith(".hh")
                || path.endsWith(".hpp")
                || path.endsWith(".hxx")
                || path.endsWith(".pxd"); // of Cython
    }
}
