package org.memcensus.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Census;
import org.memcensus.model.StoredReport;
import org.memcensus.model.UsageException;
import org.memcensus.report.Format;

/** Where the reports of a census go. */
final class Results {
    private final Outputs<Format> outputs;

    private Results(Outputs<Format> outputs) {
        this.outputs = outputs;
    }

    /**
     * Decides where each format goes, before the work begins.
     *
     * @param output file or folder; null for standard output
     * @throws UsageException if the place cannot take the formats
     */
    static Results of(Surroundings surroundings, List<Format> formats, @Nullable String output) throws UsageException {
        return new Results(Outputs.of(surroundings, formats, Format::extension, output));
    }

    /**
     * The format of a table that a user names.
     *
     * @throws UsageException if there is none of that name
     */
    static Format format(String label) throws UsageException {
        return OutputSettings.chosen(List.of(label), Format.OF_TABLES, Format::label)
                .get(0);
    }

    /**
     * Writes every format of a report that was stored, as the program that stored it would have.
     *
     * @throws IOException if standard output cannot be written to
     * @throws UsageException if a file cannot be written; those that were there stay as they were
     */
    void write(StoredReport stored, Shown shown) throws IOException, UsageException {
        outputs.write(
                (format, run, out) -> format.report().write(stored.census(), run.of(stored.version()), out), shown);
    }

    /**
     * Writes every format.
     *
     * @throws IOException if standard output cannot be written to
     * @throws UsageException if a file cannot be written; those that were there stay as they were
     */
    void write(Census census, Shown shown) throws IOException, UsageException {
        outputs.write((format, run, out) -> format.report().write(census, run, out), shown);
    }
}
