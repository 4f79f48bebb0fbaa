package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.Safety;
import org.memcensus.model.Study;
import org.memcensus.model.StudyFigures;

/** The study as GitHub-flavoured Markdown. */
final class StudyMarkdown {
    private static final int FEW = 25;

    private StudyMarkdown() {}

    static void write(Study study, RunInfo run, Writer out) throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("## Memory safety of ")
                .append(Numbers.count(study.projects().size(), "project"));
        page.append("\n\n");
        StudyWords.headlines(study)
                .forEach(line -> page.append("- ").append(line).append('\n'));
        StudyWords.besideCisa(study)
                .forEach(line -> page.append("- ").append(line).append('\n'));
        page.append('\n').append(StudyWords.basis(study)).append('\n');
        int most = run.verbose() ? Integer.MAX_VALUE : FEW;
        StudyFigures figures = StudyFigures.ofCode(study.projects());
        page.append("\n| Unsafe share | Projects |\n| --- | ---: |\n");
        for (int i = 0; i < figures.bins().size(); i++) {
            row(
                    page,
                    StudyWords.bin(i, figures.bins().size()),
                    Numbers.grouped(figures.bins().get(i)));
        }
        page.append("\n| Largest | Code lines | Unsafe |\n| --- | ---: | ---: |\n");
        for (Study.Project project : figures.largest()) {
            row(page, Markdown.text(project.name()), Numbers.grouped(project.code()), Numbers.percent(project.share()));
        }
        page.append("\n| Language | Class | Projects | Code lines |\n| --- | --- | ---: | ---: |\n");
        List<Study.LanguageUse> languages = study.languages().stream()
                .filter(use -> use.safety() != Safety.NONE && use.code() > 0)
                .limit(most)
                .toList();
        for (Study.LanguageUse use : languages) {
            row(
                    page,
                    Markdown.text(use.name()),
                    use.safety().label(),
                    Numbers.grouped(use.projects()),
                    Numbers.grouped(use.code()));
        }
        page.append("\n| # | Project | Module | Weight | Unsafe lines | Replacement |\n");
        page.append("| ---: | --- | --- | ---: | ---: | --- |\n");
        int place = 1;
        for (Study.RankedModule module : study.modules().stream().limit(most).toList()) {
            row(
                    page,
                    String.valueOf(place++),
                    Markdown.text(module.project()),
                    Markdown.code(module.module()),
                    Numbers.tenth(module.weight()),
                    Numbers.grouped(module.unsafeCode()),
                    Markdown.text(module.replacement()));
        }
        if (!study.components().isEmpty()) {
            page.append("\n| Vendored | Projects | Unsafe lines | Replacement |\n| --- | ---: | ---: | --- |\n");
        }
        for (Study.Component component : study.components().stream().limit(most).toList()) {
            row(
                    page,
                    Markdown.code(component.name()),
                    Numbers.grouped(component.projects()),
                    Numbers.grouped(component.code()),
                    Markdown.text(component.replacement()));
        }
        if (!study.failures().isEmpty()) {
            page.append("\n| Not scanned, or not whole | Why |\n| --- | --- |\n");
        }
        for (Study.Failure failure : study.failures().stream().limit(most).toList()) {
            row(page, Markdown.code(failure.url()), Markdown.text(failure.reason()));
        }
        page.append("\n<sub>memcensus ").append(Markdown.text(run.version()));
        page.append(", policy ").append(Markdown.text(study.about().policy()));
        page.append(", scope ").append(study.about().scope().label()).append("</sub>\n");
        out.append(page);
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
