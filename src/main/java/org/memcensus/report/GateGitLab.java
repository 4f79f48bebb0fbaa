package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Finding;
import org.memcensus.model.Problem;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.Broken;

/** The verdict as GitLab's Code Quality report: a list of what to look at, each with a fingerprint. */
final class GateGitLab implements GateReport {
    @Override
    public void write(Verdict verdict, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartArray();
            for (Finding finding : verdict.findings()) {
                CodeQuality.entry(
                        json,
                        finding.kind().id(),
                        GateSarif.message(finding, run),
                        "critical",
                        Fingerprint.of(finding.kind().id(), finding.id()),
                        GateWords.fromRoot(verdict, finding.files().get(0)),
                        0);
            }
            for (Broken broken : verdict.broken()) {
                CodeQuality.entry(
                        json,
                        broken.limit(),
                        broken.text(),
                        "major",
                        Fingerprint.of(broken.limit(), broken.path()),
                        GateWords.fromRoot(verdict, broken.path().isEmpty() ? ".memcensus.yml" : broken.path()),
                        0);
            }
            for (Problem problem : verdict.unread()) {
                CodeQuality.entry(
                        json,
                        "unread",
                        "Not read, and may hide a new unsafe module: " + problem.reason(),
                        "major",
                        Fingerprint.of("unread", problem.path()),
                        GateWords.fromRoot(verdict, problem.path().isEmpty() ? ".memcensus.yml" : problem.path()),
                        0);
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
        out.flush();
    }
}
