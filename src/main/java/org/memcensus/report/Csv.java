package org.memcensus.report;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as RFC 4180 has them, but with plain line feeds. No cell begins like a formula of a spreadsheet. */
final class Csv {
    private final StringBuilder text = new StringBuilder();

    /** Adds a row. */
    Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append('\n');
        return this;
    }

    /** All rows. */
    String text() {
        return text.toString();
    }

    private static String cell(String foreign) {
        String text = Plain.of(foreign);
        if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
