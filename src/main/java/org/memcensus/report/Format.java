package org.memcensus.report;

import java.util.List;

/**
 * A form that a census can be reported in. To add one: write its class, then add its constant and its case here.
 * The compiler refuses a constant without a case.
 */
public enum Format {
    /** One screen for people. */
    TEXT("text", "txt", "one screen: the unsafe share, what to replace first, what was left out"),
    /** The contract with programs. */
    JSON("json", "json", "memcensus/report/1: everything, byte for byte the same for the same input"),
    /** For a pull request or an issue. */
    MARKDOWN("markdown", "md", "GitHub-flavoured, for a pull request or an issue"),
    /** For people who look twice, and for those who decide. */
    HTML("html", "html", "one page that stands for itself: map, modules with all their evidence, what was left out"),
    /** For spreadsheets. */
    CSV("csv", "csv", "a row for each module, or with --by-file for each file"),
    /** For programs that read line by line. */
    NDJSON("ndjson", "ndjson", "the parts of the JSON report, an object a line"),
    /** For services that show results beside code. */
    SARIF("sarif", "sarif", "SARIF 2.1.0, a result for each ranked module"),
    /** For merge requests on GitLab. */
    GITLAB("gitlab", "gitlab.json", "GitLab Code Quality, an entry for each ranked module"),
    /** For a badge. */
    BADGE("badge", "badge.json", "the unsafe share, as the endpoint of shields.io takes it"),
    /** For monitoring. */
    OPENMETRICS("openmetrics", "prom", "figures of the summary, for Prometheus and its like"),
    /** For programs that read cloc. */
    CLOC("cloc", "cloc.json", "lines by language, or with --by-file by file, as cloc --json prints them");

    /** Those that a table of anything can take. */
    public static final List<Format> OF_TABLES = List.of(TEXT, JSON, MARKDOWN, CSV);

    private final String label;
    private final String extension;
    private final String description;

    Format(String label, String extension, String description) {
        this.label = label;
        this.extension = extension;
        this.description = description;
    }

    /** The word that {@code --format} takes. */
    public String label() {
        return label;
    }

    /** File name ending without a dot, for reports that are written to a folder. */
    public String extension() {
        return extension;
    }

    /** What it is for, one phrase. */
    public String description() {
        return description;
    }

    /** The writer of this format. */
    public Report report() {
        Report writer = writer();
        // These round by themselves, as they write: a large census need not be copied for them.
        return this == JSON || this == NDJSON ? writer : new RoundedReport(writer);
    }

    private Report writer() {
        return switch (this) {
            case TEXT -> new TextReport();
            case JSON -> new JsonReport();
            case MARKDOWN -> new MarkdownReport();
            case HTML -> new HtmlReport();
            case CSV -> new CsvReport();
            case NDJSON -> new LinesReport();
            case SARIF -> new SarifReport();
            case GITLAB -> new GitLabReport();
            case BADGE -> new BadgeReport();
            case OPENMETRICS -> new MetricsReport();
            case CLOC -> new ClocReport();
        };
    }
}
