package org.memcensus.report;

import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.ScopeLanguage;
import org.memcensus.model.Totals;

/** The head of the page: what was scanned, how much of it is unsafe, and in which languages. */
final class HtmlOverview {
    private static final int COMMIT_LENGTH = 10;
    private static final int LANGUAGES = 12;

    private HtmlOverview() {}

    /** The name of what was scanned. */
    static String name(Census census) {
        RepositoryInfo repository = census.repository();
        return repository.folder().isEmpty() ? repository.name() : repository.name() + "/" + repository.folder();
    }

    static void write(Census census, RunInfo run, Html page) {
        RepositoryInfo repository = census.repository();
        page.raw("<header>\n<h1>Memory safety of ");
        String url = repository.url();
        page.link(name(census), url == null ? "" : url).raw("</h1>\n<p class=\"faint\">");
        String commit = repository.commit();
        if (commit != null) {
            page.raw("at ")
                    .code(commit.substring(0, Math.min(COMMIT_LENGTH, commit.length())))
                    .raw(", ");
        }
        page.text(Numbers.count(census.coverage().counted(), "file")).raw("</p>\n</header>\n<section>\n");
        Totals totals = census.totals(run.scope());
        if (totals.unsafeShare().isEmpty()) {
            page.raw("<p class=\"headline\">No ")
                    .text(Wording.code(run.scope()))
                    .raw(" was found");
            page.raw("<span>so there is no share to give</span></p>\n</section>\n");
            return;
        }
        page.raw("<p class=\"headline\"><b class=\"")
                .raw(totals.unsafeCode() == 0 ? "safe" : "unsafe")
                .raw("\">");
        page.text(Numbers.percent(totals.unsafeShare())).raw("</b> of the ").text(Wording.code(run.scope()));
        page.raw(" is memory-unsafe<span>")
                .text(Numbers.grouped(totals.unsafeCode()))
                .raw(" of ");
        page.text(Numbers.count(totals.programCode(), "line")).raw("</span></p>\n");
        HtmlBar.write(totals.unsafeCode(), totals.undeterminedCode(), totals.safeCode(), page);
        page.raw("<p>").text(ModuleSummary.of(census, run.scope()).sentence()).raw("</p>\n");
        scopes(census, page);
        page.raw("</section>\n");
        languages(census, run, totals, page);
    }

    private static void scopes(Census census, Html page) {
        HtmlTable table = HtmlTable.begin(
                page, "narrow", "Scope", "Unsafe, by lines#", "by bytes#", "Unsafe lines#", "Code lines#", "Files#");
        for (Scope scope : Scope.values()) {
            Totals totals = census.totals(scope);
            table.row()
                    .text(scope.label())
                    .number(Numbers.percent(totals.unsafeShare()))
                    .number(Numbers.percent(totals.unsafeShareBytes()))
                    .number(Numbers.grouped(totals.unsafeCode()))
                    .number(Numbers.grouped(totals.programCode()))
                    .number(Numbers.grouped(totals.files()))
                    .endRow();
        }
        table.end();
    }

    private static void languages(Census census, RunInfo run, Totals totals, Html page) {
        List<ScopeLanguage> sums = census.programs(run.scope());
        page.raw("<section>\n<h2>Languages</h2>\n");
        HtmlTable table =
                HtmlTable.begin(page, "languages", "Language", "Class", "Files#", "Code lines#", "Share#", "");
        int shown = run.verbose() || sums.size() <= LANGUAGES + 1 ? sums.size() : LANGUAGES;
        for (ScopeLanguage sum : sums.subList(0, shown)) {
            row(sum.name(), sum.safety(), sum.files(), sum.code(), totals, table);
        }
        if (shown < sums.size()) {
            List<ScopeLanguage> rest = sums.subList(shown, sums.size());
            long files = rest.stream().mapToLong(ScopeLanguage::files).sum();
            long code = rest.stream().mapToLong(ScopeLanguage::code).sum();
            row(rest.size() + " more", Safety.NONE, files, code, totals, table);
        }
        table.end();
        page.raw("</section>\n");
    }

    private static void row(String name, Safety safety, long files, long code, Totals totals, HtmlTable table) {
        double share = (double) code / totals.programCode();
        table.row()
                .text(name)
                .text(safety == Safety.NONE ? "" : safety.label(), safety.label())
                .number(Numbers.grouped(files))
                .number(Numbers.grouped(code))
                .number(Numbers.percent(share))
                .meter(share, safety.label())
                .endRow();
    }
}
