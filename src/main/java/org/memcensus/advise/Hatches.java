package org.memcensus.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.Fact;
import org.memcensus.model.HatchRule;
import org.memcensus.model.Rule;

/** Sums up the escape hatches that the visits found, by module. */
public final class Hatches {
    private final Map<String, HatchRule> byFact = new HashMap<>();

    /** By the rules that found them. */
    public Hatches(List<HatchRule> rules) {
        rules.forEach(rule -> byFact.put(rule.fact(), rule));
    }

    /** Whether a file is the native side of a door from a safe language, such as JNI: glue, not the work itself. */
    static boolean isDoor(CountedFile file) {
        return file.facts().facts().stream()
                .anyMatch(
                        fact -> fact.rule().startsWith("hatch.") && !fact.rule().startsWith("hatch.inline-assembly"));
    }

    /** What the fact finder must look for in unsafe languages, beside the evidence rules. They give no points. */
    public static List<Rule> patterns(List<HatchRule> rules) {
        return rules.stream()
                .filter(rule -> rule.code().isEmpty())
                .map(rule ->
                        new Rule(rule.fact(), Criterion.O2, "", "", "", "", 0, 1, rule.match(), List.of(), List.of()))
                .toList();
    }

    /** The escape hatches of a module, one a kind and file, by kind, then by path. */
    public List<EscapeHatch> of(CodeModule module) {
        return find(module, false);
    }

    /** The places where a module forbids unsafe code. */
    public List<EscapeHatch> promises(CodeModule module) {
        return find(module, true);
    }

    private List<EscapeHatch> find(CodeModule module, boolean promise) {
        List<EscapeHatch> hatches = new ArrayList<>();
        for (CountedFile file : module.files()) {
            Map<String, EscapeHatch> byKind = new TreeMap<>();
            for (Fact fact : file.facts().facts()) {
                HatchRule rule = byFact.get(fact.rule());
                if (rule != null
                        && rule.promise() == promise
                        && rule.languages().contains(file.language().name())) {
                    byKind.merge(
                            rule.kind(),
                            new EscapeHatch(rule.kind(), fact.count(), file.path(), fact.line()),
                            Hatches::join);
                }
            }
            hatches.addAll(byKind.values());
        }
        hatches.sort(Comparator.comparing(EscapeHatch::kind).thenComparing(EscapeHatch::path));
        return hatches;
    }

    private static EscapeHatch join(EscapeHatch a, EscapeHatch b) {
        return new EscapeHatch(a.kind(), a.count() + b.count(), a.path(), Math.min(a.line(), b.line()));
    }
}
