package org.memcensus.report;

import java.util.List;
import java.util.Locale;
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
        bar(totals, page);
        page.raw("<p>").text(ModuleSummary.of(census, run.scope()).sentence()).raw("</p>\n");
        scopes(census, page);
        page.raw("</section>\n");
        languages(census, run, totals, page);
    }

    /** One bar for all that is program code, in its classes. */
    private static void bar(Totals totals, Html page) {
        page.raw("<div class=\"bar\" role=\"img\" aria-label=\"");
        page.text(Numbers.grouped(totals.unsafeCode())).raw(" lines unsafe, ");
        page.text(Numbers.grouped(totals.undeterminedCode())).raw(" undetermined, ");
        page.text(Numbers.grouped(totals.safeCode())).raw(" safe\">");
        part("unsafe", totals.unsafeCode(), totals, page);
        part("undetermined", totals.undeterminedCode(), totals, page);
        part("safe", totals.safeCode(), totals, page);
        page.raw("</div>\n");
    }

    private static void part(String name, long code, Totals totals, Html page) {
        if (code > 0) {
            String share = Numbers.percent((double) code / totals.programCode());
            page.raw("<i class=\"").raw(name).raw("\" style=\"flex-grow:").raw(Long.toString(code));
            page.raw("\" title=\"")
                    .text(name + ": " + Numbers.count(code, "line") + ", " + share)
                    .raw("\"></i>");
        }
    }

    private static void scopes(Census census, Html page) {
        page.raw("<table class=\"narrow\">\n<tr><th>Scope</th><th class=\"number\">Unsafe, by lines</th>");
        page.raw("<th class=\"number\">by bytes</th><th class=\"number\">Unsafe lines</th>");
        page.raw("<th class=\"number\">Code lines</th><th class=\"number\">Files</th></tr>\n");
        for (Scope scope : Scope.values()) {
            Totals totals = census.totals(scope);
            page.raw("<tr><td>").text(scope.label());
            number(Numbers.percent(totals.unsafeShare()), page.raw("</td>"));
            number(Numbers.percent(totals.unsafeShareBytes()), page);
            number(Numbers.grouped(totals.unsafeCode()), page);
            number(Numbers.grouped(totals.programCode()), page);
            number(Numbers.grouped(totals.files()), page);
            page.raw("</tr>\n");
        }
        page.raw("</table>\n");
    }

    private static void number(String number, Html page) {
        page.raw("<td class=\"number\">").text(number).raw("</td>");
    }

    private static void languages(Census census, RunInfo run, Totals totals, Html page) {
        List<ScopeLanguage> sums = census.programs(run.scope());
        page.raw("<section>\n<h2>Languages</h2>\n<table class=\"languages\">\n<tr><th>Language</th><th>Class</th>");
        page.raw("<th class=\"number\">Files</th><th class=\"number\">Code lines</th><th class=\"number\">Share</th>");
        page.raw("<th aria-hidden=\"true\"></th></tr>\n");
        int shown = run.verbose() || sums.size() <= LANGUAGES + 1 ? sums.size() : LANGUAGES;
        for (ScopeLanguage sum : sums.subList(0, shown)) {
            row(sum.name(), sum.safety(), sum.files(), sum.code(), totals, page);
        }
        if (shown < sums.size()) {
            List<ScopeLanguage> rest = sums.subList(shown, sums.size());
            long files = rest.stream().mapToLong(ScopeLanguage::files).sum();
            long code = rest.stream().mapToLong(ScopeLanguage::code).sum();
            row(rest.size() + " more", Safety.NONE, files, code, totals, page);
        }
        page.raw("</table>\n</section>\n");
    }

    private static void row(String name, Safety safety, long files, long code, Totals totals, Html page) {
        double share = (double) code / totals.programCode();
        page.raw("<tr><td>")
                .text(name)
                .raw("</td><td class=\"")
                .raw(safety.label())
                .raw("\">");
        page.text(safety == Safety.NONE ? "" : safety.label()).raw("</td>");
        number(Numbers.grouped(files), page);
        number(Numbers.grouped(code), page);
        number(Numbers.percent(share), page);
        page.raw("<td class=\"meter\"><i class=\"").raw(safety.label()).raw("\" style=\"width:");
        page.raw(String.format(Locale.ROOT, "%.1f", 100 * share)).raw("%\"></i></td></tr>\n");
    }
}
