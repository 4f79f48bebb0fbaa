package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.Classification;
import org.memcensus.model.Explanation;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.RoleDecision;

/** Says why files have what they have, for programs: {@code memcensus/explanation/1}, an object for each path. */
final class ExplainJson {
    private static final String SCHEMA = "memcensus/explanation/1";

    private ExplainJson() {}

    static void write(List<Explanation> explanations, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            JsonFields.head(json, SCHEMA, run);
            json.writeArrayFieldStart("explanations");
            for (Explanation explanation : explanations) {
                write(json, explanation);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    /** A file, or a module, which has neither a language nor lines of its own here: they stand in its own object. */
    private static void write(JsonGenerator json, Explanation file) throws IOException {
        json.writeStartObject();
        JsonFields.text(json, "path", file.path());
        Classification classification = file.classification();
        RoleDecision role = file.role();
        if (classification != null && role != null) {
            json.writeBooleanField("counted", true);
            JsonFields.text(json, "language", classification.language().name());
            JsonFields.text(json, "languageReason", classification.reason());
            json.writeStringField("safety", classification.safety().label());
            JsonFields.text(json, "safetySource", classification.language().source());
            json.writeStringField("role", role.role().label());
            JsonFields.text(json, "roleReason", role.reason());
            JsonFields.lines(json, file.counts());
        } else if (file.module() == null) {
            json.writeBooleanField("counted", false);
            JsonFields.text(json, "reason", file.status());
        }
        ModuleCensus module = file.module();
        if (module != null) {
            JsonFields.text(json, "grouping", file.grouping());
            if (classification != null) {
                JsonModules.evidence(json, file.evidence());
            }
            json.writeFieldName("module");
            JsonModules.module(json, module);
        }
        json.writeEndObject();
    }
}
