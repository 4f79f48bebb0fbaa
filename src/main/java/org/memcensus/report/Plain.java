package org.memcensus.report;

import java.util.Locale;

/** Makes foreign text harmless to look at: a file name may hold escape sequences, line feeds or marks that reverse the text. */
public final class Plain {
    private Plain() {}

    /** The text with every character that does not show itself written as {@code \n}, {@code \x1b} or <code>\u202e</code>. */
    public static String of(String text) {
        int harmless = 0;
        while (harmless < text.length() && text.charAt(harmless) >= ' ' && text.charAt(harmless) < 0x7f) {
            harmless++;
        }
        if (harmless == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16).append(text, 0, harmless);
        text.codePoints().skip(harmless).forEach(point -> {
            if (shows(point)) {
                plain.appendCodePoint(point);
            } else {
                plain.append(spell(point));
            }
        });
        return plain.toString();
    }

    private static String spell(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, point < 0x100 ? "\\x%02x" : "\\u%04x", point);
        };
    }

    /** Letters and marks without a shape: Hangul fillers, the combining joiner, and the plane of tags. */
    private static boolean invisible(int point) {
        return point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0
                || point == 0x034F
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    /** Whether the character can be seen, and leaves the characters around it where they are. */
    static boolean shows(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !invisible(point);
        };
    }
}
