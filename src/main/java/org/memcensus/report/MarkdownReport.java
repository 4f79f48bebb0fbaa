package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.memcensus.model.Advice;
import org.memcensus.model.Census;
import org.memcensus.model.Coverage;
import org.memcensus.model.Evidence;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Scope;
import org.memcensus.model.ScopeLanguage;
import org.memcensus.model.Totals;

/** The report for a pull request or an issue, in GitHub-flavoured Markdown. */
final class MarkdownReport implements Report {
    private static final int LANGUAGES = 8;
    private static final int EVIDENCE = 3;
    private static final int ADVICE = 2;

    /** GitHub refuses a comment of more than 65,536 characters. */
    private static final int NOTES = 50;

    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        StringBuilder page = new StringBuilder();
        headline(census, run.scope(), page);
        languages(census, run.scope(), page);
        modules(census, run, page);
        String history = HistoryText.sentences(census);
        if (!history.isEmpty()) {
            page.append("\n**History.** ").append(Markdown.text(history)).append('\n');
        }
        ComparisonText.write(census, run, page);
        StandingText.markdown(census, run, page);
        coverage(census.coverage(), run, page);
        if (run.byFile()) {
            page.append("\n### Files\n\n").append(ListReport.markdown(FileListing.of(census)));
        }
        page.append("\n<sub>memcensus ").append(Markdown.text(run.version()));
        page.append(", policy ").append(Markdown.text(census.policyName())).append(' ');
        page.append(Markdown.text(census.policyVersion())).append("</sub>\n");
        out.append(page);
        out.flush();
    }

    private static void headline(Census census, Scope scope, StringBuilder page) {
        RepositoryInfo repository = census.repository();
        String name = repository.folder().isEmpty() ? repository.name() : repository.name() + "/" + repository.folder();
        page.append("## Memory safety of ").append(Markdown.code(name));
        String commit = repository.commit();
        if (commit != null) {
            page.append(" at ").append(Markdown.code(commit.substring(0, Math.min(10, commit.length()))));
        }
        page.append("\n\n");
        Totals totals = census.totals(scope);
        if (totals.unsafeShare().isEmpty()) {
            page.append("**No ").append(Wording.code(scope)).append(" was found**, so there is no share to give.\n");
            return;
        }
        page.append("**").append(prose(Numbers.percent(totals.unsafeShare())));
        page.append(" of the ").append(Wording.code(scope)).append(" is memory-unsafe**: ");
        page.append(Numbers.grouped(totals.unsafeCode())).append(" of ");
        page.append(Numbers.count(totals.programCode(), "line")).append(". ");
        page.append(ModuleSummary.of(census, scope).sentence()).append('\n');
    }

    private static void languages(Census census, Scope scope, StringBuilder page) {
        List<ScopeLanguage> sums = census.programs(scope);
        if (sums.isEmpty()) {
            return;
        }
        long whole = census.totals(scope).programCode();
        page.append("\n| Language | Class | Files | Code lines | Share |\n| --- | --- | ---: | ---: | ---: |\n");
        int shown = sums.size() <= LANGUAGES + 1 ? sums.size() : LANGUAGES;
        for (ScopeLanguage sum : sums.subList(0, shown)) {
            row(page, Markdown.text(sum.name()), sum.safety().label(), sum.files(), sum.code(), whole);
        }
        if (shown < sums.size()) {
            List<ScopeLanguage> rest = sums.subList(shown, sums.size());
            long files = rest.stream().mapToLong(ScopeLanguage::files).sum();
            long code = rest.stream().mapToLong(ScopeLanguage::code).sum();
            row(page, rest.size() + " more", "", files, code, whole);
        }
    }

    private static void row(StringBuilder page, String name, String safety, long files, long code, long whole) {
        page.append("| ").append(name).append(" | ").append(safety).append(" | ");
        page.append(Numbers.grouped(files))
                .append(" | ")
                .append(Numbers.grouped(code))
                .append(" | ");
        page.append(prose(Numbers.percent((double) code / whole))).append(" |\n");
    }

    private static void modules(Census census, RunInfo run, StringBuilder page) {
        List<ModuleCensus> ranked = census.ranked();
        if (ranked.isEmpty()) {
            return;
        }
        List<ModuleCensus> shown = run.verbose() ? ranked : RankingText.choose(ranked, RankingText.TOP);
        page.append("\n### What to replace first\n\n");
        page.append("| # | Module | Priority | Role | Risk | Unsafe lines | Why | With what |\n");
        page.append("| ---: | --- | ---: | ---: | ---: | ---: | --- | --- |\n");
        for (ModuleCensus module : shown) {
            page.append("| ").append(module.rank());
            page.append(" | ").append(Markdown.code(module.module().name()));
            page.append(" | **").append(Numbers.tenth(module.score().priority()));
            page.append("** | ").append(Numbers.whole(module.score().role()));
            page.append(" | ").append(Numbers.whole(module.score().risk()));
            page.append(" | ").append(Numbers.grouped(module.module().unsafeCode()));
            page.append(" | ").append(why(module, run));
            page.append(" | ").append(with(module)).append(" |\n");
        }
        if (shown.size() < ranked.size()) {
            page.append("\nand ").append(RankingText.rest(ranked, shown)).append(".\n");
        }
    }

    private static String why(ModuleCensus module, RunInfo run) {
        return Wording.brief(module).stream()
                .limit(EVIDENCE)
                .map(item -> Markdown.text(Wording.says(item, run)) + " " + place(item))
                .collect(Collectors.joining("<br>"));
    }

    private static String place(Evidence item) {
        return Markdown.code(Wording.place(item.path(), item.line()));
    }

    private static String with(ModuleCensus module) {
        FirstStep step = module.opportunity().step();
        if (step != null && module.advice().isEmpty()) {
            return Markdown.text(StepWording.instead(module, step))
                    + step.places().stream()
                            .limit(ADVICE)
                            .map(place -> Markdown.code(place.what()) + " "
                                    + Markdown.code(Wording.place(place.path(), place.line())))
                            .collect(Collectors.joining(", "));
        }
        return module.advice().stream()
                .limit(ADVICE)
                .map(Advice::replacement)
                .map(item -> Markdown.link(item.project(), item.url()) + " "
                        + Markdown.text("(" + item.language() + ") for " + item.component() + ", " + Wording.way(item)))
                .collect(Collectors.joining("<br>"));
    }

    private static void coverage(Coverage coverage, RunInfo run, StringBuilder page) {
        long out = coverage.seen() - coverage.counted();
        page.append("\n<details>\n<summary>What was left out: ")
                .append(Numbers.grouped(out))
                .append(" of ");
        page.append(Numbers.count(coverage.seen(), "entry"));
        if (coverage.incomplete()) {
            page.append(", ").append(Numbers.grouped(coverage.unreadable())).append(" unreadable");
        }
        page.append("</summary>\n\n").append(CoverageText.sentence(coverage)).append('\n');
        List<Problem> notes = coverage.notes();
        int shown = run.verbose() ? notes.size() : Math.min(NOTES, notes.size());
        if (shown > 0) {
            page.append('\n');
        }
        for (Problem note : notes.subList(0, shown)) {
            page.append("- ")
                    .append(Markdown.code(note.path()))
                    .append(note.path().isEmpty() ? "" : ": ");
            page.append(Markdown.text(note.reason())).append('\n');
        }
        if (shown < notes.size()) {
            page.append("- and ")
                    .append(Numbers.count(notes.size() - shown, "more note"))
                    .append('\n');
        }
        page.append("\n</details>\n");
    }

    /** Our own words, of which only {@code <} and {@code >} would be markup. */
    private static String prose(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }
}
