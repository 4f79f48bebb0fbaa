package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.memcensus.model.Census;
import org.memcensus.model.LanguageSum;
import org.memcensus.model.LineCounts;

/**
 * The report for programs that read what {@code cloc --json} prints (https://github.com/AlDanial/cloc): lines by language, or
 * by file where that is asked. What the clock says is left out, so that the same tree gives the same bytes.
 */
final class ClocReport implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        Map<String, Sum> languages = new LinkedHashMap<>(); // in the order of the sums: most code first
        Sum all = Sum.NONE;
        for (LanguageSum sum : census.languages()) {
            Sum one = new Sum(sum.files(), sum.counts());
            languages.merge(sum.name(), one, Sum::plus);
            all = all.plus(one);
        }
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("header");
            JsonFields.text(json, "memcensus_version", run.version());
            json.writeNumberField("n_files", all.files());
            json.writeNumberField("n_lines", all.counts().lines());
            json.writeEndObject();
            if (run.byFile()) {
                for (ListedFile listed : ListedFile.of(census)) {
                    json.writeObjectFieldStart(
                            "./" + JsonStyle.whole(listed.file().path()));
                    counts(json, listed.file().counts());
                    JsonFields.text(json, "language", listed.file().language().name());
                    json.writeEndObject();
                }
            } else {
                for (Map.Entry<String, Sum> language : languages.entrySet()) {
                    sum(json, language.getKey(), language.getValue());
                }
            }
            sum(json, "SUM", all);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private record Sum(long files, LineCounts counts) {
        private static final Sum NONE = new Sum(0, LineCounts.NONE);

        Sum plus(Sum other) {
            return new Sum(files + other.files, counts.plus(other.counts));
        }
    }

    private static void sum(JsonGenerator json, String name, Sum sum) throws IOException {
        json.writeObjectFieldStart(JsonStyle.whole(name));
        json.writeNumberField("nFiles", sum.files());
        counts(json, sum.counts());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, LineCounts counts) throws IOException {
        json.writeNumberField("blank", counts.blanks());
        json.writeNumberField("comment", counts.comments());
        json.writeNumberField("code", counts.code());
    }
}
