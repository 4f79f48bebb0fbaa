package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a make file into logical lines. Whatever is none is skipped. */
final class MakeLexer {
    private final String text;
    private final List<MakeLine> lines = new ArrayList<>();
    private int at;
    private int number = 1;
    private boolean inRule;
    private boolean inDefinition;

    private MakeLexer(String text) {
        this.text = text;
    }

    /** The lines of a file, in order. */
    static List<MakeLine> lines(String text) {
        MakeLexer lexer = new MakeLexer(text);
        while (lexer.at < text.length()) {
            lexer.logicalLine();
        }
        return lexer.lines;
    }

    private void logicalLine() {
        int first = number;
        int start = at;
        int end = endOfLine();
        if (!continues(start, end)) {
            line(text, start, end, first);
            return;
        }
        StringBuilder joined = new StringBuilder();
        while (continues(start, end)) {
            joined.append(text, start, text.charAt(end - 1) == '\r' ? end - 2 : end - 1)
                    .append(' ');
            start = at;
            end = endOfLine();
        }
        joined.append(text, start, end);
        line(joined.toString(), 0, joined.length(), first);
    }

    /** Goes behind the line that starts here, and gives the place of its end. */
    private int endOfLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        number++;
        return end < 0 ? text.length() : end;
    }

    /** Whether a line ends in a backslash that is not itself escaped. */
    private boolean continues(int start, int end) {
        int slash = end - 1;
        if (slash > start && text.charAt(slash) == '\r') {
            slash--;
        }
        int from = slash;
        while (slash >= start && text.charAt(slash) == '\\') {
            slash--;
        }
        return at < text.length() && (from - slash) % 2 == 1;
    }

    private void line(String source, int from, int to, int first) {
        if (from < to && source.charAt(from) == '\t' && inRule) {
            if (!inDefinition) {
                lines.add(new MakeLine(MakeLine.Kind.RECIPE, "", "", source.substring(from + 1, to), first));
            }
            return;
        }
        int start = from;
        while (start < to && source.charAt(start) <= ' ') {
            start++;
        }
        if (start == to || source.charAt(start) == '#') {
            return;
        }
        int end = comment(source, start, to);
        while (end > start && source.charAt(end - 1) <= ' ') {
            end--;
        }
        statement(source.substring(start, end), first);
    }

    /** Where the comment of a line starts, or its end. */
    private static int comment(String source, int from, int to) {
        int i = from;
        while (i < to && (source.charAt(i) != '#' || source.charAt(i - 1) == '\\')) {
            i++;
        }
        return i;
    }

    private void statement(String line, int first) {
        int space = 0;
        while (space < line.length() && line.charAt(space) > ' ' && line.charAt(space) != '(') {
            space++;
        }
        String word = line.substring(0, space);
        String rest = line.substring(space).strip();
        if (inDefinition) {
            inDefinition = !word.equals("endef");
            return;
        }
        boolean plain = !rest.startsWith("=") && !rest.startsWith(":") && !rest.startsWith("+=");
        switch (plain ? word : "") {
            case "if",
                    "ifeq",
                    "ifneq",
                    "ifdef",
                    "ifndef",
                    ".if",
                    ".ifdef",
                    ".ifndef",
                    "!if",
                    "!ifdef",
                    "!ifndef",
                    "!IF",
                    "!IFDEF",
                    "!IFNDEF" -> add(MakeLine.Kind.IF, "", rest, first);
            case "endif", ".endif", "!endif", "!ENDIF" -> add(MakeLine.Kind.ENDIF, "", rest, first);
            case "else", ".else", ".elif", ".elifdef", "!else", "!ELSE", "!ELSEIF", "unexport", ".for", ".endfor" -> {}
            case "include", "-include", "sinclude", ".include", ".-include", "!include", "!INCLUDE" ->
                add(MakeLine.Kind.INCLUDE, "", rest, first);
            case "vpath" -> add(MakeLine.Kind.VPATH, "", rest, first);
            case "export", "override", "private" -> split(rest, first);
            case "define" -> inDefinition = true;
            default -> split(line, first);
        }
    }

    /** Takes a line as an assignment or a rule, by the first sign outside of references. */
    private void split(String line, int first) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (depth <= 0 && c == '=') {
                assignment(line, i, first);
                return;
            } else if (depth <= 0 && c == ':' && !assigns(line, i)) {
                String right = line.substring(line.startsWith("::", i) ? i + 2 : i + 1);
                int recipe = right.indexOf(';');
                lines.add(new MakeLine(
                        MakeLine.Kind.RULE,
                        line.substring(0, i).strip(),
                        "",
                        (recipe < 0 ? right : right.substring(0, recipe)).strip(),
                        first));
                inRule = true;
                return;
            }
        }
    }

    private static boolean assigns(String line, int colon) {
        int i = colon;
        while (i < line.length() && line.charAt(i) == ':') {
            i++;
        }
        return i < line.length() && line.charAt(i) == '=';
    }

    private void assignment(String line, int equals, int first) {
        int left = equals;
        while (left > 0 && ":+?!".indexOf(line.charAt(left - 1)) >= 0) {
            left--;
        }
        String name = line.substring(0, left).strip();
        String operator = line.charAt(Math.max(0, equals - 1)) == '+' ? "+=" : operator(line, left, equals);
        if (!name.isEmpty() && !operator.equals("!=")) {
            lines.add(new MakeLine(
                    MakeLine.Kind.ASSIGNMENT,
                    name,
                    operator,
                    line.substring(equals + 1).strip(),
                    first));
        }
        inRule = false;
    }

    private static String operator(String line, int left, int equals) {
        return left == equals ? "=" : line.charAt(left) == ':' ? ":=" : line.charAt(left) + "=";
    }

    private void add(MakeLine.Kind kind, String left, String right, int first) {
        lines.add(new MakeLine(kind, left, "", right, first));
    }
}
