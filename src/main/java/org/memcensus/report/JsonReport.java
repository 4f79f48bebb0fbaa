package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.memcensus.model.Census;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.LanguageSum;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Role;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;

/** The report for programs: {@code memcensus/report/1}, whose schema is {@code /schema/report-1.schema.json}. */
final class JsonReport implements Report {
    static final String SCHEMA = "memcensus/report/1";

    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            head(json, census, run);
            languages(json, census);
            json.writeArrayFieldStart("modules");
            JsonModules.write(json, census.modules());
            json.writeEndArray();
            JsonHistory.comparison(json, census.comparison());
            JsonOpportunity.foundations(json, census.foundations());
            coverage(json, census.coverage());
            if (run.byFile()) {
                files(json, census);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    /** What stands before the lists: the program, the repository, the policy, the history and the summary. */
    static void head(JsonGenerator json, Census census, RunInfo run) throws IOException {
        JsonFields.head(json, SCHEMA, run);
        repository(json, census.repository());
        json.writeObjectFieldStart("policy");
        JsonFields.text(json, "name", census.policyName());
        JsonFields.text(json, "version", census.policyVersion());
        json.writeEndObject();
        JsonHistory.census(json, census.history());
        summary(json, census);
    }

    /** The field of what was scanned. */
    static void repository(JsonGenerator json, RepositoryInfo repository) throws IOException {
        json.writeObjectFieldStart("repository");
        JsonFields.text(json, "name", repository.name());
        JsonFields.optional(json, "url", repository.url());
        JsonFields.optional(json, "revision", repository.revision());
        JsonFields.optional(json, "commit", repository.commit());
        json.writeStringField("source", repository.source().label());
        if (!repository.folder().isEmpty()) {
            JsonFields.text(json, "folder", repository.folder());
        }
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Census census) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeObjectFieldStart("scopes");
        for (Scope scope : Scope.values()) {
            Totals totals = census.totals(scope);
            json.writeObjectFieldStart(scope.label());
            totals(json, totals);
            json.writeNumberField("unsafeBytes", totals.unsafeBytes());
            json.writeNumberField("programBytes", totals.programBytes());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The sums over the files of a scope, without the object around them. */
    static void totals(JsonGenerator json, Totals totals) throws IOException {
        json.writeNumberField("files", totals.files());
        json.writeNumberField("bytes", totals.bytes());
        JsonFields.lines(json, totals.counts());
        json.writeNumberField("unsafeCode", totals.unsafeCode());
        json.writeNumberField("safeCode", totals.safeCode());
        json.writeNumberField("undeterminedCode", totals.undeterminedCode());
        JsonFields.share(json, "unsafeShare", totals.unsafeShare());
        JsonFields.share(json, "unsafeShareBytes", totals.unsafeShareBytes());
    }

    private static void languages(JsonGenerator json, Census census) throws IOException {
        json.writeArrayFieldStart("languages");
        for (LanguageSum sum : census.languages()) {
            language(json, sum);
        }
        json.writeEndArray();
    }

    static void language(JsonGenerator json, LanguageSum sum) throws IOException {
        json.writeStartObject();
        JsonFields.text(json, "name", sum.name());
        json.writeStringField("safety", sum.safety().label());
        json.writeNumberField("files", sum.files());
        json.writeNumberField("bytes", sum.bytes());
        JsonFields.lines(json, sum.counts());
        json.writeObjectFieldStart("roles");
        for (Map.Entry<Role, LanguageSum.InRole> role : sum.roles().entrySet()) {
            json.writeNumberField(role.getKey().label(), role.getValue().code());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("filesByRole");
        for (Map.Entry<Role, LanguageSum.InRole> role : sum.roles().entrySet()) {
            json.writeNumberField(role.getKey().label(), role.getValue().files());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The field of the coverage. */
    static void coverage(JsonGenerator json, Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeNumberField("seen", coverage.seen());
        json.writeNumberField("counted", coverage.counted());
        json.writeNumberField("binary", coverage.binary());
        json.writeNumberField("lfsPointers", coverage.lfsPointers());
        json.writeNumberField("submodules", coverage.submodules());
        json.writeNumberField("symlinks", coverage.symlinks());
        json.writeNumberField("tooLarge", coverage.tooLarge());
        json.writeNumberField("unreadable", coverage.unreadable());
        json.writeNumberField("unknown", coverage.unknown());
        json.writeNumberField("excluded", coverage.excluded());
        json.writeArrayFieldStart("notes");
        for (Problem note : coverage.notes()) {
            json.writeStartObject();
            JsonFields.text(json, "path", note.path());
            JsonFields.text(json, "reason", note.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void files(JsonGenerator json, Census census) throws IOException {
        json.writeArrayFieldStart("files");
        for (ListedFile listed : ListedFile.of(census)) {
            file(json, listed);
        }
        json.writeEndArray();
    }

    static void file(JsonGenerator json, ListedFile listed) throws IOException {
        CountedFile file = listed.file();
        json.writeStartObject();
        JsonFields.text(json, "path", file.path());
        JsonFields.text(json, "language", file.language().name());
        json.writeStringField("safety", file.safety().label());
        json.writeStringField("role", file.role().label());
        JsonFields.text(json, "module", listed.module());
        json.writeNumberField("bytes", file.bytes());
        JsonFields.lines(json, file.counts());
        if (!file.embedded().isEmpty()) {
            embedded(json, file.embedded());
        }
        json.writeEndObject();
    }

    private static void embedded(JsonGenerator json, List<EmbeddedCode> parts) throws IOException {
        json.writeArrayFieldStart("embedded");
        for (EmbeddedCode part : parts) {
            json.writeStartObject();
            JsonFields.text(json, "language", part.language().name());
            json.writeStringField("safety", part.safety().label());
            json.writeNumberField("bytes", part.bytes());
            JsonFields.lines(json, part.counts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
