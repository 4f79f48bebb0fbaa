package org.memcensus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleCensus;
import org.memcensus.report.Listing.Column;

/** Every counted file of a census as a table, for people; the JSON report has more of each. */
final class FileListing {
    private static final List<Column> COLUMNS = List.of(
            new Column("file", false),
            new Column("language", false),
            new Column("class", false),
            new Column("role", false),
            new Column("code", true),
            new Column("module", false));

    private FileListing() {}

    /** The files by path. */
    static Listing of(Census census) {
        List<List<String>> rows = new ArrayList<>();
        for (ModuleCensus module : census.modules()) {
            for (CountedFile file : module.module().files()) {
                rows.add(List.of(
                        file.path(),
                        file.language().name(),
                        file.safety().label(),
                        file.role().label(),
                        Long.toString(file.counts().code()),
                        module.module().name()));
            }
        }
        rows.sort(Comparator.comparing(row -> row.get(0)));
        return new Listing(COLUMNS, rows);
    }
}
