package org.memcensus.report;

/** The forms in which the verdict of a gate can be written. */
public enum GateFormat {
    /** For people. */
    TEXT("text", "txt"),
    /** For programs: {@code memcensus/gate/1}. */
    JSON("json", "json"),
    /** For a comment on a pull request. */
    MARKDOWN("markdown", "md"),
    /** SARIF 2.1.0, for code scanning. */
    SARIF("sarif", "sarif"),
    /** GitLab's Code Quality. */
    GITLAB("gitlab", "gitlab.json"),
    /** Workflow commands that GitHub Actions shows as annotations. */
    GITHUB("github", "github.txt");

    private final String label;
    private final String extension;

    GateFormat(String label, String extension) {
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
    public GateReport report() {
        return switch (this) {
            case TEXT -> new GateText();
            case JSON -> new GateJson();
            case MARKDOWN -> new GateMarkdown();
            case SARIF -> new GateSarif();
            case GITLAB -> new GateGitLab();
            case GITHUB -> new GateGitHub();
        };
    }
}
