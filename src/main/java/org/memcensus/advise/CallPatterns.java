package org.memcensus.advise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Fact;
import org.memcensus.model.Replacement;
import org.memcensus.model.Rule;

/**
 * The patterns by which the fact finder knows calls of components, and what a module calls by them. They belong to no
 * question and give no points.
 */
final class CallPatterns {
    private static final String PREFIX = "component.";

    /** Functions that a user must call, where these are not all of the component's. */
    private static final String ASKED = "asked.";

    /** Functions that make what a user works on. */
    private static final String MAKING = "making.";

    /** Functions that one of a component's replacements has not. */
    private static final String LACKING = "lacking.";

    /** Names that a user must not use. */
    private static final String REFUSED = "refused.";

    /** Types of what a user works on. */
    private static final String HANDLES = "handles.";

    /** Ends a name that stands for itself: a user may have functions whose names begin with it. */
    private static final String WHOLE = "()";

    private CallPatterns() {}

    /**
     * What the fact finder must look for, beside the evidence rules, so that components can be recognised: a pattern for
     * each component, by the names of its functions. They belong to no question and give no points.
     */
    static List<Rule> of(List<Replacement> catalogue) {
        Map<String, Set<String>> calls = new LinkedHashMap<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Replacement entry : catalogue) {
            add(calls, pattern(entry), entry.fingerprint().symbolPrefixes());
            add(calls, ASKED + pattern(entry), entry.use().calls());
            add(calls, MAKING + pattern(entry), entry.use().makes());
            add(names, refused(entry), entry.use().notNames());
            exact(names, HANDLES + pattern(entry), entry.use().handles());
        }
        List<Rule> patterns = new ArrayList<>();
        for (Replacement entry : catalogue) {
            if (!entry.use().lacks().isEmpty()) {
                calls.computeIfAbsent(lacking(entry), key -> new LinkedHashSet<>())
                        .addAll(entry.use().lacks());
            }
        }
        calls.forEach((id, begun) -> patterns.add(rule(id, List.copyOf(begun), List.of())));
        names.forEach((id, begun) -> patterns.add(rule(id, List.of(), List.copyOf(begun))));
        return patterns;
    }

    private static void add(Map<String, Set<String>> patterns, String id, List<String> beginnings) {
        exact(patterns, id, beginnings.stream().map(CallPatterns::names).toList());
    }

    /** All names that begin so; of one with brackets at its end, that name alone. */
    private static String names(String beginning) {
        return beginning.endsWith(WHOLE)
                ? beginning.substring(0, beginning.length() - WHOLE.length())
                : beginning + "*";
    }

    private static void exact(Map<String, Set<String>> patterns, String id, List<String> names) {
        if (!names.isEmpty()) {
            patterns.computeIfAbsent(id, key -> new LinkedHashSet<>()).addAll(names);
        }
    }

    private static Rule rule(String id, List<String> calls, List<String> names) {
        Rule.Match match = new Rule.Match(calls, names, List.of(), List.of(), List.of());
        return new Rule(id, Criterion.O2, "", "", "", "", 0, 1, match, List.of(), List.of());
    }

    /** How often a module names a component's functions. */
    static int calls(CodeModule module, Replacement entry) {
        return count(module, pattern(entry));
    }

    /** Whether it names a function that this replacement has not. */
    static boolean lacks(CodeModule module, Replacement entry) {
        return count(module, lacking(entry)) > 0;
    }

    /** How often it names those functions of which users that can change name some. */
    static int asked(CodeModule module, Replacement entry) {
        return count(module, ASKED + pattern(entry));
    }

    /** How often a file names them; 0 too where all of the component's functions are such. */
    static int asked(CountedFile file, Replacement entry) {
        return file.facts().facts().stream()
                .filter(fact -> fact.rule().equals(ASKED + pattern(entry)))
                .mapToInt(Fact::count)
                .sum();
    }

    /** Whether it makes what it works on. */
    static boolean makes(CodeModule module, Replacement entry) {
        return count(module, MAKING + pattern(entry)) > 0;
    }

    /** Whether a file names the types of what the component works on. */
    static boolean holds(CountedFile file, Replacement entry) {
        return file.facts().facts().stream().anyMatch(fact -> fact.rule().equals(HANDLES + pattern(entry)));
    }

    /** Whether it names what a user that can change does not name. */
    static boolean refuses(CodeModule module, Replacement entry) {
        return count(module, refused(entry)) > 0;
    }

    private static int count(CodeModule module, String pattern) {
        return module.files().stream()
                .flatMap(file -> file.facts().facts().stream())
                .filter(fact -> fact.rule().equals(pattern))
                .mapToInt(Fact::count)
                .sum();
    }

    /** Id of the pattern that finds what a replacement has not. */
    private static String lacking(Replacement entry) {
        return LACKING + pattern(entry) + " " + entry.project();
    }

    /** Id of the pattern that finds what users of a replacement do not name. */
    private static String refused(Replacement entry) {
        return REFUSED + pattern(entry) + " " + entry.project();
    }

    /** Id of the pattern that finds a component's functions. */
    static String pattern(Replacement entry) {
        return PREFIX + entry.component();
    }
}
