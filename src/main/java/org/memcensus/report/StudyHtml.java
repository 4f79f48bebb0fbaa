package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.memcensus.model.Safety;
import org.memcensus.model.Study;
import org.memcensus.model.StudyFigures;

/** The study as one page that stands for itself, and can be kept, mailed or published as it is. */
final class StudyHtml {
    /** Rows of a table, unless all are asked for. */
    private static final int FEW = 100;

    /** Projects that have a line, unless all are asked for. */
    private static final int LISTED = 1000;

    private final Study study;
    private final boolean whole;
    private final Html page;

    /** The most unsafe code first. */
    private final List<Study.Project> projects;

    private StudyHtml(Study study, RunInfo run, Html page) {
        this.study = study;
        this.whole = run.verbose();
        this.page = page;
        this.projects = study.projects().stream()
                .sorted(Comparator.comparingLong(Study.Project::unsafe)
                        .thenComparingLong(Study.Project::code)
                        .reversed()
                        .thenComparing(Study.Project::url))
                .toList();
    }

    static void write(Study study, RunInfo run, Writer out) throws IOException {
        Html page = HtmlPage.begin(
                "Memory safety of " + Numbers.count(study.projects().size(), "project"));
        StudyHtml html = new StudyHtml(study, run, page);
        html.overview();
        if (!study.projects().isEmpty()) {
            html.distribution();
            html.map();
            html.modules();
            html.components();
            html.languages();
            html.projects();
        }
        html.failures();
        HtmlPage.end(run.version(), study.about().policy(), page);
        out.append(page.toString());
    }

    private void overview() {
        page.raw("<header>\n<h1>Memory safety of ")
                .text(Numbers.count(study.projects().size(), "project"))
                .raw("</h1>\n<p class=\"faint\">")
                .text(StudyWords.basis(study) + " Scope "
                        + study.about().scope().label() + ".")
                .raw("</p>\n</header>\n<section>\n");
        StudyFigures figures = StudyFigures.ofCode(projects);
        if (figures.share().isPresent()) {
            page.raw("<p class=\"headline\"><b class=\"")
                    .raw(figures.unsafe() == 0 ? "safe" : "unsafe")
                    .raw("\">")
                    .text(Numbers.percent(figures.share()))
                    .raw("</b> of the code is memory-unsafe<span>")
                    .text(Numbers.grouped(figures.unsafe()) + " of " + Numbers.count(figures.code(), "line"))
                    .raw("</span></p>\n");
            HtmlBar.write(
                    figures.unsafe(),
                    projects.stream().mapToLong(Study.Project::undetermined).sum(),
                    projects.stream().mapToLong(Study.Project::safe).sum(),
                    page);
        }
        StudyWords.headlines(study).forEach(line -> page.raw("<p>").text(line).raw("</p>\n"));
        StudyWords.besideCisa(study).forEach(line -> page.raw("<p>").text(line).raw("</p>\n"));
        page.raw("</section>\n");
    }

    private void section(String title) {
        page.raw("<section>\n<h2>").text(title).raw("</h2>\n");
    }

    private void distribution() {
        section("Unsafe share of the projects");
        List<Long> bins = StudyFigures.ofCode(projects).bins();
        long most = Math.max(1, bins.stream().mapToLong(Long::longValue).max().orElse(1));
        HtmlTable table = HtmlTable.begin(page, "languages", "Unsafe share", "Projects#", "");
        for (int i = 0; i < bins.size(); i++) {
            table.row()
                    .text(StudyWords.bin(i, bins.size()))
                    .number(Numbers.grouped(bins.get(i)))
                    .meter((double) bins.get(i) / most, i == 0 ? "safe" : "unsafe")
                    .endRow();
        }
        table.end();
        page.raw("</section>\n");
    }

    private void map() {
        List<HtmlTiles.Part> parts = StudyMap.of(projects, whole ? projects.size() : LISTED);
        if (parts.isEmpty()) {
            return;
        }
        section("Map");
        page.raw("<p class=\"faint\">Each project as large as its code:");
        page.raw(" <span class=\"key safe\"></span> none of it unsafe,");
        page.raw(" <span class=\"key p0\"></span> to <span class=\"key p9\"></span> all of it.</p>\n");
        HtmlTiles.write(parts, "Projects by their size", page);
        page.raw("</section>\n");
    }

    private void modules() {
        if (study.modules().isEmpty()) {
            return;
        }
        section("What to replace first, over all projects");
        page.raw("<p class=\"faint\">By weight: the priority within the project, and how critical the list says that it"
                + " is.</p>\n");
        HtmlTable table =
                HtmlTable.begin(page, "", "##", "Project", "Module", "Weight#", "", "Unsafe lines#", "Replacement");
        int place = 1;
        for (Study.RankedModule module : cut(study.modules(), FEW)) {
            table.row()
                    .number(Integer.toString(place++))
                    .link(module.project(), module.url())
                    .code(module.module())
                    .number(Numbers.tenth(module.weight()))
                    .gauge(module.weight())
                    .number(Numbers.grouped(module.unsafeCode()))
                    .text(module.replacement(), "safe")
                    .endRow();
        }
        end(table, study.modules().size(), FEW);
    }

    private void components() {
        if (study.components().isEmpty()) {
            return;
        }
        section("Vendored in several projects, with the same content");
        HtmlTable table = HtmlTable.begin(page, "", "Component", "Projects#", "Unsafe lines#", "Replacement");
        for (Study.Component component : cut(study.components(), FEW)) {
            table.row()
                    .code(component.name())
                    .number(Numbers.grouped(component.projects()))
                    .number(Numbers.grouped(component.code()))
                    .text(component.replacement(), "safe")
                    .endRow();
        }
        end(table, study.components().size(), FEW);
    }

    private void languages() {
        List<Study.LanguageUse> uses = study.languages().stream()
                .filter(use -> use.safety() != Safety.NONE && use.code() > 0)
                .toList();
        long code = Math.max(1, uses.stream().mapToLong(Study.LanguageUse::code).sum());
        section("Languages");
        HtmlTable table = HtmlTable.begin(
                page, "languages", "Language", "Class", "Projects#", "Files#", "Code lines#", "Share#", "");
        for (Study.LanguageUse use : cut(uses, FEW)) {
            double share = (double) use.code() / code;
            table.row()
                    .text(use.name())
                    .text(use.safety().label(), use.safety().label())
                    .number(Numbers.grouped(use.projects()))
                    .number(Numbers.grouped(use.files()))
                    .number(Numbers.grouped(use.code()))
                    .number(Numbers.percent(share))
                    .meter(share, use.safety().label())
                    .endRow();
        }
        end(table, uses.size(), FEW);
    }

    private void projects() {
        boolean critical = projects.stream().anyMatch(project -> project.criticality() != null);
        section("Projects, the most unsafe code first");
        HtmlTable table = critical
                ? HtmlTable.begin(
                        page, "languages", "Project", "Criticality#", "Code lines#", "Unsafe lines#", "Share#", "")
                : HtmlTable.begin(page, "languages", "Project", "Code lines#", "Unsafe lines#", "Share#", "");
        int place = 1;
        for (Study.Project project : cut(projects, LISTED)) {
            table.row("p" + place++).link(project.name(), project.url());
            if (critical) {
                Double criticality = project.criticality();
                table.number(
                        criticality == null
                                ? ""
                                : Numbers.rounded(criticality, 2).toPlainString());
            }
            OptionalDouble share = project.share();
            table.number(Numbers.grouped(project.code()))
                    .number(Numbers.grouped(project.unsafe()))
                    .number(share.isPresent() ? Numbers.percent(share) : "")
                    .meter(share.orElse(0), "unsafe")
                    .endRow();
        }
        end(table, projects.size(), LISTED);
    }

    private void failures() {
        if (study.failures().isEmpty()) {
            return;
        }
        section("Not scanned, or not whole");
        HtmlTable table = HtmlTable.begin(page, "", "Repository", "Why");
        for (Study.Failure failure : cut(study.failures(), FEW)) {
            table.row().code(failure.url()).text(failure.reason()).endRow();
        }
        end(table, study.failures().size(), FEW);
    }

    private <T> List<T> cut(List<T> all, int most) {
        return whole || all.size() <= most ? all : all.subList(0, most);
    }

    private void end(HtmlTable table, int all, int most) {
        table.end();
        if (!whole && all > most) {
            page.raw("<p class=\"faint\">and ")
                    .text(Numbers.grouped(all - most) + " more (-v lists them)")
                    .raw(".</p>\n");
        }
        page.raw("</section>\n");
    }
}
