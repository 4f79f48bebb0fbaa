package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The arguments of a call of an m4 macro, quoted as Autoconf quotes: {@code (name, [text, with commas], $objects)}. */
final class M4Arguments {
    private static final Pattern COMMENT = Pattern.compile("\\bdnl\\b[^\\n]*");

    private M4Arguments() {}

    /** A script without the comments that {@code dnl} begins; its lines stay. */
    static String uncommented(String text) {
        return text.contains("dnl") ? COMMENT.matcher(text).replaceAll("") : text;
    }

    /**
     * The arguments, each without the quotes around it; those that follow where the budget ends are left out.
     *
     * @param text a script without comments
     * @param start place behind the parenthesis that opens them
     * @param budget what looking may cost, in characters
     */
    static List<String> of(String text, int start, Budget budget) {
        List<String> arguments = new ArrayList<>();
        int from = start;
        int at = start;
        int depth = 0;
        int quotes = 0;
        while (at < text.length() && depth >= 0 && budget.spend(1)) {
            char c = text.charAt(at);
            quotes += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (quotes == 0) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if ((c == ',' && depth == 0) || depth < 0) {
                    arguments.add(unquoted(text.substring(from, at)));
                    from = at + 1;
                }
            }
            at++;
        }
        if (depth >= 0) {
            arguments.add(unquoted(text.substring(from, at)));
        }
        return arguments;
    }

    private static String unquoted(String argument) {
        String plain = argument.strip();
        boolean quoted = plain.length() > 1 && plain.charAt(0) == '[' && plain.charAt(plain.length() - 1) == ']';
        return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
    }
}
