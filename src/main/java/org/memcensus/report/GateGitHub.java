package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Finding;
import org.memcensus.model.Problem;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.AnnotationUse;
import org.memcensus.model.Verdict.Broken;
import org.memcensus.model.Verdict.NewHatch;

/**
 * The verdict as workflow commands: GitHub Actions shows each line as an annotation at its file. Foreign text cannot add a
 * command: everything is made printable, and what means something to GitHub is escaped.
 */
final class GateGitHub implements GateReport {
    /** GitHub shows ten errors and ten warnings of a step. */
    private static final int SHOWN = 10;

    @Override
    public void write(Verdict verdict, RunInfo run, Writer out) throws IOException {
        StringBuilder lines = new StringBuilder();
        int errors = 0;
        for (Finding finding : verdict.findings()) {
            if (errors++ < SHOWN) {
                command(
                        lines,
                        "error",
                        GateWords.fromRoot(verdict, finding.files().get(0)),
                        "memcensus: " + finding.kind().text(),
                        GateSarif.message(finding, run));
            }
        }
        for (Broken broken : verdict.broken()) {
            if (errors++ < SHOWN) {
                String path = broken.path().isEmpty() ? "" : GateWords.fromRoot(verdict, broken.path());
                command(lines, "error", path, "memcensus: " + broken.limit(), broken.text());
            }
        }
        int warnings = 0;
        for (Problem problem : verdict.unread()) {
            if (warnings++ < SHOWN) {
                String path = problem.path().isEmpty() ? "" : GateWords.fromRoot(verdict, problem.path());
                command(lines, "warning", path, "memcensus: not read", problem.reason());
            }
        }
        for (NewHatch hatch : verdict.hatches()) {
            if (warnings++ < SHOWN) {
                command(
                        lines,
                        "warning",
                        GateWords.fromRoot(verdict, hatch.hatch().path()),
                        "memcensus: new escape hatch",
                        GateWords.hatch(hatch));
            }
        }
        for (AnnotationUse use : verdict.annotations()) {
            if (use.isNew() && warnings++ < SHOWN) {
                command(lines, "warning", "", "memcensus: annotation", GateWords.use(use));
            }
        }
        for (Problem note : verdict.notes()) {
            if (warnings++ < SHOWN) {
                command(
                        lines,
                        "warning",
                        GateWords.fromRoot(verdict, note.path()),
                        "memcensus: look at this",
                        note.reason());
            }
        }
        out.append(lines);
        out.flush();
    }

    private static void command(StringBuilder lines, String kind, String path, String title, String text) {
        lines.append("::").append(kind).append(' ');
        if (!path.isEmpty()) {
            lines.append("file=").append(property(path)).append(",line=1,");
        }
        lines.append("title=").append(property(title)).append("::");
        lines.append(Plain.of(text).replace("%", "%25")).append('\n');
    }

    private static String property(String text) {
        return Plain.of(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
    }
}
