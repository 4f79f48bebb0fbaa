package org.memcensus.report;

import java.util.Locale;

/** A table of a page, cell by cell. */
final class HtmlTable {
    private final Html page;

    private HtmlTable(Html page) {
        this.page = page;
    }

    /**
     * Begins one.
     *
     * @param style its class, or "" for none
     * @param columns their titles; one that ends with {@code #} is of numbers, an empty one of drawings
     */
    static HtmlTable begin(Html page, String style, String... columns) {
        page.raw(style.isEmpty() ? "<table>\n<tr>" : "<table class=\"" + style + "\">\n<tr>");
        for (String column : columns) {
            if (column.isEmpty()) {
                page.raw("<th aria-hidden=\"true\">");
            } else if (column.endsWith("#")) {
                page.raw("<th class=\"number\">").text(column.substring(0, column.length() - 1));
            } else {
                page.raw("<th>").text(column);
            }
            page.raw("</th>");
        }
        page.raw("</tr>\n");
        return new HtmlTable(page);
    }

    HtmlTable row() {
        page.raw("<tr>");
        return this;
    }

    /** Begins a row that a link of the page leads to. */
    HtmlTable row(String id) {
        page.raw("<tr id=\"").raw(id).raw("\">");
        return this;
    }

    void endRow() {
        page.raw("</tr>\n");
    }

    HtmlTable text(String text) {
        page.raw("<td>").text(text).raw("</td>");
        return this;
    }

    HtmlTable code(String text) {
        page.raw("<td>").code(text).raw("</td>");
        return this;
    }

    HtmlTable link(String text, String url) {
        page.raw("<td>").link(text, url).raw("</td>");
        return this;
    }

    /** A cell in a class of its own. */
    HtmlTable text(String text, String style) {
        page.raw("<td class=\"").raw(style).raw("\">").text(text).raw("</td>");
        return this;
    }

    HtmlTable number(String number) {
        return text(number, "number");
    }

    /**
     * Draws a share of 1 as the part of a line.
     *
     * @param style the class of its colour
     */
    HtmlTable meter(double share, String style) {
        page.raw("<td class=\"meter\">");
        if (share > 0) {
            page.raw("<i class=\"").raw(style).raw("\" style=\"width:");
            page.raw(String.format(Locale.ROOT, "%.1f", 100 * share)).raw("%\"></i>");
        }
        page.raw("</td>");
        return this;
    }

    /**
     * Draws a number of 0 to 100 as the part of a line, the darker the larger.
     */
    HtmlTable gauge(double number) {
        page.raw("<td class=\"small\"><i class=\"gauge p")
                .raw(Integer.toString((int) Math.max(0, Math.min(9, number / 10))))
                .raw("\" style=\"width:")
                .raw(Numbers.tenth(Math.max(0, Math.min(100, number))))
                .raw("%\"></i></td>");
        return this;
    }

    void end() {
        page.raw("</table>\n");
    }
}
