package org.memcensus.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Study;
import org.memcensus.model.StudyFigures;

/**
 * A table of a study, as text.
 *
 * @param name its name
 * @param columns the names of its columns
 * @param rows its cells
 */
record StudyTable(String name, List<String> columns, List<List<String>> rows) {
    private static final int DECIMALS = 4;

    /** Every table. */
    static List<StudyTable> all(Study study) {
        return List.of(
                figures(study), projects(study), languages(study), modules(study), components(study), failures(study));
    }

    private static StudyTable figures(Study study) {
        Builder table = new Builder(
                "figures",
                "of",
                "projects",
                "with_unsafe",
                "lines",
                "unsafe",
                "share",
                "median_share",
                "largest_least",
                "largest_median",
                "largest_above_94");
        figures(table, "code", StudyFigures.ofCode(study.projects()));
        figures(table, "code, data, markup and prose", StudyFigures.ofAllLines(study.projects()));
        return table.build();
    }

    private static void figures(Builder table, String of, StudyFigures figures) {
        table.row(
                of,
                figures.projects(),
                figures.withUnsafe(),
                figures.code(),
                figures.unsafe(),
                share(figures.share()),
                share(figures.median()),
                share(figures.largestLeast()),
                share(figures.largestMedian()),
                figures.largestAlmostAll());
    }

    private static StudyTable projects(Study study) {
        Builder table = new Builder(
                "projects",
                "url",
                "name",
                "commit",
                "criticality",
                "code",
                "unsafe",
                "safe",
                "undetermined",
                "other",
                "share",
                "share_of_all");
        for (Study.Project project : study.projects()) {
            Double criticality = project.criticality();
            table.row(
                    project.url(),
                    project.name(),
                    project.commit(),
                    criticality == null ? null : Numbers.rounded(criticality, DECIMALS),
                    project.code(),
                    project.unsafe(),
                    project.safe(),
                    project.undetermined(),
                    project.other(),
                    share(project.share()),
                    share(project.shareOfAll()));
        }
        return table.build();
    }

    private static StudyTable languages(Study study) {
        Builder table = new Builder("languages", "name", "safety", "projects", "files", "code");
        for (Study.LanguageUse use : study.languages()) {
            table.row(use.name(), use.safety().label(), use.projects(), use.files(), use.code());
        }
        return table.build();
    }

    private static StudyTable modules(Study study) {
        Builder table = new Builder(
                "modules", "place", "url", "project", "module", "unsafe", "priority", "weight", "replacement");
        int place = 1;
        for (Study.RankedModule module : study.modules()) {
            table.row(
                    place++,
                    module.url(),
                    module.project(),
                    module.module(),
                    module.unsafeCode(),
                    Numbers.tenth(module.priority()),
                    Numbers.tenth(module.weight()),
                    module.replacement());
        }
        return table.build();
    }

    private static StudyTable components(Study study) {
        Builder table = new Builder("components", "name", "projects", "files", "unsafe", "replacement");
        for (Study.Component component : study.components()) {
            table.row(
                    component.name(),
                    component.projects(),
                    component.files(),
                    component.code(),
                    component.replacement());
        }
        return table.build();
    }

    private static StudyTable failures(Study study) {
        Builder table = new Builder("failures", "url", "status", "reason");
        study.failures().forEach(failure -> table.row(failure.url(), failure.status(), failure.reason()));
        return table.build();
    }

    private static String share(OptionalDouble share) {
        return share.isPresent()
                ? Numbers.rounded(share.getAsDouble(), DECIMALS).toPlainString()
                : "";
    }

    /** The table as a CSV file. */
    String csv() {
        Csv csv = new Csv().row(columns);
        rows.forEach(csv::row);
        return csv.text();
    }

    private static final class Builder {
        private final String name;
        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        Builder(String name, String... columns) {
            this.name = name;
            this.columns = List.of(columns);
        }

        void row(@Nullable Object... cells) {
            rows.add(Arrays.stream(cells)
                    .map(cell -> cell == null ? "" : cell.toString())
                    .toList());
        }

        StudyTable build() {
            return new StudyTable(name, columns, List.copyOf(rows));
        }
    }
}
