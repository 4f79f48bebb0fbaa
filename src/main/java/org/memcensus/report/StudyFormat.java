package org.memcensus.report;

/** A form that a study can be reported in. */
public enum StudyFormat {
    /** One screen for people. */
    TEXT("text", "txt"),
    /** Everything, for programs. */
    JSON("json", "json"),
    /** A folder of tables. */
    CSV("csv", "csv"),
    /** For a page or an issue. */
    MARKDOWN("markdown", "md"),
    /** One page that stands for itself. */
    HTML("html", "html");

    private final String label;
    private final String extension;

    StudyFormat(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /** The word that {@code --format} takes. */
    public String label() {
        return label;
    }

    /** File name ending without a dot. */
    public String extension() {
        return extension;
    }
}
