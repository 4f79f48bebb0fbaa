package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Coverage;
import org.memcensus.model.Criterion;
import org.memcensus.model.Problem;

/**
 * The report as one page that stands for itself, and can be kept, mailed or published as it is.
 */
final class HtmlReport implements Report {
    private static final int NOTES = 200;

    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        Html page = HtmlPage.begin("Memory safety of " + HtmlOverview.name(census));
        HtmlOverview.write(census, run, page);
        HtmlMap.write(census, run, page);
        new HtmlModules(census, run).write(page);
        paragraphs(
                "History",
                HistoryText.sentences(census).isEmpty() ? List.of() : List.of(HistoryText.sentences(census)),
                page);
        ComparisonText.write(census, run, page);
        paragraphs("What it stands on", StandingText.sentences(census, run), page);
        coverage(census.coverage(), run, page);
        if (run.byFile()) {
            files(FileListing.of(census), page);
        }
        words(page);
        HtmlPage.end(run.version(), census.policyName() + " " + census.policyVersion(), page);
        out.append(page.toString());
        out.flush();
    }

    private static void paragraphs(String title, List<String> sentences, Html page) {
        if (!sentences.isEmpty()) {
            page.raw("<section>\n<h2>").text(title).raw("</h2>\n");
            sentences.forEach(sentence -> page.raw("<p>").text(sentence).raw("</p>\n"));
            page.raw("</section>\n");
        }
    }

    private static void coverage(Coverage coverage, RunInfo run, Html page) {
        page.raw("<section>\n<h2>What was left out</h2>\n<p");
        page.raw(coverage.incomplete() ? " class=\"warning\">" : ">");
        page.text(CoverageText.sentence(coverage)).raw("</p>\n");
        List<Problem> notes = coverage.notes();
        int shown = run.verbose() ? notes.size() : Math.min(NOTES, notes.size());
        if (shown > 0) {
            page.raw("<details><summary>")
                    .text(Numbers.count(notes.size(), "note"))
                    .raw("</summary>\n<ul>\n");
            for (Problem note : notes.subList(0, shown)) {
                page.raw("<li>");
                if (!note.path().isEmpty()) {
                    page.code(note.path()).raw(": ");
                }
                page.text(note.reason()).raw("</li>\n");
            }
            if (shown < notes.size()) {
                page.raw("<li>and ")
                        .text(Numbers.count(notes.size() - shown, "more note"))
                        .raw("</li>\n");
            }
            page.raw("</ul>\n</details>\n");
        }
        page.raw("</section>\n");
    }

    private static void files(Listing listing, Html page) {
        page.raw("<section>\n<h2>Files</h2>\n");
        HtmlTable table = HtmlTable.begin(
                page,
                "",
                listing.columns().stream()
                        .map(column -> column.number() ? column.name() + "#" : column.name())
                        .toArray(String[]::new));
        for (List<String> row : listing.rows()) {
            table.row();
            for (int i = 0; i < row.size(); i++) {
                if (listing.columns().get(i).number()) {
                    table.number(row.get(i));
                } else {
                    table.text(row.get(i));
                }
            }
            table.endRow();
        }
        table.end();
        page.raw("</section>\n");
    }

    /** What the numbers of the page mean. */
    private static void words(Html page) {
        page.raw("""
                <section>
                <h2>What the words mean</h2>
                <dl>
                <dt>Unsafe</dt><dd>Code in a language where memory safety is the programmer's duty: C, C++, assembly and the like.</dd>
                <dt>Role</dt><dd>0 to 100: what the criteria below say of a module, from evidence in its source.</dd>
                <dt>Risk</dt><dd>0 to 100: how dense a module is in the kind of code where memory-safety bugs are found, as a rank within this repository.</dd>
                <dt>Priority</dt><dd>0 to 100: role and risk together, the order in which to replace modules.</dd>
                """);
        for (Criterion criterion : Criterion.values()) {
            page.raw("<dt>")
                    .text(criterion.name())
                    .raw("</dt><dd>")
                    .text(criterion.text())
                    .raw("</dd>\n");
        }
        page.raw("</dl>\n</section>\n");
    }
}
