package org.memcensus.report;

/** One bar for all that is program code, in its safety classes. */
final class HtmlBar {
    private HtmlBar() {}

    /**
     * Draws it.
     *
     * @param unsafe code lines of that class, as the two others; not all of them 0
     */
    static void write(long unsafe, long undetermined, long safe, Html page) {
        page.raw("<div class=\"bar\" role=\"img\" aria-label=\"");
        page.text(Numbers.count(unsafe, "line")).raw(" unsafe, ");
        page.text(Numbers.grouped(undetermined)).raw(" undetermined, ");
        page.text(Numbers.grouped(safe)).raw(" safe\">");
        long all = unsafe + undetermined + safe;
        part("unsafe", unsafe, all, page);
        part("undetermined", undetermined, all, page);
        part("safe", safe, all, page);
        page.raw("</div>\n");
    }

    private static void part(String name, long code, long all, Html page) {
        if (code > 0) {
            String share = Numbers.percent((double) code / all);
            page.raw("<i class=\"").raw(name).raw("\" style=\"flex-grow:").raw(Long.toString(code));
            page.raw("\" title=\"")
                    .text(name + ": " + Numbers.count(code, "line") + ", " + share)
                    .raw("\"></i>");
        }
    }
}
