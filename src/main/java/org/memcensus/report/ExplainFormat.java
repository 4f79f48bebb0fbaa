package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.Explanation;

/** A form that explanations can have. */
public enum ExplainFormat {
    /** For people. */
    TEXT("text", "txt"),
    /** For programs. */
    JSON("json", "json");

    private final String label;
    private final String extension;

    ExplainFormat(String label, String extension) {
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

    /**
     * Writes explanations and flushes.
     *
     * @throws IOException if {@code out} fails
     */
    public void write(List<Explanation> explanations, RunInfo run, Writer out) throws IOException {
        switch (this) {
            case TEXT -> new ExplainReport().write(explanations, run, out);
            case JSON -> ExplainJson.write(explanations, run, out);
        }
    }
}
