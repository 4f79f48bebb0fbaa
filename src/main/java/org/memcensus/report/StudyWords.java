package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Study;
import org.memcensus.model.StudyFigures;

/** What a study says, in sentences. */
final class StudyWords {
    private static final String CISA = "cisa-2024";

    private StudyWords() {}

    /** The three figures that CISA's report of 2024 leads with, of these projects. */
    static List<String> headlines(Study study) {
        StudyFigures figures = StudyFigures.ofCode(study.projects());
        List<String> lines = new ArrayList<>();
        if (figures.projects() == 0) {
            return List.of("No repository was scanned yet, so there is nothing to say.");
        }
        lines.add(Numbers.percent((double) figures.withUnsafe() / figures.projects())
                + " of the projects hold memory-unsafe code: " + Numbers.grouped(figures.withUnsafe()) + " of "
                + Numbers.grouped(figures.projects()) + ".");
        lines.add(Numbers.percent(figures.share()) + " of all code lines are memory-unsafe: "
                + Numbers.grouped(figures.unsafe()) + " of " + Numbers.grouped(figures.code())
                + "; the median project has "
                + Numbers.percent(figures.median()) + ".");
        lines.add(largest(figures));
        return lines;
    }

    private static String largest(StudyFigures figures) {
        if (figures.largest().size() == 1) {
            return "The largest has " + Numbers.percent(figures.largestMedian()) + ".";
        }
        return "Of the " + figures.largest().size() + " largest, the least unsafe has "
                + Numbers.percent(figures.largestLeast()) + ", the median " + Numbers.percent(figures.largestMedian())
                + ", and " + figures.largestAlmostAll()
                + (figures.largestAlmostAll() == 1 ? " has" : " have") + " more than 94 %.";
    }

    /** The same of all lines, and what CISA published; only where its way to count was asked for. */
    static List<String> besideCisa(Study study) {
        if (!study.about().policy().startsWith(CISA)) {
            return List.of();
        }
        StudyFigures all = StudyFigures.ofAllLines(study.projects());
        return List.of(
                "With data, markup and prose in the whole, as CISA's figures fit best: " + Numbers.percent(all.share())
                        + ". " + largest(all),
                "CISA's report of June 2024, on 172 projects: 52 % of the projects, 55 % of the lines; of the 10 largest"
                        + " each above 26 %, the median 62.5 %, and 4 above 94 %.");
    }

    /** How many repositories the study stands on. */
    static String basis(Study study) {
        Study.Progress progress = study.progress();
        List<String> parts = new ArrayList<>();
        parts.add(Numbers.grouped(progress.done()) + " scanned");
        if (progress.incomplete() > 0) {
            parts.add(Numbers.grouped(progress.incomplete()) + " with files that could not be read");
        }
        if (progress.failed() > 0) {
            parts.add(Numbers.grouped(progress.failed()) + " failed");
        }
        if (progress.pending() > 0) {
            parts.add(Numbers.grouped(progress.pending()) + " still to do");
        }
        return Numbers.grouped(progress.listed()) + " listed: " + String.join(", ", parts) + ".";
    }

    /** What a bin of the distribution holds. */
    static String bin(int bin, int bins) {
        return bin == 0 ? "none" : bin == bins - 1 ? "all" : "up to " + bin * 10 + " %";
    }
}
