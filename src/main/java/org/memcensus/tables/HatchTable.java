package org.memcensus.tables;

import java.util.LinkedHashSet;
import java.util.List;
import org.memcensus.model.HatchRule;
import org.memcensus.model.Rule;
import org.memcensus.model.UsageException;

/** Reads {@code escape-hatches.yaml}: how escape hatches are recognised. */
public final class HatchTable {
    private HatchTable() {}

    /** All rules, sorted by id. */
    public static List<HatchRule> rules() {
        return Tables.list("escape-hatches", HatchTable::rule);
    }

    private static HatchRule rule(Entry entry) throws UsageException {
        Entry match = entry.entry("match");
        HatchRule rule = new HatchRule(
                entry.text("id"),
                entry.text("kind"),
                new LinkedHashSet<>(entry.texts("languages")),
                entry.texts("code"),
                new Rule.Match(
                        match.texts("calls"), match.texts("names"), match.texts("includes"), List.of(), List.of()),
                entry.text("needs", ""),
                entry.flag("lines", false),
                entry.flag("promise", false),
                entry.text("says"),
                entry.text("one"),
                entry.text("source"),
                entry.texts("hits"),
                entry.texts("misses"));
        match.end();
        return rule;
    }
}
