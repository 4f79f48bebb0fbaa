package org.memcensus.tables;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Criterion;
import org.memcensus.model.Rule;
import org.memcensus.model.UsageException;

/** Reads {@code evidence.yaml}: the evidence rules. */
public final class RuleTable {
    private RuleTable() {}

    /** All rules, in the order of the table: by criterion, then by id. */
    public static List<Rule> rules() {
        return Tables.list("evidence", RuleTable::rule);
    }

    private static Rule rule(Entry entry) throws UsageException {
        Entry match = entry.entry("match");
        Rule rule = new Rule(
                entry.text("id"),
                entry.word("criterion", Criterion.class),
                entry.text("question"),
                entry.text("says"),
                entry.text("why"),
                entry.text("source"),
                entry.number("points"),
                entry.number("enough"),
                new Rule.Match(
                        match.texts("calls"),
                        match.texts("names"),
                        match.texts("includes"),
                        match.texts("words"),
                        match.texts("paths"),
                        new Rule.Unless(
                                match.texts("unless"),
                                match.texts("unless-names"),
                                match.texts("unless-given"),
                                match.texts("unless-files"),
                                match.flag("unless-only-included", false),
                                beside(match))),
                entry.texts("hits"),
                entry.texts("misses"));
        match.end();
        return rule;
    }

    private static List<Rule.Beside> beside(Entry match) throws UsageException {
        List<Rule.Beside> all = new ArrayList<>();
        for (Entry entry : match.entries("unless-beside")) {
            all.add(new Rule.Beside(entry.texts("any"), entry.texts("but")));
            entry.end();
        }
        return all;
    }
}
