package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalDouble;
import org.memcensus.model.Study;
import org.memcensus.model.StudyFigures;

/** The study for programs: {@code memcensus/study/1}. */
final class StudyJson {
    private static final String SCHEMA = "memcensus/study/1";
    private static final int DECIMALS = 4;

    private StudyJson() {}

    static void write(Study study, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            JsonFields.head(json, SCHEMA, run);
            JsonFields.text(json, "policy", study.about().policy());
            JsonFields.text(json, "scannedWith", study.about().scannedWith());
            json.writeStringField("scope", study.about().scope().label());
            progress(json, study.progress());
            json.writeObjectFieldStart("figures");
            figures(json, "code", StudyFigures.ofCode(study.projects()));
            figures(json, "allLines", StudyFigures.ofAllLines(study.projects()));
            json.writeEndObject();
            projects(json, study);
            languages(json, study);
            modules(json, study);
            components(json, study);
            failures(json, study);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void progress(JsonGenerator json, Study.Progress progress) throws IOException {
        json.writeObjectFieldStart("repositories");
        json.writeNumberField("listed", progress.listed());
        json.writeNumberField("done", progress.done());
        json.writeNumberField("incomplete", progress.incomplete());
        json.writeNumberField("failed", progress.failed());
        json.writeNumberField("pending", progress.pending());
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, String field, StudyFigures figures) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("projects", figures.projects());
        json.writeNumberField("withUnsafe", figures.withUnsafe());
        json.writeNumberField("lines", figures.code());
        json.writeNumberField("unsafe", figures.unsafe());
        share(json, "share", figures.share());
        share(json, "medianShare", figures.median());
        json.writeArrayFieldStart("distribution");
        for (long bin : figures.bins()) {
            json.writeNumber(bin);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("largest");
        JsonArrays.texts(
                json,
                "projects",
                figures.largest().stream().map(Study.Project::url).toList());
        share(json, "least", figures.largestLeast());
        share(json, "median", figures.largestMedian());
        json.writeNumberField("above94Percent", figures.largestAlmostAll());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void projects(JsonGenerator json, Study study) throws IOException {
        JsonArrays.objects(json, "projects", study.projects(), project -> {
            JsonFields.text(json, "url", project.url());
            JsonFields.text(json, "name", project.name());
            String commit = project.commit();
            if (commit != null) {
                JsonFields.text(json, "commit", commit);
            }
            Double criticality = project.criticality();
            if (criticality != null) {
                json.writeNumberField("criticality", Numbers.rounded(criticality, DECIMALS));
            }
            json.writeNumberField("code", project.code());
            json.writeNumberField("unsafeCode", project.unsafe());
            json.writeNumberField("safeCode", project.safe());
            json.writeNumberField("undeterminedCode", project.undetermined());
            json.writeNumberField("other", project.other());
            share(json, "unsafeShare", project.share());
            share(json, "unsafeShareOfAllLines", project.shareOfAll());
        });
    }

    private static void languages(JsonGenerator json, Study study) throws IOException {
        JsonArrays.objects(json, "languages", study.languages(), use -> {
            JsonFields.text(json, "name", use.name());
            json.writeStringField("safety", use.safety().label());
            json.writeNumberField("projects", use.projects());
            json.writeNumberField("files", use.files());
            json.writeNumberField("code", use.code());
        });
    }

    private static void modules(JsonGenerator json, Study study) throws IOException {
        JsonArrays.objects(json, "modules", study.modules(), module -> {
            JsonFields.text(json, "url", module.url());
            JsonFields.text(json, "module", module.module());
            json.writeNumberField("unsafeCode", module.unsafeCode());
            json.writeNumberField("priority", Numbers.rounded(module.priority(), 1));
            json.writeNumberField("weight", Numbers.rounded(module.weight(), 1));
            JsonFields.text(json, "replacement", module.replacement());
        });
    }

    private static void components(JsonGenerator json, Study study) throws IOException {
        JsonArrays.objects(json, "components", study.components(), component -> {
            JsonFields.text(json, "name", component.name());
            json.writeNumberField("projects", component.projects());
            json.writeNumberField("files", component.files());
            json.writeNumberField("unsafeCode", component.code());
            JsonFields.text(json, "replacement", component.replacement());
        });
    }

    private static void failures(JsonGenerator json, Study study) throws IOException {
        JsonArrays.objects(json, "failures", study.failures(), failure -> {
            JsonFields.text(json, "url", failure.url());
            JsonFields.text(json, "status", failure.status());
            JsonFields.text(json, "reason", failure.reason());
        });
    }

    private static void share(JsonGenerator json, String field, OptionalDouble share) throws IOException {
        if (share.isPresent()) {
            json.writeNumberField(field, Numbers.rounded(share.getAsDouble(), DECIMALS));
        } else {
            json.writeNullField(field);
        }
    }
}
