package org.memcensus.cli;

import java.util.Locale;

/** Text from outside, made fit for a terminal: no escape sequence, no second line, no reordering. */
final class Plain {
    private Plain() {}

    /** The text on one line; control and invisible formatting characters are spelled out. */
    static String line(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean spelled = hidden(c);
            if (spelled && line == null) {
                line = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (line != null) {
                line.append(spelled ? spell(c) : String.valueOf(c));
            }
        }
        return line == null ? text : line.toString();
    }

    private static boolean hidden(char c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static String spell(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : "\\u%04x", (int) c);
        };
    }
}
