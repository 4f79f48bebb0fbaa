package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Annotation;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Finding;
import org.memcensus.model.Problem;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.AnnotationUse;
import org.memcensus.model.Verdict.Broken;
import org.memcensus.model.Verdict.NewHatch;

/** The verdict for programs: {@code memcensus/gate/1}. */
final class GateJson implements GateReport {
    private static final int SHARE_DECIMALS = 4;

    @Override
    public void write(Verdict verdict, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            JsonFields.head(json, "memcensus/gate/1", run);
            json.writeStringField("verdict", verdict.outcome().name());
            json.writeStringField("summary", JsonStyle.whole(GateWords.headline(verdict)));
            json.writeObjectFieldStart("base");
            json.writeStringField("name", JsonStyle.whole(verdict.base()));
            optional(json, "commit", verdict.baseCommit());
            side(json, verdict.unsafeBefore(), verdict.shareBefore());
            json.writeEndObject();
            json.writeObjectFieldStart("head");
            json.writeStringField("name", JsonStyle.whole(verdict.head().name()));
            optional(json, "commit", verdict.head().commit());
            json.writeStringField("source", verdict.head().source().label());
            side(json, verdict.unsafeNow(), verdict.shareNow());
            json.writeEndObject();
            findings(json, "findings", verdict.findings());
            findings(json, "passed", verdict.passed());
            broken(json, verdict.broken());
            hatches(json, verdict.hatches());
            problems(json, "unread", verdict.unread());
            annotations(json, verdict.annotations());
            problems(json, "notes", verdict.notes());
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void side(JsonGenerator json, long unsafe, OptionalDouble share) throws IOException {
        json.writeNumberField("unsafeCode", unsafe);
        if (share.isPresent()) {
            json.writeNumberField("unsafeShare", Numbers.rounded(share.getAsDouble(), SHARE_DECIMALS));
        } else {
            json.writeNullField("unsafeShare");
        }
    }

    private static void findings(JsonGenerator json, String field, List<Finding> findings) throws IOException {
        JsonArrays.objects(json, field, findings, finding -> {
            CodeModule module = finding.module().module();
            json.writeStringField("kind", finding.kind().id());
            json.writeStringField("module", JsonStyle.whole(module.id()));
            json.writeStringField("name", JsonStyle.whole(finding.name()));
            if (finding.target() != null) {
                json.writeStringField("target", JsonStyle.whole(finding.id()));
            }
            json.writeStringField("moduleKind", module.kind().label());
            json.writeStringField("path", JsonStyle.whole(module.path()));
            json.writeStringField("role", module.role().label());
            json.writeNumberField("newUnsafeCode", finding.lines());
            json.writeNumberField("unsafeCode", module.unsafeCode());
            JsonArrays.objects(json, "languages", GateWords.languageLines(finding), language -> {
                json.writeStringField("name", language.name());
                json.writeNumberField("code", language.code());
            });
            JsonArrays.texts(json, "files", finding.files());
            json.writeStringField("detail", finding.detail());
            JsonArrays.objects(json, "evidence", finding.module().evidence(), item -> {
                json.writeStringField("rule", item.rule());
                json.writeStringField("criterion", item.criterion().name());
                json.writeStringField("path", JsonStyle.whole(item.path()));
                json.writeNumberField("line", item.line());
                json.writeNumberField("count", item.count());
            });
            JsonArrays.objects(json, "replacements", finding.module().advice(), advice -> {
                json.writeStringField("component", advice.replacement().component());
                json.writeStringField("project", advice.replacement().project());
                json.writeStringField("language", advice.replacement().language());
                json.writeStringField("url", advice.replacement().url());
            });
            if (finding.annotation() != null) {
                json.writeObjectFieldStart("annotation");
                annotation(json, finding.annotation());
                json.writeEndObject();
            }
        });
    }

    private static void broken(JsonGenerator json, List<Broken> broken) throws IOException {
        JsonArrays.objects(json, "brokenLimits", broken, each -> {
            json.writeStringField("limit", each.limit());
            json.writeStringField("text", JsonStyle.whole(each.text()));
            json.writeStringField("path", JsonStyle.whole(each.path()));
        });
    }

    private static void hatches(JsonGenerator json, List<NewHatch> hatches) throws IOException {
        JsonArrays.objects(json, "newEscapeHatches", hatches, each -> {
            json.writeStringField("module", JsonStyle.whole(each.module()));
            json.writeStringField("kind", each.hatch().kind());
            json.writeStringField("path", JsonStyle.whole(each.hatch().path()));
            json.writeNumberField("line", each.hatch().line());
        });
    }

    private static void annotations(JsonGenerator json, List<AnnotationUse> uses) throws IOException {
        JsonArrays.objects(json, "annotations", uses, use -> {
            annotation(json, use.annotation());
            json.writeStringField("state", use.state().name().toLowerCase(Locale.ROOT));
            json.writeBooleanField("addedByThisChange", use.isNew());
        });
    }

    private static void annotation(JsonGenerator json, Annotation annotation) throws IOException {
        json.writeStringField("module", JsonStyle.whole(annotation.module()));
        json.writeStringField("reason", annotation.reason().label());
        json.writeStringField("comment", JsonStyle.whole(annotation.comment()));
        optional(
                json,
                "until",
                annotation.until() == null ? null : annotation.until().toString());
    }

    private static void problems(JsonGenerator json, String field, List<Problem> problems) throws IOException {
        JsonArrays.objects(json, field, problems, problem -> {
            json.writeStringField("path", JsonStyle.whole(problem.path()));
            json.writeStringField("reason", JsonStyle.whole(problem.reason()));
        });
    }

    private static void optional(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, JsonStyle.whole(value));
        }
    }
}
