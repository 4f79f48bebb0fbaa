package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.Safety;
import org.memcensus.model.Study;
import org.memcensus.model.StudyFigures;
import org.memcensus.report.Screen.Style;

/** The study on a screen. */
final class StudyText {
    private static final int INDENT = 2;
    private static final int FEW = 10;
    private static final int NAME = 24;
    private static final int BAR = 40;

    private final Study study;
    private final boolean whole;
    private final Screen screen;

    private StudyText(Study study, RunInfo run) {
        this.study = study;
        this.whole = run.verbose();
        this.screen = new Screen(run);
    }

    static void write(Study study, RunInfo run, Writer out) throws IOException {
        StudyText text = new StudyText(study, run);
        String dot = " " + text.screen.glyphs().dot() + " ";
        text.screen.title("Study of " + Numbers.count(study.projects().size(), "project"));
        text.screen.wrap(
                Style.FAINT,
                INDENT,
                "memcensus " + run.version() + dot + "policy " + study.about().policy() + dot + "scope "
                        + study.about().scope().label() + dot + StudyWords.basis(study));
        text.screen.space();
        StudyWords.headlines(study).forEach(line -> text.screen.wrap(Style.BOLD, INDENT, line));
        StudyWords.besideCisa(study).forEach(line -> text.screen.wrap(Style.NORMAL, INDENT, line));
        if (!study.projects().isEmpty()) {
            text.distribution();
            text.largest();
            text.languages();
            text.modules();
            text.components();
        }
        text.failures();
        out.append(text.screen.text());
    }

    private void section(String title) {
        screen.space();
        screen.title(title);
    }

    private void distribution() {
        section("Unsafe share of the projects");
        List<Long> bins = StudyFigures.ofCode(study.projects()).bins();
        long most = bins.stream().mapToLong(Long::longValue).max().orElse(1);
        for (int i = 0; i < bins.size(); i++) {
            screen.to(INDENT).put(Cells.left(StudyWords.bin(i, bins.size()), 12));
            screen.put(Cells.right(Numbers.grouped(bins.get(i)), 8)).put("  ");
            int cells = Math.min(BAR, screen.room() - INDENT);
            Safety fill = i == 0 ? Safety.SAFE : Safety.UNSAFE;
            screen.put(screen.glyphs().bar(fill, (double) bins.get(i) / Math.max(1, most), cells))
                    .end();
        }
    }

    private void largest() {
        section("The largest");
        for (Study.Project project : StudyFigures.ofCode(study.projects()).largest()) {
            screen.to(INDENT).put(column(project.name()));
            screen.put(Cells.right(Numbers.grouped(project.code()), 14));
            screen.put(Cells.right(Numbers.percent(project.share()), 10)).end();
        }
    }

    private void languages() {
        section("Languages");
        List<Study.LanguageUse> uses = study.languages().stream()
                .filter(use -> use.safety() != Safety.NONE && use.code() > 0)
                .toList();
        for (Study.LanguageUse use : cut(uses)) {
            screen.to(INDENT).put(column(use.name()));
            screen.put(Cells.right(Numbers.grouped(use.code()), 14)).put("  ");
            screen.put(Cells.left(use.safety().label(), 13));
            screen.put(Style.FAINT, "in " + Numbers.count(use.projects(), "project"))
                    .end();
        }
        more(uses.size());
    }

    private void modules() {
        if (study.modules().isEmpty()) {
            return;
        }
        section("What to replace first, over all projects");
        int place = 1;
        for (Study.RankedModule module : cut(study.modules())) {
            screen.to(INDENT).put(Cells.right(String.valueOf(place++), 3)).put("  ");
            screen.put(column(module.project()));
            screen.put(Cells.right(Numbers.tenth(module.weight()), 7));
            screen.put(Cells.right(Numbers.grouped(module.unsafeCode()), 12)).put("  ");
            screen.put(module.module()).end();
            if (!module.replacement().isEmpty()) {
                screen.to(INDENT + 5)
                        .put(Style.GREEN, screen.glyphs().arrow() + " " + module.replacement())
                        .end();
            }
        }
        more(study.modules().size());
    }

    private void components() {
        if (study.components().isEmpty()) {
            return;
        }
        section("Vendored in several projects, with the same content");
        for (Study.Component component : cut(study.components())) {
            screen.to(INDENT).put(column(component.name()));
            screen.put(Cells.right(Numbers.count(component.projects(), "project"), 14));
            screen.put(Cells.right(Numbers.grouped(component.code()), 12)
                    + (component.code() == 1 ? " unsafe line" : " unsafe lines"));
            screen.put(
                            Style.GREEN,
                            component.replacement().isEmpty()
                                    ? ""
                                    : "  " + screen.glyphs().arrow() + " " + component.replacement())
                    .end();
        }
        more(study.components().size());
    }

    private void failures() {
        if (study.failures().isEmpty()) {
            return;
        }
        section("Not scanned, or not whole");
        for (Study.Failure failure : cut(study.failures())) {
            screen.wrap(Style.NORMAL, INDENT, reason(failure));
        }
        more(study.failures().size());
    }

    /** Most reasons begin with the address already. */
    private static String reason(Study.Failure failure) {
        return failure.reason().contains(failure.url()) ? failure.reason() : failure.url() + ": " + failure.reason();
    }

    private String column(String text) {
        return Cells.left(Cells.head(Plain.of(text), NAME, screen.glyphs().dots()), NAME);
    }

    private <T> List<T> cut(List<T> all) {
        return whole || all.size() <= FEW ? all : all.subList(0, FEW);
    }

    private void more(int all) {
        if (!whole && all > FEW) {
            screen.to(INDENT)
                    .put(Style.FAINT, "and " + Numbers.grouped(all - FEW) + " more (-v lists them)")
                    .end();
        }
    }
}
