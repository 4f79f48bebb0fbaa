package org.memcensus.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.Fact;
import org.memcensus.model.PathIndex;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;

/**
 * Asks the evidence rules of a module. Only code that the project ships and that is written in a memory-unsafe language is
 * asked: tests, documentation, examples, tooling and generated files give no evidence.
 */
public final class Rules {
    /** Rule on the share of unsafe code: counted, not matched. */
    public static final String UNSAFE_SHARE = "r4.unsafe-share";

    /** Rule on the amount of unsafe code: counted, not matched. */
    public static final String UNSAFE_AMOUNT = "r4.unsafe-amount";

    /** What the ids of the rules on replacements begin with; the swap level follows. */
    public static final String REPLACEMENT = "o2.";

    /** Rule on parsers on the network boundary: joined from the answers of other rules. */
    public static final String BOUNDARY_PARSER = "reach.boundary-parser";

    /** Rule on what fuzz targets of the tree include. */
    public static final String FUZZ_TARGET = "reach.fuzz-target";

    /** Rule on what is one include further. */
    public static final String FUZZ_NEAR = "reach.fuzz-near";

    /** Rule on parsers that code on the network boundary hands work to. */
    public static final String HANDED_ON = "reach.network-near";

    private static final String PARSER = "parse.words";

    /** One piece of evidence of so many points says surely that a module is on the boundary: sockets, a protocol. */
    private static final double SURE_BOUNDARY = 15;

    /** Weaker evidence will not do: a name, or integers in network order, which files have too. */
    private static final double LEAST_BOUNDARY = 10;

    /** In a large module more places are asked for, or it would be all things by its size alone: one in so many lines. */
    private static final double LINES_FOR_A_HIT = 1000;

    /** What declares says of what is done elsewhere. */
    private static final double HEADER_HIT = 0.25;

    /** Evidence below a point is chance. */
    private static final double LEAST_POINTS = 1;

    /** What each further evidence of a criterion counts beside the one before it. */
    private static final double FURTHER = 0.5;

    /** From so many unsafe lines a module holds much; the amount has its points in tens of it. */
    private static final double MUCH = 1000;

    /** Directories of a third-party component that do not ship with it, though they lie in the tree. */
    private static final Set<String> ASIDE = Set.of(
            "test",
            "tests",
            "testing",
            "t",
            "example",
            "examples",
            "sample",
            "samples",
            "demo",
            "demos",
            "bench",
            "benchmarks",
            "fuzz",
            "fuzzing",
            "doc",
            "docs");

    /** What a source of such a component is called that only tries it out. */
    private static final Set<String> TRIAL = Set.of("test", "tests", "testapp", "unittest", "unittests");

    /** A criterion whose evidence is below this has none: a few stray calls put no module on a network boundary. */
    private static final double LEAST_FOR_YES = 4;

    private final List<Rule> rules;
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PathIndex paths;

    /** Words of file names that take hits back, by the number of the rule. */
    private final PathIndex asides;

    private final FuzzTargets fuzzing;
    private final NetworkReach network;
    private final Set<Criterion> ruled = EnumSet.noneOf(Criterion.class);

    /**
     * The rules to ask.
     *
     * @param rules rules with a pattern, and those that this class counts itself
     */
    public Rules(List<Rule> rules) {
        this(rules, List.of());
    }

    /**
     * The rules to ask of the modules of one repository.
     *
     * @param rules rules with a pattern, and those that this class counts itself
     * @param modules every module, tests among them: they hold the fuzz targets
     */
    public Rules(List<Rule> rules, List<CodeModule> modules) {
        fuzzing = new FuzzTargets(modules);
        network = new NetworkReach(modules, rules, SURE_BOUNDARY);
        this.rules = List.copyOf(rules);
        for (int number = 0; number < rules.size(); number++) {
            Rule rule = rules.get(number);
            byId.put(rule.id(), rule);
            numbers.put(rule.id(), number);
            ruled.add(rule.criterion());
        }
        paths = new PathIndex(
                this.rules.stream().map(rule -> rule.match().paths()).toList());
        asides = new PathIndex(
                this.rules.stream().map(rule -> rule.match().unless().files()).toList());
    }

    /**
     * All evidence that a module gives, most points first. Points are the rules' own, before a policy's caps.
     *
     * @param advice replacements that were found for the module
     */
    public List<Evidence> ask(CodeModule module, List<Advice> advice) {
        List<CountedFile> files = witnesses(module);
        if (files.isEmpty()) {
            return List.of();
        }
        List<Evidence> found = new ArrayList<>(matches(files));
        List<Evidence> matched = List.copyOf(found);
        Stream.of(amounts(module, files), replacements(advice), reached(module), parser(module, matched))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .forEach(found::add);
        found = weighed(found);
        Map<Criterion, Double> sums = new EnumMap<>(Criterion.class);
        found.forEach(item -> sums.merge(item.criterion(), item.points(), Double::sum));
        return found.stream()
                .filter(item -> sums.getOrDefault(item.criterion(), 0.0) >= LEAST_FOR_YES)
                .sorted(Comparator.comparingDouble(Evidence::points).reversed().thenComparing(Evidence::rule))
                .toList();
    }

    /**
     * Lets the strongest evidence of a criterion count in full, the next by half, and so on: rules overlap, and many weak
     * signs are no strong one. What R4 counts are two sides of one thing and simply add up.
     */
    private static List<Evidence> weighed(List<Evidence> found) {
        Map<Criterion, Double> next = new EnumMap<>(Criterion.class);
        return found.stream()
                .sorted(Comparator.comparingDouble(Evidence::points).reversed().thenComparing(Evidence::rule))
                .map(item -> {
                    double share = item.criterion() == Criterion.R4 ? 1 : next.getOrDefault(item.criterion(), 1.0);
                    next.put(item.criterion(), share * FURTHER);
                    return new Evidence(
                            item.rule(),
                            item.criterion(),
                            item.points() * share,
                            item.path(),
                            item.line(),
                            item.count());
                })
                .filter(item -> item.points() >= LEAST_POINTS)
                .toList();
    }

    /**
     * What the evidence answers.
     *
     * @param module the module that was asked
     * @param evidence what it gave
     */
    public Map<Criterion, Answer> answer(CodeModule module, List<Evidence> evidence) {
        Map<Criterion, Answer> answers = new EnumMap<>(Criterion.class);
        boolean asked = module.files().stream().anyMatch(Rules::witness);
        for (Criterion criterion : Criterion.values()) {
            answers.put(criterion, asked && ruled.contains(criterion) ? Answer.NO : Answer.NOT_ASSESSED);
        }
        if (module.role().shipped() && module.code() > 0) {
            answers.put(Criterion.R4, Answer.NO);
        }
        evidence.forEach(item -> answers.put(item.criterion(), Answer.YES));
        return answers;
    }

    private static List<CountedFile> witnesses(CodeModule module) {
        return module.files().stream().filter(Rules::witness).toList();
    }

    private static boolean witness(CountedFile file) {
        return (file.role() == Role.CORE || file.role() == Role.VENDORED && !isAside(file.path()))
                && file.unsafeCode() > 0;
    }

    private static boolean isAside(String path) {
        String[] names = path.split("/", -1);
        String name = names[names.length - 1];
        String stem = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return Arrays.stream(names, 0, names.length - 1).anyMatch(ASIDE::contains) || TRIAL.contains(stem);
    }

    /** What the rules with a pattern find, in their order. A path says its word once for a file, and only where code is silent. */
    private List<Evidence> matches(List<CountedFile> files) {
        Map<Integer, Tally> tallies = new TreeMap<>();
        BitSet told = new BitSet();
        long lines = 0;
        for (CountedFile file : files) {
            lines += file.unsafeCode();
            double weight = declares(file) ? HEADER_HIT : 1;
            told.clear();
            for (Fact fact : file.facts().facts()) {
                Integer number = numbers.get(fact.rule());
                if (number != null && !takenBack(number, file)) {
                    told.set(number);
                    tallies.computeIfAbsent(number, any -> new Tally()).add(file, fact.line(), fact.count(), weight);
                }
            }
            BitSet named = paths.of(file.path());
            for (int number = named.nextSetBit(0); number >= 0; number = named.nextSetBit(number + 1)) {
                if (!told.get(number)) {
                    tallies.computeIfAbsent(number, any -> new Tally()).add(file, 0, 1, weight);
                }
            }
        }
        List<Evidence> found = new ArrayList<>();
        for (Map.Entry<Integer, Tally> item : tallies.entrySet()) {
            Rule rule = rules.get(item.getKey());
            Tally tally = item.getValue();
            double enough = Math.max(rule.enough(), lines / LINES_FOR_A_HIT);
            Evidence evidence = evidence(rule, tally.weight / enough, tally.path, tally.line, tally.count);
            if (evidence != null) {
                found.add(evidence);
            }
        }
        return found;
    }

    /** Whether the file's own name takes back what its code says to a rule. */
    private boolean takenBack(int rule, CountedFile file) {
        return !rules.get(rule).match().unless().files().isEmpty()
                && asides.of(file.path().substring(file.path().lastIndexOf('/') + 1))
                        .get(rule);
    }

    private Stream<@Nullable Evidence> amounts(CodeModule module, List<CountedFile> files) {
        CountedFile largest = files.get(0);
        for (CountedFile file : files) {
            largest = file.unsafeCode() > largest.unsafeCode() ? file : largest;
        }
        long unsafe = module.unsafeCode();
        Rule share = byId.get(UNSAFE_SHARE);
        Rule amount = byId.get(UNSAFE_AMOUNT);
        return Stream.of(
                share == null ? null : evidence(share, (double) unsafe / module.code(), largest.path(), 0, unsafe),
                amount == null
                        ? null
                        : evidence(
                                amount,
                                Math.log(unsafe / MUCH) / Math.log(amount.enough() / MUCH),
                                largest.path(),
                                0,
                                unsafe));
    }

    /**
     * A parser of what peers send is as sure as the weaker of both: that it parses, and that it stands on the boundary. One
     * that stands behind the boundary is as sure as that it parses.
     */
    private Stream<@Nullable Evidence> parser(CodeModule module, List<Evidence> matched) {
        Evidence parser = null;
        double boundary = 0;
        for (Evidence item : matched) {
            if (item.criterion() == Criterion.R2 && item.points() >= LEAST_BOUNDARY) {
                boundary = Math.max(boundary, Math.min(1, item.points() / SURE_BOUNDARY));
            }
            parser = item.rule().equals(PARSER) ? item : parser;
        }
        if (parser == null) {
            return Stream.of();
        }
        double parses =
                parser.points() / Objects.requireNonNull(byId.get(PARSER)).points();
        Set<String> from = network.of(module);
        Rule rule = byId.get(boundary > 0 ? BOUNDARY_PARSER : HANDED_ON);
        if (rule == null || boundary == 0 && from.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(
                boundary > 0
                        ? evidence(rule, Math.min(parses, boundary), parser.path(), parser.line(), parser.count())
                        : evidence(rule, parses, from.iterator().next(), 0, from.size()));
    }

    /** What fuzz targets reach; what they reach at once is not told again as near. */
    private Stream<@Nullable Evidence> reached(CodeModule module) {
        Set<String> direct = fuzzing.direct(module);
        Set<String> targets = direct.isEmpty() ? fuzzing.near(module) : direct;
        Rule rule = byId.get(direct.isEmpty() ? FUZZ_NEAR : FUZZ_TARGET);
        return rule == null || targets.isEmpty()
                ? Stream.of()
                : Stream.of(evidence(rule, 1, targets.iterator().next(), 0, targets.size()));
    }

    /** The easiest swap counts; a second replacement makes the module no more replaceable. */
    private Stream<@Nullable Evidence> replacements(List<Advice> advice) {
        return advice.stream()
                .filter(item -> item.fit() == Advice.Fit.IS)
                .map(item -> {
                    // What is too young to ship makes no swap easy, whatever its interface.
                    String level = item.replacement().trial()
                            ? "language-only"
                            : item.replacement().swapLevel();
                    Rule rule = byId.get(REPLACEMENT + level);
                    return rule == null ? null : evidence(rule, 1, item.path(), item.line(), 1);
                })
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Evidence::points))
                .stream();
    }

    private static @Nullable Evidence evidence(Rule rule, double share, String path, int line, long count) {
        double points = rule.points() * Math.min(1, share);
        return points < LEAST_POINTS ? null : new Evidence(rule.id(), rule.criterion(), points, path, line, count);
    }

    /** Whether most C of a file declares what stands elsewhere: a header, or what stands above the calls of C in others' Go. */
    private static boolean declares(CountedFile file) {
        return file.path().endsWith(".h") && file.language().name().equals("C")
                || file.role() == Role.VENDORED && file.language().name().equals("Go");
    }

    /** What one rule finds in a module, with the place of the file that has most. */
    private static final class Tally {
        private double weight;
        private long count;
        private double most;
        private String path = "";
        private int line;

        private void add(CountedFile file, int firstLine, long hits, double weightOfHit) {
            count += hits;
            double shown = hits * weightOfHit;
            weight += shown;
            if (shown > most) {
                most = shown;
                path = file.path();
                line = firstLine;
            }
        }
    }
}
