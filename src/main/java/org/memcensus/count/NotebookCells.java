package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/**
 * Code in the cells of a Jupyter notebook, as Jupyter writes its files: one line of a cell is one string on one line. The
 * kernel's language is that of all cells.
 */
final class NotebookCells {
    private static final String CELL_TYPE = "\"cell_type\": \"";
    private static final String SOURCE = "\"source\": [";
    private static final Pattern LANGUAGE = Pattern.compile("\"language\": \"([^\"\\\\]{1,40})\"");
    private static final Pattern LANGUAGE_NAME = Pattern.compile(
            "\"language_info\": \\{[^{}]{0,500}(?:\\{[^{}]{0,500}\\}[^{}]{0,500})?\"name\": \"([^\"\\\\]{1,40})\"");

    private NotebookCells() {}

    static @Nullable Embedding find(Content content) {
        byte[] bytes = content.bytes();
        int length = content.length();
        Cutout cutout = null;
        String language = "";
        boolean code = false;
        boolean source = false;
        for (int start = 0; start < length; ) {
            int end = Lines.end(bytes, start, length);
            int first = Lines.skipBlank(bytes, start, end);
            if (source) {
                if (first < end && bytes[first] == '"') {
                    if (cutout == null) {
                        cutout = new Cutout(content);
                        language = language(content);
                    }
                    cutout.replace(language, start, end, decoded(bytes, first + 1, end));
                } else {
                    source = false;
                    code = false;
                }
            } else if (Lines.stands(bytes, first, end, CELL_TYPE)) {
                code = Lines.stands(bytes, first + CELL_TYPE.length(), end, "code\"");
            } else if (code && Lines.stands(bytes, first, end, SOURCE)) {
                source = Lines.blank(bytes, first + SOURCE.length(), end);
            }
            start = end + 1;
        }
        return cutout == null ? null : cutout.result();
    }

    /** Notebooks without a word on their language are older than other languages in them. */
    private static String language(Content content) {
        String text = new String(content.bytes(), 0, content.length(), StandardCharsets.ISO_8859_1);
        int metadata = text.lastIndexOf("\"kernelspec\"");
        Matcher language = LANGUAGE.matcher(text);
        if (metadata >= 0 && language.find(metadata)) {
            return language.group(1);
        }
        Matcher name = LANGUAGE_NAME.matcher(text);
        return name.find() ? name.group(1) : "python";
    }

    /** The text of a JSON string whose first byte is at {@code from}, without its line end. */
    private static String decoded(byte[] bytes, int from, int end) {
        String raw = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length() && raw.charAt(i) != '"'; i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                i++;
                c = raw.charAt(i);
                switch (c) {
                    case 'n', 'r', 't', 'b', 'f' -> c = ' ';
                    case 'u' -> {
                        c = '?';
                        i += 4;
                    }
                    default -> {}
                }
            }
            text.append(c);
        }
        return text.toString();
    }
}
