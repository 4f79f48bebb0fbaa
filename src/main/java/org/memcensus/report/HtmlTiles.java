package org.memcensus.report;

import java.util.List;
import java.util.Locale;
import org.memcensus.report.Treemap.Tile;

/** Draws parts of a whole as a map, each as large as it is. */
final class HtmlTiles {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 400;

    /** Room that a letter takes, and a line of them. */
    private static final double LETTER = 6.6;

    private static final double LINE = 15;

    /** Fewer letters of a name say nothing. */
    private static final int LEAST_LETTERS = 6;

    private HtmlTiles() {}

    /**
     * A part.
     *
     * @param size above 0
     * @param name what stands in it where there is room
     * @param says what is told of it
     * @param style the class of its colour
     * @param target id of the place that it leads to; "" where it leads nowhere
     */
    record Part(double size, String name, String says, String style, String target) {}

    /**
     * Draws the map.
     *
     * @param parts the largest first
     * @param label what it shows
     */
    static void write(List<Part> parts, String label, Html page) {
        List<Tile> tiles = Treemap.of(parts.stream().mapToDouble(Part::size).toArray(), WIDTH, HEIGHT);
        page.raw("<svg viewBox=\"0 0 1000 400\" role=\"img\" aria-label=\"")
                .text(label)
                .raw("\">\n");
        for (int i = 0; i < tiles.size(); i++) {
            tile(parts.get(i), tiles.get(i), page);
        }
        page.raw("</svg>\n");
    }

    private static void tile(Part part, Tile tile, Html page) {
        boolean leads = !part.target().isEmpty();
        page.raw(leads ? "<a href=\"#" + part.target() + "\">" : "<g>");
        page.raw(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">",
                part.style(),
                tile.x(),
                tile.y(),
                tile.width(),
                tile.height()));
        page.raw("<title>").text(part.says()).raw("</title></rect>");
        String name = shown(part.name(), tile.width());
        if (!name.isEmpty() && tile.height() > LINE + 4) {
            double x = tile.x() + 4;
            double y = tile.y() + LINE;
            page.raw(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", part.style(), x, y));
            page.text(name).raw("</text>");
        }
        page.raw(leads ? "</a>\n" : "</g>\n");
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
