package org.memcensus.tables;

import java.util.List;
import org.memcensus.model.Replacement;
import org.memcensus.model.UsageException;

/** Reads {@code replacements.yaml}: the catalogue of memory-safe replacements. */
public final class ReplacementTable {
    private ReplacementTable() {}

    /** All entries, in the order of the table. */
    public static List<Replacement> replacements() {
        return Tables.list("replacements", ReplacementTable::replacement);
    }

    private static Replacement replacement(Entry entry) throws UsageException {
        return new Replacement(
                entry.text("component"),
                entry.text("kind"),
                new Replacement.Fingerprint(
                        entry.texts("files"), entry.texts("dirs"), entry.texts("headers"), entry.texts("symbols")),
                entry.text("project"),
                entry.text("language"),
                entry.text("licence"),
                entry.text("url"),
                entry.text("swap"),
                entry.text("c-api"),
                entry.text("how", ""),
                entry.text("maturity"),
                entry.text("source"));
    }
}
