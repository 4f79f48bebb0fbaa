package org.memcensus.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memcensus.model.Advice;
import org.memcensus.model.Contact;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.Story;
import org.memcensus.model.Ties;
import org.memcensus.model.Working;
import org.memcensus.model.Working.RiskPart;

/** All that is known of one module, as the page unfolds it. */
final class HtmlModule {
    /** Evidence of a criterion, strongest first, that is shown unless all is asked for. */
    private static final int EVIDENCE = 8;

    private final ModuleCensus module;
    private final RunInfo run;
    private final SourceLinks links;

    HtmlModule(ModuleCensus module, RunInfo run, SourceLinks links) {
        this.module = module;
        this.run = run;
        this.links = links;
    }

    void write(Html page) {
        page.raw("<div class=\"whole\">\n");
        what(page);
        advice(page);
        step(page);
        evidence(page);
        risk(page);
        page.raw("</div>\n");
    }

    private void what(Html page) {
        page.raw("<p>").code(module.module().id()).raw(", ");
        page.text(Numbers.count(module.module().sum().files(), "file") + ", "
                + Numbers.count(module.module().code(), "line") + " of code");
        Ties ties = module.module().ties();
        if (ties.users() > 0) {
            page.text("; " + Numbers.count(ties.usedHeaders(), "header") + " and "
                    + Numbers.count(ties.usedFunctions(), "function") + " of it used by "
                    + Numbers.count(ties.users(), "other module"));
        }
        page.raw(".");
        Ties.Declared declared = ties.declared();
        if (declared != null) {
            page.raw(" Declared ").raw(declared.part() ? "in part " : "").raw("at ");
            place(declared.path(), declared.line(), page);
            page.raw(".");
        }
        Ties.BuildSwitch buildSwitch = ties.buildSwitch();
        if (buildSwitch != null) {
            page.raw(" The build chooses an implementation by ")
                    .code(buildSwitch.name())
                    .raw(", ");
            place(buildSwitch.path(), buildSwitch.line(), page);
            page.raw(".");
        }
        if (!module.escapeHatches().isEmpty()) {
            page.raw(" Escape hatches: ");
            page.text(String.join(", ", StepWording.hatches(module.escapeHatches(), run)))
                    .raw(".");
        }
        ModuleHistory history = module.history();
        if (history != null) {
            page.raw(" History: ").text(HistoryText.changes(history.changes())).raw("; ");
            page.text(HistoryText.without(history)).raw(".");
        }
        page.raw("</p>\n");
    }

    private void advice(Html page) {
        if (module.advice().isEmpty()) {
            return;
        }
        page.raw("<h3>With what</h3>\n<ul>\n");
        for (Advice advice : module.advice()) {
            page.raw("<li>")
                    .link(Wording.replacement(advice), advice.replacement().url())
                    .raw(": ");
            page.text(advice.reason()).raw(", ");
            place(advice.path(), advice.line(), page);
            if (!advice.replacement().maturity().isEmpty()) {
                page.raw(". ").text(advice.replacement().maturity());
            }
            page.raw("</li>\n");
        }
        page.raw("</ul>\n");
    }

    private void step(Html page) {
        FirstStep step = module.opportunity().step();
        if (step != null) {
            page.raw("<h3>First step</h3>\n<p>").text(step.text()).raw("</p>\n");
            if (step.places().isEmpty()
                    && step.mind().isEmpty()
                    && step.precedents().isEmpty()) {
                return;
            }
            page.raw("<ul>\n");
            for (FirstStep.Place place : step.places()) {
                page.raw("<li>").code(place.what()).raw(" ");
                place(place.path(), place.line(), page);
                page.text(place.lines() > 0 ? ", " + Numbers.count(place.lines(), "line") : "")
                        .raw("</li>\n");
            }
            step.mind().forEach(mind -> page.raw("<li>").text(mind).raw("</li>\n"));
            for (Story story : step.precedents()) {
                page.raw("<li>Before you: ").link(story.text(), story.url()).raw("</li>\n");
            }
            page.raw("</ul>\n");
        }
        List<Contact> contacts = module.opportunity().contacts();
        if (!contacts.isEmpty()) {
            page.raw("<p>").text(StepWording.ask(contacts)).raw("</p>\n");
        }
    }

    private void evidence(Html page) {
        page.raw("<h3>Role ").text(Numbers.tenth(module.score().role())).raw("</h3>\n<table>\n");
        for (Map.Entry<Criterion, Double> sum : module.score().criteria().entrySet()) {
            List<Evidence> evidence = module.evidence().stream()
                    .filter(item -> item.criterion() == sum.getKey())
                    .toList();
            page.raw("<tr class=\"sum\"><td>").text(sum.getKey().name()).raw("</td><td class=\"number\">");
            page.text(Numbers.tenth(sum.getValue())).raw("</td><td colspan=\"2\">");
            page.text(sum.getKey().text()).raw("</td></tr>\n");
            int shown = run.verbose() ? evidence.size() : Math.min(EVIDENCE, evidence.size());
            for (Evidence item : evidence.subList(0, shown)) {
                page.raw("<tr><td></td><td class=\"number\">")
                        .text(Numbers.tenth(item.points()))
                        .raw("</td><td>");
                page.text(Wording.says(item, run))
                        .raw(" <span class=\"faint\">")
                        .text(item.rule());
                page.text(item.count() > 1 ? " × " + Numbers.grouped(item.count()) : "")
                        .raw("</span></td><td>");
                place(item.path(), item.line(), page);
                page.raw("</td></tr>\n");
            }
            if (shown < evidence.size()) {
                page.raw("<tr><td></td><td></td><td colspan=\"2\" class=\"faint\">and ");
                page.text(Integer.toString(evidence.size() - shown)).raw(" more</td></tr>\n");
            }
        }
        page.raw("</table>\n");
    }

    private void risk(Html page) {
        Working working = module.score().working();
        if (working == null) {
            return;
        }
        page.raw("<h3>Risk ")
                .text(Numbers.tenth(module.score().risk()))
                .raw("</h3>\n<table>\n<tr><th>What was counted</th>");
        page.raw("<th class=\"number\">in 1,000 lines</th><th class=\"number\">rank</th>");
        page.raw("<th class=\"number\">weight</th><th class=\"number\">adds</th></tr>\n");
        for (RiskPart part : working.parts()) {
            page.raw("<tr><td>").text(part.name()).raw("</td>");
            for (double number : new double[] {part.rate(), part.rank(), part.weight(), part.points()}) {
                page.raw("<td class=\"number\">")
                        .raw(String.format(Locale.ROOT, "%.2f", number))
                        .raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw("</table>\n<p class=\"faint\">").text(priority(working)).raw("</p>\n");
    }

    private String priority(Working working) {
        return "priority " + Numbers.tenth(module.score().priority()) + " = "
                + WorkingText.sentence(module.score(), working);
    }

    private void place(String path, int line, Html page) {
        String place = Wording.place(path, line);
        String address = links.to(path, line);
        if (address.isEmpty()) {
            page.code(place);
        } else {
            page.raw("<code>").link(place, address).raw("</code>");
        }
    }
}
