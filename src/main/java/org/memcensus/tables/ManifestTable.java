package org.memcensus.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.memcensus.model.ManifestRule;
import org.memcensus.model.UsageException;

/** Reads {@code manifests.yaml}: what build files and manifests say. */
public final class ManifestTable {
    private ManifestTable() {}

    /** All rules, in the order of the table. */
    public static List<ManifestRule> rules() {
        return Tables.list("manifests", ManifestTable::rule);
    }

    private static ManifestRule rule(Entry entry) throws UsageException {
        return new ManifestRule(
                entry.text("finds"),
                entry.text("kind", ""),
                entry.texts("files").stream()
                        .map(file -> file.toLowerCase(Locale.ROOT))
                        .toList(),
                entry.text("pattern", ""),
                entry.flag("list", false),
                entry.flag("flags", false),
                entry.flag("continued", false),
                entry.text("open", ""),
                entry.text("close", ""),
                new LinkedHashSet<>(entry.texts("skip")),
                entry.text("fact", ""),
                entry.text("source"));
    }
}
