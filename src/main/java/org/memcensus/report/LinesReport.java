package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Census;
import org.memcensus.model.LanguageSum;
import org.memcensus.model.ModuleCensus;

/**
 * The report in JSON for programs that read line by line: the parts of {@code memcensus/report/1}, each an object on a line of
 * its own under the name of its part ({@code language}, {@code module}, {@code coverage}, {@code file}); the first line is the
 * head, with the summary.
 */
final class LinesReport implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.lines(out)) {
            json.writeStartObject();
            JsonReport.head(json, census, run);
            json.writeEndObject();
            for (LanguageSum sum : census.languages()) {
                json.writeStartObject();
                json.writeFieldName("language");
                JsonReport.language(json, sum);
                json.writeEndObject();
            }
            for (ModuleCensus module : census.modules()) {
                json.writeStartObject();
                json.writeFieldName("module");
                JsonModules.module(json, module);
                json.writeEndObject();
            }
            json.writeStartObject();
            JsonReport.coverage(json, census.coverage());
            json.writeEndObject();
            if (run.byFile()) {
                for (ListedFile listed : ListedFile.of(census)) {
                    json.writeStartObject();
                    json.writeFieldName("file");
                    JsonReport.file(json, listed);
                    json.writeEndObject();
                }
            }
            json.writeRaw('\n');
        }
        out.flush();
    }
}
