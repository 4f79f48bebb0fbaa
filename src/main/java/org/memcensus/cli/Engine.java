package org.memcensus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Explanation;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import org.memcensus.model.Replacement;
import org.memcensus.model.Rule;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

/** What the commands run on: the scan, the reports and the tables. A test of a command gives its own. */
interface Engine {
    /** Scans a repository. */
    Census scan(ScanOptions options, ScanProgress progress) throws SourceException, UsageException;

    /** Scans a repository and explains some of its files. */
    List<Explanation> explain(ScanOptions options, ScanProgress progress, List<String> paths)
            throws SourceException, UsageException;

    /** The formats of a report, the default first. */
    List<ReportFormat> formats();

    /** Writes a census as UTF-8 bytes. */
    void write(ReportFormat format, Census census, Look look, OutputStream out) throws IOException;

    /** The language table, sorted by name. */
    List<Language> languages();

    /** The built-in policies. */
    List<Policy> policies();

    /** The evidence rules, in the order of their table. */
    List<Rule> rules();

    /** The catalogue of memory-safe replacements. */
    List<Replacement> replacements();

    /**
     * A format of a report.
     *
     * @param name the word after {@code --format}
     * @param extension ending of its files, without a dot
     * @param says what it is for, one phrase
     */
    record ReportFormat(String name, String extension, String says) {}

    /**
     * How a report is to look, beyond its census.
     *
     * @param version version of the program
     * @param color whether escape codes may be used
     * @param unicode whether characters beyond ASCII may be used; only text asks
     * @param columns width of a line of text
     * @param byFile whether files are listed
     */
    record Look(String version, boolean color, boolean unicode, int columns, boolean byFile) {}
}
