package org.memcensus.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Census;
import org.memcensus.model.ModuleCensus;
import org.memcensus.report.MapAreas.Area;
import org.memcensus.report.Treemap.Tile;

/** Draws the modules of a repository, each as large as its code and coloured by what is to be done with it. */
final class HtmlMap {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 400;

    /** Room that a letter takes, and a line of them. */
    private static final double LETTER = 6.6;

    private static final double LINE = 15;

    /** Fewer letters of a name say nothing. */
    private static final int LEAST_LETTERS = 6;

    private HtmlMap() {}

    static void write(Census census, RunInfo run, Html page) {
        List<Area> areas = MapAreas.of(census.modules().stream()
                .filter(item -> run.scope().contains(item.module().role())
                        && item.module().code() > 0)
                .toList());
        if (areas.isEmpty()) {
            return;
        }
        List<Tile> tiles = Treemap.of(areas.stream().mapToDouble(Area::code).toArray(), WIDTH, HEIGHT);
        boolean all = areas.stream().allMatch(area -> area.modules().size() == 1);
        page.raw("<section>\n<h2>Map</h2>\n<p class=\"faint\">Each ").raw(all ? "module" : "module or directory");
        page.raw(" of the ").text(Wording.code(run.scope())).raw(" as large as its code:");
        page.raw(
                " <span class=\"key safe\"></span> safe, <span class=\"key undetermined\"></span> undetermined or mixed,");
        page.raw(" <span class=\"key p1\"></span> to <span class=\"key p9\"></span> unsafe, by priority.</p>\n");
        page.raw("<svg viewBox=\"0 0 1000 400\" role=\"img\" aria-label=\"Modules by their size\">\n");
        for (int i = 0; i < tiles.size(); i++) {
            tile(areas.get(i), tiles.get(i), run, page);
        }
        page.raw("</svg>\n</section>\n");
    }

    private static String label(Area area) {
        StringBuilder label = new StringBuilder(area.name().isEmpty() ? "." : area.name());
        label.append(": ").append(Numbers.count(area.code(), "line"));
        label.append(", ").append(Numbers.grouped(area.unsafe())).append(" unsafe");
        if (area.modules().size() > 1) {
            label.append(", in ").append(Numbers.count(area.modules().size(), "module"));
        }
        ModuleCensus first = first(area);
        if (first != null) {
            label.append("; priority ").append(Numbers.tenth(area.priority()));
            label.append(area.modules().size() == 1 ? ", rank " : " in the mean, first rank ");
            label.append(first.rank());
        }
        return label.toString();
    }

    private static @Nullable ModuleCensus first(Area area) {
        return area.modules().stream()
                .filter(item -> item.rank() > 0)
                .min(Comparator.comparingInt(ModuleCensus::rank))
                .orElse(null);
    }

    /** By priority what is mostly unsafe, else by what it is. */
    private static String style(Area area) {
        if (area.isUnsafe()) {
            return "p" + (int) Math.min(9, area.priority() / 10);
        }
        return area.unsafe() == 0 && area.isSafe() ? "safe" : "undetermined";
    }

    private static void tile(Area area, Tile tile, RunInfo run, Html page) {
        ModuleCensus first = first(area);
        int target = first == null || !run.verbose() && first.rank() > HtmlModules.DETAILED ? 0 : first.rank();
        page.raw(target > 0 ? "<a href=\"#m" + target + "\">" : "<g>");
        page.raw(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">",
                style(area),
                tile.x(),
                tile.y(),
                tile.width(),
                tile.height()));
        page.raw("<title>").text(label(area)).raw("</title></rect>");
        String name = shown(area.name(), tile.width());
        if (!name.isEmpty() && tile.height() > LINE + 4) {
            double x = tile.x() + 4;
            double y = tile.y() + LINE;
            page.raw(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", style(area), x, y));
            page.text(name).raw("</text>");
        }
        page.raw(target > 0 ? "</a>\n" : "</g>\n");
    }

    /** As much of the end of a name as fits; nothing where that would say nothing. */
    private static String shown(String name, double width) {
        String plain = Plain.of(name);
        int letters = (int) ((width - 8) / LETTER);
        if (Cells.width(plain) <= letters) {
            return plain;
        }
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        return Cells.width(last) <= letters ? last : letters >= LEAST_LETTERS ? Cells.head(last, letters, "…") : "";
    }
}
