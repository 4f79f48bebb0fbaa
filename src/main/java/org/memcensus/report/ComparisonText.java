package org.memcensus.report;

import java.util.Comparator;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Comparison;
import org.memcensus.model.Comparison.Shift;
import org.memcensus.report.Screen.Style;

/** Says how priorities moved since another commit: what moved most comes first. */
final class ComparisonText {
    private static final int TOP = 15;

    /** A move that one decimal does not show. */
    private static final double NOTHING = 0.05;

    private static final int INDENT = 2;
    private static final int NUMBERS = 30;

    private ComparisonText() {}

    static void write(Census census, RunInfo run, Screen screen) {
        Comparison comparison = census.comparison();
        if (comparison == null) {
            return;
        }
        List<Shift> moved = moved(comparison);
        screen.space();
        screen.title("Since " + Plain.of(name(comparison)));
        if (moved.isEmpty()) {
            screen.to(INDENT).put("No priority moved.").end();
            return;
        }
        int shown = run.verbose() ? moved.size() : Math.min(TOP, moved.size());
        int width = moved.subList(0, shown).stream()
                .mapToInt(shift -> Cells.width(Plain.of(shift.name())))
                .max()
                .orElse(0);
        width = Math.max(12, Math.min(width, screen.width() - INDENT - NUMBERS));
        screen.put(Style.FAINT, "  " + Cells.left("module", width) + "  priority   moved  rank")
                .end();
        for (Shift shift : moved.subList(0, shown)) {
            String name =
                    Cells.tail(Plain.of(shift.name()), width, screen.glyphs().dots());
            screen.to(INDENT).put(Cells.left(name, width));
            screen.put(Cells.right(shift.rank() == 0 ? "-" : Numbers.tenth(shift.priority()), 10));
            screen.put(shift.gain() > 0 ? Style.RED_BOLD : Style.GREEN, Cells.right(gain(shift), 8));
            screen.put("  " + ranks(shift)).end();
        }
        if (shown < moved.size()) {
            screen.to(INDENT)
                    .put(Style.FAINT, "and " + (moved.size() - shown) + " more (-v lists all)")
                    .end();
        }
    }

    static void write(Census census, RunInfo run, StringBuilder page) {
        Comparison comparison = census.comparison();
        if (comparison == null) {
            return;
        }
        List<Shift> moved = moved(comparison);
        page.append("\n### Since ").append(Markdown.code(name(comparison))).append("\n\n");
        if (moved.isEmpty()) {
            page.append("No priority moved.\n");
            return;
        }
        page.append("| Module | Priority | Moved | Rank |\n| --- | ---: | ---: | --- |\n");
        int shown = run.verbose() ? moved.size() : Math.min(TOP, moved.size());
        for (Shift shift : moved.subList(0, shown)) {
            page.append("| ").append(Markdown.code(shift.name())).append(" | ");
            page.append(shift.rank() == 0 ? "" : Numbers.tenth(shift.priority()))
                    .append(" | ");
            page.append(gain(shift)).append(" | ").append(ranks(shift)).append(" |\n");
        }
        if (shown < moved.size()) {
            page.append("\nand ").append(moved.size() - shown).append(" more.\n");
        }
    }

    static void write(Census census, RunInfo run, Html page) {
        Comparison comparison = census.comparison();
        if (comparison == null) {
            return;
        }
        List<Shift> moved = moved(comparison);
        page.raw("<section>\n<h2>Since ").text(name(comparison)).raw("</h2>\n");
        if (moved.isEmpty()) {
            page.raw("<p>No priority moved.</p>\n</section>\n");
            return;
        }
        page.raw("<table>\n<tr><th>Module</th><th class=\"number\">Priority</th>");
        page.raw("<th class=\"number\">Moved</th><th>Rank</th></tr>\n");
        int shown = run.verbose() ? moved.size() : Math.min(TOP, moved.size());
        for (Shift shift : moved.subList(0, shown)) {
            page.raw("<tr><td>").text(shift.name()).raw("</td><td class=\"number\">");
            page.text(shift.rank() == 0 ? "" : Numbers.tenth(shift.priority())).raw("</td><td class=\"number\">");
            page.text(gain(shift)).raw("</td><td>").text(ranks(shift)).raw("</td></tr>\n");
        }
        page.raw("</table>\n");
        if (shown < moved.size()) {
            page.raw("<p class=\"faint\">and ")
                    .text(moved.size() - shown + " more.")
                    .raw("</p>\n");
        }
        page.raw("</section>\n");
    }

    private static String name(Comparison comparison) {
        String commit = comparison.commit();
        String shown = commit.substring(0, Math.min(10, commit.length()));
        return comparison.revision().startsWith(shown) ? shown : comparison.revision() + " (" + shown + ")";
    }

    private static List<Shift> moved(Comparison comparison) {
        return comparison.shifts().stream()
                .filter(shift -> Math.abs(shift.gain()) >= NOTHING || (shift.rank() == 0) != (shift.rankBefore() == 0))
                .sorted(Comparator.comparingDouble((Shift shift) -> -Math.abs(shift.gain()))
                        .thenComparing(Shift::id))
                .toList();
    }

    private static String gain(Shift shift) {
        return (shift.gain() < 0 ? "-" : "+") + Numbers.tenth(Math.abs(shift.gain()));
    }

    private static String ranks(Shift shift) {
        if (shift.rank() == 0) {
            return "gone, was " + shift.rankBefore();
        }
        return shift.rank() + (shift.rankBefore() == 0 ? ", new" : ", was " + shift.rankBefore());
    }
}
