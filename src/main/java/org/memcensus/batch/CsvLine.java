package org.memcensus.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads comma-separated values as RFC 4180 has them: a cell in quotes may hold commas, line ends and doubled quotes. */
final class CsvLine {
    /** No list of repositories has a longer line. */
    private static final int MAX_LENGTH = 1 << 20;

    private final BufferedReader in;
    private int line;

    CsvLine(BufferedReader in) {
        this.in = in;
    }

    /** Number of the last line that was read, from 1. */
    int number() {
        return line;
    }

    /** A line as it stands; null at the end. */
    @Nullable
    String plain() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (text.length() >= MAX_LENGTH) {
                throw new IOException("line " + (line + 1) + " is longer than " + MAX_LENGTH + " characters");
            }
            text.append((char) c);
        }
        line++;
        int end = text.length();
        return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /** The cells of the next record; null at the end. */
    @Nullable
    List<String> cells() throws IOException {
        String text = plain();
        return text == null ? null : cells(text);
    }

    /** The cells of a record that begins with this line. */
    List<String> cells(String first) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        String text = first;
        boolean quoted = false;
        int length = 0;
        int start = line;
        for (int i = 0; ; i++) {
            if (i == text.length()) {
                String next = quoted ? plain() : null;
                if (quoted && next == null) {
                    throw unclosed(start); // else the rest of a list would pass for one cell
                }
                if (next == null) {
                    cells.add(cell.toString());
                    return cells;
                }
                length += next.length() + 1;
                if (length > MAX_LENGTH) {
                    throw unclosed(start);
                }
                cell.append('\n');
                text = next;
                i = -1;
                continue;
            }
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
    }

    private static IOException unclosed(int start) {
        return new IOException("line " + start + ": a quote is opened and not closed");
    }
}
