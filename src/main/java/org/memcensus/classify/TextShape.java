package org.memcensus.classify;

/** Judges text that no table knows by how it looks: settings, prose, or what may be code. */
final class TextShape {
    /** Prose and lists have fewer signs than one in this many characters; code has more. */
    private static final int CHARACTERS_PER_SIGN = 9;

    /** Enough to see what a text is. */
    private static final int WINDOW = 4 << 10;

    /** Of lines that are not blank, code has more than one in this many that ends as a statement does. */
    private static final int LINES_PER_STATEMENT = 12;

    private TextShape() {}

    /**
     * The language that the look of a text gives it: {@code INI} where almost all lines are settings, {@code Text} where it
     * is prose or a list; empty where it may be code, markup or no text at all.
     */
    static String language(String text) {
        String head = text.length() > WINDOW ? text.substring(0, text.lastIndexOf('\n', WINDOW) + 1) : text;
        if (!isPlain(head) || head.startsWith("#!")) {
            return "";
        }
        int lines = 0;
        int settings = 0;
        int remarks = 0;
        int statements = 0;
        int signs = 0;
        int visible = 0;
        for (int start = 0; start < head.length(); ) {
            int newline = head.indexOf('\n', start);
            int end = newline < 0 ? head.length() : newline;
            int first = start;
            int last = end - 1;
            while (first < end && head.charAt(first) <= ' ') {
                first++;
            }
            while (last > first && head.charAt(last) <= ' ') {
                last--;
            }
            if (first < end) {
                lines++;
                char opening = head.charAt(first);
                if (opening == '#' || opening == ';') {
                    remarks++;
                } else if (isSetting(head, first, last)) {
                    settings++;
                } else {
                    statements += ";{}".indexOf(head.charAt(last)) >= 0 ? 1 : 0;
                }
                for (int i = first; i <= last; i++) {
                    char c = head.charAt(i);
                    visible++;
                    signs += isSign(c) ? 1 : 0;
                }
            }
            start = end + 1;
        }
        if (lines == 0) {
            return "Text";
        }
        if (settings > 0 && (settings + remarks) * 10 >= lines * 9) {
            return "INI";
        }
        boolean calm = signs * CHARACTERS_PER_SIGN < visible && statements * LINES_PER_STATEMENT < lines;
        return calm ? "Text" : "";
    }

    /** The markup language that a text begins as; empty where it begins as none. */
    static String markup(String head) {
        int start = 0;
        while (start < head.length() && head.charAt(start) <= ' ') {
            start++;
        }
        if (head.startsWith("<?xml", start)) {
            return "XML";
        }
        if (head.startsWith(".\\\"") || head.startsWith("'\\\"") || head.startsWith(".TH ")) {
            // Sections of manuals have endings without number: 3pcap, 9p.
            return head.startsWith(".TH ") || head.contains("\n.TH ") || head.contains("\n.Dt ")
                    ? "Roff Manpage"
                    : "Roff";
        }
        return head.regionMatches(true, start, "<!DOCTYPE html", 0, 14)
                        || head.regionMatches(true, start, "<html", 0, 5)
                ? "HTML"
                : "";
    }

    /** Whether it is plain to see that this is text and nothing that a media type would tell more about. */
    static boolean isPlain(String head) {
        if (head.startsWith("<") || head.startsWith("%!") || head.startsWith("%PDF") || head.startsWith("{\\rtf")) {
            return false;
        }
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != 0x1B) {
                return false;
            }
        }
        return true;
    }

    /** {@code name = value}, {@code [section]}; not a comparison, not a statement. */
    private static boolean isSetting(String text, int first, int last) {
        if (text.charAt(first) == '[') {
            return text.charAt(last) == ']';
        }
        int i = first;
        while (i <= last && (Character.isLetterOrDigit(text.charAt(i)) || "_.-".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        boolean named = i > first;
        while (i <= last && text.charAt(i) == ' ') {
            i++;
        }
        return named
                && i <= last
                && text.charAt(i) == '='
                && (i == last || text.charAt(i + 1) != '=')
                && text.charAt(last) != ';';
    }

    private static boolean isSign(char c) {
        return "!$%&()+;<>?@[]\\^`{|}".indexOf(c) >= 0;
    }
}
