package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Annotation;
import org.memcensus.model.Evidence;
import org.memcensus.model.Finding;
import org.memcensus.model.Problem;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.Broken;

/**
 * The verdict as SARIF 2.1.0, one result a module. What an annotation lets pass is there as a suppressed result; what could
 * not be read is a notification of the tool, not a result.
 */
final class GateSarif implements GateReport {
    /** GitHub takes 25,000 results of a run and shows 5,000. */
    private static final int MOST_RESULTS = 5_000;

    /** GitHub takes 1,000 locations of a result; a reader needs fewer. */
    private static final int MOST_LOCATIONS = 20;

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String LIMIT_RULE = "limit-";

    /** GitHub asks for a full description and for help of each rule. */
    private static final String FULL =
            "A change brings code in a memory-unsafe language that was not there before: %s.";

    private static final String HELP =
            "Write it in a memory-safe language, take the library that the result names, or say in .memcensus.yml why it must"
                    + " be: an annotation with module, reason and until.";

    @Override
    public void write(Verdict verdict, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json, verdict, run);
            invocation(json, verdict);
            json.writeArrayFieldStart("results");
            int left = MOST_RESULTS;
            for (Finding finding : head(verdict.findings(), left)) {
                result(json, verdict, finding, run);
            }
            left -= Math.min(left, verdict.findings().size());
            for (Broken broken : head(verdict.broken(), left)) {
                broken(json, verdict, broken);
            }
            left -= Math.min(left, verdict.broken().size());
            for (Finding finding : head(verdict.passed(), left)) {
                result(json, verdict, finding, run);
            }
            json.writeEndArray();
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static <T> List<T> head(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    private static void tool(JsonGenerator json, Verdict verdict, RunInfo run) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "memcensus");
        json.writeStringField("version", run.version());
        json.writeArrayFieldStart("rules");
        for (Finding.Kind kind : Finding.Kind.values()) {
            rule(json, kind.id(), kind.text());
        }
        for (String limit : limits(verdict)) {
            rule(json, LIMIT_RULE + limit, "a limit of the gate is broken: " + limit);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static List<String> limits(Verdict verdict) {
        return verdict.broken().stream().map(Broken::limit).distinct().sorted().toList();
    }

    private static void rule(JsonGenerator json, String id, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        text(json, "shortDescription", text);
        text(json, "fullDescription", FULL.formatted(text));
        text(json, "help", HELP);
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", "error");
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("security");
        json.writeString("memory-safety");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void invocation(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Problem problem : head(verdict.unread(), MOST_RESULTS)) {
            json.writeStartObject();
            json.writeStringField("level", "warning");
            text(
                    json,
                    "message",
                    "not read, and may hide a new unsafe module: " + problem.path() + ": " + problem.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void result(JsonGenerator json, Verdict verdict, Finding finding, RunInfo run) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.kind().id());
        json.writeNumberField("ruleIndex", finding.kind().ordinal());
        json.writeStringField("level", "error");
        text(json, "message", message(finding, run));
        json.writeArrayFieldStart("locations");
        location(json, verdict, finding.files().get(0), finding.id(), 0);
        json.writeEndArray();
        if (finding.files().size() > 1) {
            json.writeArrayFieldStart("relatedLocations");
            int id = 1;
            for (String path : head(finding.files().subList(1, finding.files().size()), MOST_LOCATIONS)) {
                location(json, verdict, path, "", id++);
            }
            json.writeEndArray();
        }
        fingerprint(json, Fingerprint.of(finding.kind().id(), finding.id()));
        Annotation annotation = finding.annotation();
        if (annotation != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("status", "accepted");
            json.writeStringField(
                    "justification",
                    JsonStyle.whole(annotation.reason().label()
                            + (annotation.comment().isEmpty() ? "" : ": " + annotation.comment())));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** All that the text report says of a module. */
    static String message(Finding finding, RunInfo run) {
        List<String> parts = new ArrayList<>();
        parts.add(GateWords.finding(finding) + ".");
        for (Evidence evidence : GateWords.evidence(finding)) {
            parts.add("It " + GateWords.evidence(evidence, run) + ".");
        }
        parts.add("Way out: " + GateWords.wayOut(finding) + ".");
        parts.add("If it must be, annotate " + finding.id() + " in .memcensus.yml.");
        return Plain.of(String.join(" ", parts));
    }

    private static void broken(JsonGenerator json, Verdict verdict, Broken broken) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", LIMIT_RULE + broken.limit());
        json.writeNumberField(
                "ruleIndex", Finding.Kind.values().length + limits(verdict).indexOf(broken.limit()));
        json.writeStringField("level", "error");
        text(json, "message", Plain.of(broken.text()));
        json.writeArrayFieldStart("locations");
        // GitHub refuses results without a place: what concerns the whole tree points to its configuration.
        location(json, verdict, broken.path().isEmpty() ? ".memcensus.yml" : broken.path(), "", 0);
        json.writeEndArray();
        fingerprint(json, Fingerprint.of(broken.limit(), broken.path()));
        json.writeEndObject();
    }

    private static void fingerprint(JsonGenerator json, String value) throws IOException {
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("memcensusModule/v1", value);
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, Verdict verdict, String path, String module, int id)
            throws IOException {
        json.writeStartObject();
        if (id > 0) {
            json.writeNumberField("id", id);
        }
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(GateWords.fromRoot(verdict, path)));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", 1);
        json.writeEndObject();
        json.writeEndObject();
        if (!module.isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", JsonStyle.whole(module));
            json.writeStringField("kind", "module");
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** A path as a relative reference: what a URI cannot hold is escaped, and a colon makes no scheme of it. */
    static String uri(String path) {
        try {
            String raw = new URI(null, null, "/" + JsonStyle.whole(path), null)
                    .toASCIIString()
                    .substring(1);
            return raw.startsWith("/") ? "." + raw : raw.replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", JsonStyle.whole(text));
        json.writeEndObject();
    }
}
