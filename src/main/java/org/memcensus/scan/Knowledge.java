package org.memcensus.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.advise.Adviser;
import org.memcensus.advise.Hatches;
import org.memcensus.facts.FactFinder;
import org.memcensus.facts.HatchFinder;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.Catalogue;
import org.memcensus.model.ContentRule;
import org.memcensus.model.Docstrings;
import org.memcensus.model.HatchRule;
import org.memcensus.model.Language;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.LineSyntax.Feature;
import org.memcensus.model.ManifestRule;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Policy;
import org.memcensus.model.Replacement;
import org.memcensus.model.RoleRules;
import org.memcensus.model.Rule;
import org.memcensus.model.UsageException;
import org.memcensus.tables.AdviceTable;
import org.memcensus.tables.ContentRuleTable;
import org.memcensus.tables.HatchTable;
import org.memcensus.tables.LanguageTable;
import org.memcensus.tables.ManifestTable;
import org.memcensus.tables.ModuleTable;
import org.memcensus.tables.PolicyTable;
import org.memcensus.tables.ReplacementTable;
import org.memcensus.tables.RoleTable;
import org.memcensus.tables.RuleTable;

/**
 * Everything that a scan knows before it looks at the repository.
 *
 * @param policy the policy in force
 * @param languages the language table, with the safety classes of that policy
 * @param contentRules how to tell languages apart that share an extension
 * @param roleRules how to tell what a file is for
 * @param rules the evidence rules
 * @param replacements the replacement catalogue
 * @param hatches how escape hatches are recognised
 * @param manifests what is looked for in build files and manifests
 * @param adviceWords what first steps are put together from
 * @param marks what tells of modules beyond what builds declare
 * @param seekers what is looked for in code, ready to look
 */
record Knowledge(
        Policy policy,
        List<Language> languages,
        List<ContentRule> contentRules,
        RoleRules roleRules,
        List<Rule> rules,
        List<Replacement> replacements,
        List<HatchRule> hatches,
        List<ManifestRule> manifests,
        AdviceWords adviceWords,
        ModuleMarks marks,
        Seekers seekers) {
    /**
     * What is looked for in code, ready to look. It is shared: each thread takes another one of each finder.
     *
     * @param patterns all that the fact finder looks for
     */
    record Seekers(List<Rule> patterns, FactFinder facts, HatchFinder hatches) {
        private static Seekers of(List<Rule> rules, List<Replacement> replacements, List<HatchRule> hatches) {
            List<Rule> patterns = Stream.of(rules, Adviser.patterns(replacements), Hatches.patterns(hatches))
                    .flatMap(List::stream)
                    .toList();
            return new Seekers(patterns, new FactFinder(patterns), new HatchFinder(hatches));
        }
    }

    /** The tables as they are shipped. They take a third of a small scan's time, and most scans want them. */
    private static final class Shipped {
        static final CompletableFuture<Knowledge> READING =
                CompletableFuture.supplyAsync(() -> over(PolicyTable.standard(), ReplacementTable.catalogue()));
    }

    /** Begins to read the tables as they are shipped, beside what else is to be done before a scan. */
    static void prepare() {
        Shipped.READING.isDone();
    }

    /**
     * Reads the tables.
     *
     * @param policyName name of a built-in policy, or a file
     * @param catalogue a file to lay over the catalogue; null for none
     * @throws UsageException if there is no such policy, or the file is wrong
     */
    static Knowledge under(String policyName, @Nullable String catalogue) throws UsageException {
        boolean shipped = policyName.equals(ScanOptions.DEFAULT_POLICY) && catalogue == null;
        return shipped ? Shipped.READING.join() : over(PolicyTable.find(policyName), ReplacementTable.with(catalogue));
    }

    private static Knowledge over(Policy policy, Catalogue catalogue) {
        List<Language> languages =
                LanguageTable.read().languages().stream().map(policy::over).toList();
        List<Rule> rules = RuleTable.rules();
        List<HatchRule> hatches = HatchTable.rules();
        return new Knowledge(
                policy,
                languages,
                ContentRuleTable.read(),
                RoleTable.read(),
                rules,
                catalogue.entries(),
                hatches,
                ManifestTable.rules(),
                AdviceTable.read(),
                ModuleTable.read(),
                Seekers.of(rules, catalogue.entries(), hatches));
    }

    /** The same with docstrings counted so. */
    Knowledge counting(Docstrings docstrings) {
        if (docstrings == Docstrings.COMMENTS) {
            return this;
        }
        Map<LineSyntax, LineSyntax> changed = new HashMap<>(); // languages that share a syntax go on sharing it
        List<Language> all = new ArrayList<>(languages.size());
        for (Language language : languages) {
            LineSyntax syntax = language.syntax();
            all.add(
                    syntax.features().contains(Feature.DOCSTRINGS)
                            ? language.withSyntax(
                                    changed.computeIfAbsent(syntax, old -> old.without(Feature.DOCSTRINGS)))
                            : language);
        }
        return new Knowledge(
                policy,
                all,
                contentRules,
                roleRules,
                rules,
                replacements,
                hatches,
                manifests,
                adviceWords,
                marks,
                seekers);
    }

    /** What of it a visit depends on and the user can change: rulings, what counts as a comment, and what is looked for. */
    List<String> circumstances() {
        List<String> parts = new ArrayList<>();
        for (Language language : languages) {
            boolean docstrings = language.syntax().features().contains(Feature.DOCSTRINGS);
            parts.add(language.name() + " " + language.safety() + (docstrings ? " docstrings" : ""));
        }
        seekers.patterns().forEach(rule -> parts.add(rule.id() + " " + rule.match()));
        return parts;
    }
}
