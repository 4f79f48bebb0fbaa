package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.memcensus.model.Study;

/** Writes a study in one format. The same study gives the same characters. */
public final class StudyReport {
    private StudyReport() {}

    /**
     * Writes a whole report and flushes.
     *
     * @param format any format but CSV, which is a folder: see {@link #tables}
     * @param run how to show it
     */
    public static void write(Study study, StudyFormat format, RunInfo run, Writer out) throws IOException {
        switch (format) {
            case TEXT -> StudyText.write(study, run, out);
            case JSON -> StudyJson.write(study, run, out);
            case MARKDOWN -> StudyMarkdown.write(study, run, out);
            case HTML -> StudyHtml.write(study, run, out);
            case CSV -> throw new IllegalArgumentException("CSV is several files");
        }
        out.flush();
    }

    /** The tables of a study as comma-separated values, by file name. */
    public static Map<String, String> tables(Study study) {
        Map<String, String> files = new LinkedHashMap<>();
        for (StudyTable table : StudyTable.all(study)) {
            files.put(table.name() + ".csv", table.csv());
        }
        return files;
    }
}
