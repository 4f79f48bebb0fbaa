package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.Advice;
import org.memcensus.model.Evidence;
import org.memcensus.model.Finding;
import org.memcensus.model.Problem;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.AnnotationUse;
import org.memcensus.model.Verdict.Broken;
import org.memcensus.model.Verdict.NewHatch;

/** The verdict for a comment on a pull request, and for the summary of a step. */
final class GateMarkdown implements GateReport {
    /** A comment may have 65,536 characters; so many rows of each kind stay within. */
    private static final int ROWS = 25;

    @Override
    public void write(Verdict verdict, RunInfo run, Writer out) throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("## Memory-safety gate: ").append(verdict.outcome()).append("\n\n");
        page.append("**").append(Markdown.text(GateWords.headline(verdict))).append("**\n\n");
        page.append(GateWords.change(verdict).replace("<", "&lt;").replace(">", "&gt;"))
                .append(".\n");
        for (Finding finding : first(verdict.findings())) {
            finding(finding, run, page);
        }
        more(verdict.findings().size(), page);
        if (!verdict.broken().isEmpty()) {
            page.append("\n### Broken limits\n\n");
            for (Broken broken : first(verdict.broken())) {
                page.append("- ").append(Markdown.code("--" + broken.limit())).append(": ");
                page.append(Markdown.text(broken.text())).append('\n');
            }
            more(verdict.broken().size(), page);
        }
        problems("Not read", verdict.unread(), page);
        if (!verdict.hatches().isEmpty()) {
            page.append("\n### New escape hatches\n\n");
            for (NewHatch hatch : first(verdict.hatches())) {
                page.append("- ").append(Markdown.text(GateWords.hatch(hatch))).append('\n');
            }
            more(verdict.hatches().size(), page);
        }
        if (!verdict.annotations().isEmpty()) {
            page.append("\n### Annotations\n\n");
            for (AnnotationUse use : first(verdict.annotations())) {
                page.append("- ").append(Markdown.text(GateWords.use(use))).append('\n');
            }
            more(verdict.annotations().size(), page);
        }
        problems("Look at", verdict.notes(), page);
        page.append("\n<sub>memcensus ").append(Markdown.text(run.version())).append("</sub>\n");
        out.append(page);
        out.flush();
    }

    private static void finding(Finding finding, RunInfo run, StringBuilder page) {
        page.append("\n### ").append(Markdown.code(finding.name())).append("\n\n");
        page.append(Markdown.text(GateWords.finding(finding))).append(".\n\n");
        for (Evidence evidence : GateWords.evidence(finding)) {
            page.append("- ").append(Markdown.text(Wording.says(evidence, run))).append(' ');
            page.append(Markdown.code(Wording.place(evidence.path(), evidence.line())))
                    .append('\n');
        }
        page.append("- Way out: ");
        if (finding.module().advice().isEmpty()) {
            page.append(GateWords.wayOut(finding));
        } else {
            Advice advice = finding.module().advice().get(0);
            page.append(Markdown.link(
                    Wording.replacement(advice), advice.replacement().url()));
        }
        page.append("\n\n<details><summary>If it must be: .memcensus.yml</summary>\n\n");
        for (String line : GateWords.annotation(finding.id())) {
            // An indented block: no run of backticks in a name can end it.
            page.append("    ").append(line).append('\n');
        }
        page.append("\n</details>\n");
    }

    private static void problems(String title, List<Problem> problems, StringBuilder page) {
        if (problems.isEmpty()) {
            return;
        }
        page.append("\n### ").append(title).append("\n\n");
        for (Problem problem : first(problems)) {
            page.append("- ")
                    .append(Markdown.code(problem.path().isEmpty() ? "." : problem.path()))
                    .append(": ");
            page.append(Markdown.text(problem.reason())).append('\n');
        }
        more(problems.size(), page);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(ROWS, all.size()));
    }

    private static void more(int all, StringBuilder page) {
        if (all > ROWS) {
            page.append("\nand ").append(Numbers.grouped(all - ROWS)).append(" more\n");
        }
    }
}
