package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Annotation;
import org.memcensus.model.Evidence;
import org.memcensus.model.Finding;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.Broken;

/**
 * The verdict as SARIF 2.1.0, one result a module. What an annotation lets pass is there as a suppressed result; what could
 * not be read is a notification of the tool, not a result.
 */
final class GateSarif implements GateReport {
    private static final String LIMIT_RULE = "limit-";

    private static final String FULL =
            "A change brings code in a memory-unsafe language that was not there before: %s.";

    private static final String HELP =
            "Write it in a memory-safe language, take the library that the result names, or say in .memcensus.yml why it must"
                    + " be: an annotation with module, reason and until.";

    @Override
    public void write(Verdict verdict, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            Sarif.begin(json, run.version());
            rules(json, verdict);
            Sarif.results(json, unread(verdict));
            int left = Sarif.MOST_RESULTS;
            for (Finding finding : Sarif.head(verdict.findings(), left)) {
                result(json, verdict, finding, run);
            }
            left -= Math.min(left, verdict.findings().size());
            for (Broken broken : Sarif.head(verdict.broken(), left)) {
                broken(json, verdict, broken);
            }
            left -= Math.min(left, verdict.broken().size());
            for (Finding finding : Sarif.head(verdict.passed(), left)) {
                result(json, verdict, finding, run);
            }
            Sarif.end(json);
        }
        out.flush();
    }

    private static void rules(JsonGenerator json, Verdict verdict) throws IOException {
        for (Finding.Kind kind : Finding.Kind.values()) {
            rule(json, kind.id(), kind.text());
        }
        for (String limit : limits(verdict)) {
            rule(json, LIMIT_RULE + limit, "a limit of the gate is broken: " + limit);
        }
    }

    private static List<String> limits(Verdict verdict) {
        return verdict.broken().stream().map(Broken::limit).distinct().sorted().toList();
    }

    private static void rule(JsonGenerator json, String id, String text) throws IOException {
        Sarif.rule(json, id, text, FULL.formatted(text), HELP, "error");
    }

    private static List<String> unread(Verdict verdict) {
        return verdict.unread().stream()
                .map(problem ->
                        "not read, and may hide a new unsafe module: " + problem.path() + ": " + problem.reason())
                .toList();
    }

    private static void result(JsonGenerator json, Verdict verdict, Finding finding, RunInfo run) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.kind().id());
        json.writeNumberField("ruleIndex", finding.kind().ordinal());
        json.writeStringField("level", "error");
        Sarif.text(json, "message", message(finding, run));
        json.writeArrayFieldStart("locations");
        location(json, verdict, finding.files().get(0), finding.id(), 0);
        json.writeEndArray();
        if (finding.files().size() > 1) {
            json.writeArrayFieldStart("relatedLocations");
            int id = 1;
            for (String path :
                    Sarif.head(finding.files().subList(1, finding.files().size()), Sarif.MOST_LOCATIONS)) {
                location(json, verdict, path, "", id++);
            }
            json.writeEndArray();
        }
        Sarif.fingerprint(json, Fingerprint.of(finding.kind().id(), finding.id()));
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
        Sarif.text(json, "message", Plain.of(broken.text()));
        json.writeArrayFieldStart("locations");
        // GitHub refuses results without a place: what concerns the whole tree points to its configuration.
        location(json, verdict, broken.path().isEmpty() ? ".memcensus.yml" : broken.path(), "", 0);
        json.writeEndArray();
        Sarif.fingerprint(json, Fingerprint.of(broken.limit(), broken.path()));
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, Verdict verdict, String path, String module, int id)
            throws IOException {
        Sarif.location(json, GateWords.fromRoot(verdict, path), 0, module, id, "");
    }
}
