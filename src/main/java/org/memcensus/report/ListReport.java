package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.memcensus.report.Listing.Column;
import org.memcensus.report.Screen.Style;

/** Writes a {@link Listing} for people or for programs. */
public final class ListReport {
    private static final int GAP = 2;
    private static final int WIDEST = 32;
    private static final int LEAST_LAST = 24;

    /**
     * Writes a table and flushes, in one of {@link Format#OF_TABLES}. Nothing is cut: on a screen, cells that are too wide go over several lines; where there
     * is none, each row is one line, as {@code grep} needs it.
     *
     * @throws IOException if {@code out} fails
     */
    public void write(Listing listing, Format format, RunInfo run, Writer out) throws IOException {
        switch (format) {
            case TEXT -> out.write(text(listing, run));
            case JSON -> json(listing, out);
            case MARKDOWN -> out.write(markdown(listing));
            case CSV -> out.write(csv(listing));
            case HTML, NDJSON, SARIF, GITLAB, BADGE, OPENMETRICS, CLOC ->
                throw new IllegalArgumentException(format.label() + " is for a census");
        }
        out.flush();
    }

    private static String csv(Listing listing) {
        Csv csv = new Csv().row(listing.columns().stream().map(Column::name).toList());
        listing.rows().forEach(csv::row);
        return csv.text();
    }

    static String text(Listing listing, RunInfo run) {
        int columns = listing.columns().size();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = Cells.width(listing.columns().get(i).name());
            for (List<String> row : listing.rows()) {
                widths[i] = Math.max(widths[i], Cells.width(Plain.of(row.get(i))));
            }
        }
        int before = 0;
        boolean whole = run.rows() == 0 || IntStream.of(widths).sum() + GAP * (columns - 1) <= run.width();
        for (int i = 0; i < columns - 1; i++) {
            widths[i] = whole ? widths[i] : Math.max(Math.min(widths[i], WIDEST), longestWord(listing, i));
            before += widths[i] + GAP;
        }
        // What is wider than the screen is left to the terminal: a table that is piped keeps its words whole.
        int width = whole ? before + widths[columns - 1] : Math.max(run.width(), before + LEAST_LAST);
        widths[columns - 1] = Math.min(widths[columns - 1], width - before);
        Screen screen = new Screen(run.wide(width));
        List<String> titles = listing.columns().stream().map(Column::name).toList();
        row(titles, listing.columns(), widths, Style.BOLD, screen);
        for (List<String> row : listing.rows()) {
            row(row, listing.columns(), widths, Style.NORMAL, screen);
        }
        return screen.text();
    }

    private static int longestWord(Listing listing, int column) {
        int longest = Cells.width(listing.columns().get(column).name());
        for (List<String> row : listing.rows()) {
            for (String word : Plain.of(row.get(column)).split(" ", -1)) {
                longest = Math.max(longest, Cells.width(word));
            }
        }
        return longest;
    }

    private static void row(List<String> cells, List<Column> columns, int[] widths, Style style, Screen screen) {
        List<List<String>> lines = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> folded = Cells.fold(Plain.of(cells.get(i)), widths[i]);
            lines.add(folded);
            height = Math.max(height, folded.size());
        }
        for (int line = 0; line < height; line++) {
            for (int i = 0; i < widths.length; i++) {
                String text = line < lines.get(i).size() ? lines.get(i).get(line) : "";
                screen.put(style, columns.get(i).number() ? Cells.right(text, widths[i]) : Cells.left(text, widths[i]));
                screen.put(i + 1 < widths.length ? " ".repeat(GAP) : "");
            }
            screen.end();
        }
    }

    private static void json(Listing listing, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartArray();
            for (List<String> row : listing.rows()) {
                json.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    Column column = listing.columns().get(i);
                    if (column.number()) {
                        json.writeNumberField(column.name(), Long.parseLong(row.get(i)));
                    } else {
                        json.writeStringField(column.name(), JsonStyle.whole(row.get(i)));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    static String markdown(Listing listing) {
        StringBuilder page = new StringBuilder("|");
        listing.columns()
                .forEach(column -> page.append(' ').append(column.name()).append(" |"));
        page.append("\n|");
        listing.columns().forEach(column -> page.append(column.number() ? " ---: |" : " --- |"));
        for (List<String> row : listing.rows()) {
            page.append("\n| ").append(row.stream().map(Markdown::text).collect(Collectors.joining(" | ")));
            page.append(" |");
        }
        return page.append('\n').toString();
    }
}
