package org.memcensus.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Census;
import org.memcensus.model.ModuleCensus;
import org.memcensus.report.HtmlTiles.Part;
import org.memcensus.report.MapAreas.Area;

/** Draws the modules of a repository, each as large as its code and coloured by what is to be done with it. */
final class HtmlMap {
    private HtmlMap() {}

    static void write(Census census, RunInfo run, Html page) {
        List<Area> areas = MapAreas.of(census.modules().stream()
                .filter(item -> run.scope().contains(item.module().role())
                        && item.module().code() > 0)
                .toList());
        if (areas.isEmpty()) {
            return;
        }
        boolean all = areas.stream().allMatch(area -> area.modules().size() == 1);
        page.raw("<section>\n<h2>Map</h2>\n<p class=\"faint\">Each ").raw(all ? "module" : "module or directory");
        page.raw(" of the ").text(Wording.code(run.scope())).raw(" as large as its code:");
        page.raw(
                " <span class=\"key safe\"></span> safe, <span class=\"key undetermined\"></span> undetermined or mixed,");
        page.raw(" <span class=\"key p1\"></span> to <span class=\"key p9\"></span> unsafe, by priority.</p>\n");
        HtmlTiles.write(areas.stream().map(area -> part(area, run)).toList(), "Modules by their size", page);
        page.raw("</section>\n");
    }

    private static Part part(Area area, RunInfo run) {
        ModuleCensus first = first(area);
        String target =
                first == null || !run.verbose() && first.rank() > HtmlModules.DETAILED ? "" : "m" + first.rank();
        return new Part(area.code(), area.name(), label(area), style(area), target);
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
}
