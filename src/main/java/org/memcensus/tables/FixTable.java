package org.memcensus.tables;

import java.util.List;
import org.memcensus.model.FixKind;
import org.memcensus.model.UsageException;

/** Reads {@code fixes.yaml}: how commit messages speak of memory-safety fixes. */
public final class FixTable {
    private FixTable() {}

    /** All kinds, in the order of the table. */
    public static List<FixKind> kinds() {
        return Tables.list("fixes", FixTable::kind);
    }

    private static FixKind kind(Entry entry) throws UsageException {
        double weight = entry.fraction("weight");
        if (!(weight > 0 && weight <= 1)) {
            throw entry.wrong("'weight' must be above 0 and at most 1");
        }
        return new FixKind(
                entry.text("id"),
                entry.text("says"),
                weight,
                entry.text("source"),
                entry.texts("phrases"),
                entry.texts("unless"),
                entry.texts("hits"),
                entry.texts("misses"));
    }
}
