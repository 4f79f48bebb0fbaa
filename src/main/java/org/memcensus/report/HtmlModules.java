package org.memcensus.report;

import java.util.List;
import java.util.stream.Collectors;
import org.memcensus.model.Census;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;

/** The ranked modules of the page: the first ones with all that is known of them, the others a line each. */
final class HtmlModules {
    /** Modules that are told whole, unless all are asked for. */
    static final int DETAILED = 100;

    /** Modules that have a line, unless all are asked for. */
    private static final int LISTED = 1000;

    private static final int EVIDENCE = 3;
    private static final int ADVICE = 2;

    private final Census census;
    private final RunInfo run;
    private final SourceLinks links;

    HtmlModules(Census census, RunInfo run) {
        this.census = census;
        this.run = run;
        this.links = SourceLinks.of(census.repository());
    }

    void write(Html page) {
        List<ModuleCensus> ranked = census.ranked();
        if (ranked.isEmpty()) {
            return;
        }
        page.raw(
                "<section>\n<h2>What to replace first</h2>\n<div class=\"modules\">\n<div class=\"head\"><span>#</span>");
        page.raw("<span>Module</span><span class=\"number\">Priority</span><span class=\"number\">Role</span>");
        page.raw("<span class=\"number\">Risk</span><span class=\"number\">Unsafe lines</span></div>\n");
        int detailed = run.verbose() ? ranked.size() : Math.min(DETAILED, ranked.size());
        for (ModuleCensus module : ranked.subList(0, detailed)) {
            page.raw("<details id=\"m").raw(Integer.toString(module.rank())).raw("\"><summary>");
            numbers(module, page);
            brief(module, page);
            page.raw("</summary>\n");
            new HtmlModule(module, run, links).write(page);
            page.raw("</details>\n");
        }
        int listed = run.verbose() ? ranked.size() : Math.min(LISTED, ranked.size());
        for (ModuleCensus module : ranked.subList(detailed, listed)) {
            page.raw("<div class=\"line\">");
            numbers(module, page);
            page.raw("</div>\n");
        }
        page.raw("</div>\n");
        if (listed < ranked.size()) {
            page.raw("<p class=\"faint\">and ").text(RankingText.rest(ranked, ranked.subList(0, listed)));
            page.raw(".</p>\n");
        }
        page.raw("</section>\n");
    }

    private static void numbers(ModuleCensus module, Html page) {
        page.raw("<span class=\"number faint\">")
                .raw(Integer.toString(module.rank()))
                .raw("</span><span>");
        page.raw("<b>").text(module.module().name()).raw("</b>");
        chip(module, Criterion.R2, "network boundary", page);
        chip(module, Criterion.R3, "critical function", page);
        double priority = module.score().priority();
        page.raw("</span><span class=\"number\"><b>")
                .text(Numbers.tenth(priority))
                .raw("</b><i class=\"gauge p");
        page.raw(Integer.toString((int) Math.min(9, priority / 10))).raw("\" style=\"width:");
        page.raw(Numbers.tenth(priority)).raw("%\"></i></span><span class=\"number\">");
        page.text(Numbers.whole(module.score().role())).raw("</span><span class=\"number\">");
        page.text(Numbers.whole(module.score().risk())).raw("</span><span class=\"number\">");
        page.text(Numbers.grouped(module.module().unsafeCode())).raw("</span>");
    }

    private static void chip(ModuleCensus module, Criterion criterion, String says, Html page) {
        if (ModuleSummary.holds(module, criterion)) {
            page.raw(" <em>").text(says).raw("</em>");
        }
    }

    /** Why it has its place and with what it can be replaced, in two lines. */
    private void brief(ModuleCensus module, Html page) {
        List<Evidence> best = Wording.brief(module);
        if (!best.isEmpty()) {
            page.raw("<span class=\"why faint\">");
            page.text(best.stream()
                    .limit(EVIDENCE)
                    .map(item -> Wording.says(item, run) + " " + Wording.place(item.path(), item.line()))
                    .collect(Collectors.joining(" · ")));
            page.raw("</span>");
        }
        String with =
                module.advice().stream().limit(1).map(Wording::replacement).collect(Collectors.joining());
        FirstStep step = module.opportunity().step();
        if (with.isEmpty() && step != null) {
            with = StepWording.begin(module, step, ADVICE);
        }
        if (!with.isEmpty()) {
            page.raw("<span class=\"why with\">→ ").text(with).raw("</span>");
        }
    }
}
