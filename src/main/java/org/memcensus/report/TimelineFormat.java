package org.memcensus.report;

/** The forms in which a history can be written. */
public enum TimelineFormat {
    /** For people. */
    TEXT("text", "txt"),
    /** For programs: {@code memcensus/history/1}. */
    JSON("json", "json"),
    /** For a pull request or an issue. */
    MARKDOWN("markdown", "md"),
    /** One page that stands for itself, with charts. */
    HTML("html", "html"),
    /** For spreadsheets: a row for each point and scope. */
    CSV("csv", "csv");

    private final String label;
    private final String extension;

    TimelineFormat(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /** The word that the option uses. */
    public String label() {
        return label;
    }

    /** What a file of this form ends in, without a dot. */
    public String extension() {
        return extension;
    }

    /** The class that writes it. */
    public TimelineReport report() {
        return switch (this) {
            case TEXT -> new TimelineText();
            case JSON -> new TimelineJson();
            case MARKDOWN -> new TimelineMarkdown();
            case HTML -> new TimelineHtml();
            case CSV -> new TimelineCsv();
        };
    }
}
