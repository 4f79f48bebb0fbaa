package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;

/** Measures text as a terminal does: in cells, of which East Asian characters take two and combining marks none. */
final class Cells {
    /** First and last code points of the blocks whose characters take two cells, after Unicode's EastAsianWidth.txt. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653,
        0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
        0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274E,
        0x2753, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55, 0x2E80, 0xA4CF, 0xA960, 0xA97F,
        0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0,
        0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6,
        0x1F320, 0x1F32D, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0, 0x1F7EB, 0x1F90C, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Cells() {}

    /** Cells that the text takes. */
    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int i = 0; i < WIDE.length && WIDE[i] <= point; i += 2) {
            if (point <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text's beginning in at most so many cells, with {@code dots} where its rest is missing. */
    static String head(String text, int cells, String dots) {
        if (width(text) <= cells) {
            return text;
        }
        int room = cells - width(dots);
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            room -= width(point);
            if (room < 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end) + dots;
    }

    /** The text's end in at most so many cells: of a path, the file's name says most. */
    static String tail(String text, int cells, String dots) {
        if (width(text) <= cells) {
            return text;
        }
        int room = cells - width(dots);
        int start = text.length();
        while (start > 0) {
            int point = text.codePointBefore(start);
            room -= width(point);
            if (room < 0) {
                break;
            }
            start -= Character.charCount(point);
        }
        return dots + text.substring(start);
    }

    /** The text in lines of at most so many cells, broken at spaces, or inside a word that is longer. */
    static List<String> fold(String text, int cells) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > cells) {
            int end = Math.max(1, head(rest, cells, "").length());
            int space = rest.lastIndexOf(' ', end);
            while (space > 0 && rest.startsWith("%", space + 1)) {
                space = rest.lastIndexOf(' ', space - 1); // a share stays with its sign
            }
            if (space > 0) {
                lines.add(rest.substring(0, space));
                rest = rest.substring(space + 1);
            } else {
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
        }
        lines.add(rest);
        return lines;
    }

    /** The text with spaces behind it. */
    static String left(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }

    /** The text with spaces before it. */
    static String right(String text, int cells) {
        return " ".repeat(Math.max(0, cells - width(text))) + text;
    }
}
