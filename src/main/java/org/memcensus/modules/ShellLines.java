package org.memcensus.modules;

/** Cuts a shell script into the assignments of variables that stand at the start of a line, and its other lines. */
final class ShellLines {
    private ShellLines() {}

    /** Hands what stands in a script to a visitor, in order. */
    static void visit(String text, Visitor visitor) {
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int start = at;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            int name = start;
            while (name < end && (Character.isLetterOrDigit(text.charAt(name)) || text.charAt(name) == '_')) {
                name++;
            }
            if (name > start && name < end && text.charAt(name) == '=') {
                end = value(text, name + 1, end);
                visitor.assign(text.substring(start, name), text.substring(name + 1, end), line);
            } else {
                visitor.line(start, end, line);
            }
            for (int i = at; i < Math.min(end + 1, text.length()); i++) {
                line += text.charAt(i) == '\n' ? 1 : 0;
            }
            at = end + 1;
        }
    }

    /** Place behind a value: a quoted one may have several lines. */
    private static int value(String text, int start, int endOfLine) {
        char quote = start < text.length() ? text.charAt(start) : 0;
        if (quote != '"' && quote != '\'') {
            return endOfLine;
        }
        int end = text.indexOf(quote, start + 1);
        return end < 0 ? text.length() : end;
    }

    /** Hears what stands in a script. */
    interface Visitor {
        /**
         * A variable gets a value.
         *
         * @param name its name
         * @param value as written; a quoted one with the quote before it, and without the one behind
         * @param line the line it begins on, from 1
         */
        void assign(String name, String value, int line);

        /**
         * Another line.
         *
         * @param start place of its first character that is no blank
         * @param end place behind it
         * @param line its number, from 1
         */
        void line(int start, int end, int line);
    }
}
