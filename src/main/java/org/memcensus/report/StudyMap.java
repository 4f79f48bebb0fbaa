package org.memcensus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.memcensus.model.Study;
import org.memcensus.report.HtmlTiles.Part;

/** The map of a study: its projects, as large as their code, the smallest together. */
final class StudyMap {
    /** More would be too small to see. */
    private static final int MOST = 300;

    /** What is smaller than such a part of the whole stays with the others. */
    private static final double LEAST = 1.0 / 1500;

    private StudyMap() {}

    /**
     * Its parts, the largest first.
     *
     * @param projects in the order of their lines on the page
     * @param listed how many of them have a line
     */
    static List<Part> of(List<Study.Project> projects, int listed) {
        List<Part> parts = new ArrayList<>();
        double least = LEAST * projects.stream().mapToLong(Study.Project::code).sum();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < projects.size(); i++) {
            if (projects.get(i).code() > 0) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingLong(i -> -projects.get(i).code()));
        long code = 0;
        long unsafe = 0;
        int rest = 0;
        for (int i : order) {
            Study.Project project = projects.get(i);
            if (parts.size() < MOST && project.code() >= least) {
                String target = i < listed ? "p" + (i + 1) : "";
                parts.add(part(project.name(), project.name(), project.code(), project.unsafe(), target));
            } else {
                rest++;
                code += project.code();
                unsafe += project.unsafe();
            }
        }
        if (rest > 0) {
            String name = Numbers.count(rest, parts.isEmpty() ? "project" : "smaller project");
            parts.add(part("smaller", name, code, unsafe, ""));
            parts.sort(Comparator.comparingDouble(part -> -part.size()));
        }
        return parts;
    }

    private static Part part(String name, String title, long code, long unsafe, String target) {
        double share = (double) unsafe / code;
        String says = title + ": " + Numbers.count(code, "line") + ", " + Numbers.percent(share) + " unsafe";
        String style = unsafe == 0 ? "safe" : "p" + (int) Math.min(9, 10 * share);
        return new Part(code, name, says, style, target);
    }
}
