package org.memcensus.advise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The text of a C file without comments, strings and directives, and how it uses names that stand before a parenthesis. */
final class PlainCode {
    /** Words behind which an expression stands. */
    private static final Set<String> BEFORE_EXPRESSIONS =
            Set.of("return", "else", "do", "case", "throw", "co_return", "co_await", "co_yield", "and", "or", "not");

    /** Ends a name that stands for itself. */
    private static final String WHOLE = "()";

    /** A character literal is no longer: what is longer is an apostrophe. */
    private static final int LONGEST_LITERAL = 12;

    private final char[] code;
    private final Set<String> macros;

    private PlainCode(char[] code, Set<String> macros) {
        this.code = code;
        this.macros = macros;
    }

    /** How a name is used. */
    enum Use {
        /** It is called. */
        CALLED,
        /** It is declared, or it is a method's: another's name. */
        DECLARED,
        /** It is defined here. */
        DEFINED
    }

    /**
     * A name before a parenthesis.
     *
     * @param line its line, from 1
     */
    record Name(String text, int line, Use use) {}

    /** The code of a text. */
    static PlainCode of(String text) {
        char[] code = text.toCharArray();
        Set<String> macros = new HashSet<>();
        int i = 0;
        boolean begins = true;
        while (i < code.length) {
            char c = code[i];
            if (c == '/' && next(code, i) == '/') {
                i = blank(code, i, lineEnd(code, i));
            } else if (c == '/' && next(code, i) == '*') {
                int close = text.indexOf("*/", i + 2);
                i = blank(code, i, close < 0 ? code.length : close + 2);
            } else if (c == '"' || c == '\'') {
                i = blank(code, i, literalEnd(code, i));
                begins = false;
            } else if (c == '#' && begins) {
                i = directive(code, i, macros);
            } else {
                begins = c == '\n' || begins && Character.isWhitespace(c);
                i++;
            }
        }
        return new PlainCode(code, macros);
    }

    private static char next(char[] code, int i) {
        return i + 1 < code.length ? code[i + 1] : '\n';
    }

    /** Where a line ends, with those that it goes on in. */
    private static int lineEnd(char[] code, int from) {
        int i = from;
        while (i < code.length && (code[i] != '\n' || goesOn(code, i))) {
            i++;
        }
        return i;
    }

    private static boolean goesOn(char[] code, int end) {
        int last = end > 0 && code[end - 1] == '\r' ? end - 2 : end - 1;
        return last >= 0 && code[last] == '\\';
    }

    private static int literalEnd(char[] code, int from) {
        int i = from + 1;
        while (i < code.length && code[i] != code[from] && code[i] != '\n') {
            i += code[i] == '\\' ? 2 : 1;
        }
        boolean closed = i < code.length && code[i] == code[from];
        if (code[from] == '\'' && (!closed || i - from > LONGEST_LITERAL)) {
            return from + 1;
        }
        return Math.min(closed ? i + 1 : i, code.length);
    }

    /** Takes a directive away, with the name of the macro that it makes; a comment in it may go on behind it. */
    private static int directive(char[] code, int hash, Set<String> macros) {
        int end = hash;
        while (end < code.length && (code[end] != '\n' || goesOn(code, end))) {
            if (code[end] == '/' && (next(code, end) == '*' || next(code, end) == '/')) {
                break;
            }
            end++;
        }
        String[] words = new String(code, hash + 1, end - hash - 1).strip().split("[^A-Za-z0-9_]+", 3);
        if (words.length > 1 && words[0].equals("define")) {
            macros.add(words[1]);
        }
        return blank(code, hash, end);
    }

    private static int blank(char[] code, int from, int end) {
        for (int i = from; i < end; i++) {
            if (code[i] != '\n') {
                code[i] = ' ';
            }
        }
        return end;
    }

    /** Names of the macros that are made here. */
    Set<String> macros() {
        return macros;
    }

    /** The names before a parenthesis that begin so, in order; of one with brackets at its end, that name alone. */
    List<Name> names(List<String> beginnings) {
        List<Name> names = new ArrayList<>();
        int line = 1;
        int i = 0;
        while (i < code.length) {
            if (!isWord(code[i])) {
                line += code[i++] == '\n' ? 1 : 0;
                continue;
            }
            int start = i;
            while (i < code.length && isWord(code[i])) {
                i++;
            }
            int open = skipBlanks(i);
            if (open < code.length && code[open] == '(') {
                String name = new String(code, start, i - start);
                if (beginnings.stream().anyMatch(beginning -> fits(name, beginning))) {
                    names.add(new Name(name, line, use(start, open)));
                }
            }
        }
        return names;
    }

    private static boolean fits(String name, String beginning) {
        return beginning.endsWith(WHOLE)
                ? name.length() == beginning.length() - WHOLE.length() && beginning.startsWith(name)
                : name.startsWith(beginning);
    }

    private Use use(int start, int open) {
        int before = back(start - 1);
        char last = at(before);
        if (isWord(last)) {
            return BEFORE_EXPRESSIONS.contains(wordAt(before)) ? Use.CALLED : declared(open);
        }
        if (last == '*' || last == '&') {
            return isTypeBefore(before) ? declared(open) : Use.CALLED;
        }
        if (last == ':' && at(before - 1) == ':') {
            int outer = back(before - 2);
            boolean another = isWord(at(outer)) ? !BEFORE_EXPRESSIONS.contains(wordAt(outer)) : at(outer) == '>';
            return another ? declared(open) : Use.CALLED;
        }
        boolean method = last == '.' || last == '~' || last == '>' && at(before - 1) == '-';
        return method ? Use.DECLARED : Use.CALLED;
    }

    /** Whether the stars that end here are those of a type that begins a declaration. */
    private boolean isTypeBefore(int stars) {
        int i = stars;
        while (at(i) == '*' || at(i) == '&') {
            i = back(i - 1);
        }
        if (!isWord(at(i))) {
            return false;
        }
        String type = wordAt(i);
        if (BEFORE_EXPRESSIONS.contains(type) || Character.isDigit(type.charAt(0))) {
            return false;
        }
        int outer = back(i - type.length());
        char begins = at(outer);
        return isWord(begins)
                ? !BEFORE_EXPRESSIONS.contains(wordAt(outer))
                : begins == ';' || begins == '{' || begins == '}' || begins == '\0';
    }

    /** What is declared may be defined: its body follows its parameters. */
    private Use declared(int open) {
        int depth = 0;
        int i = open;
        while (i < code.length) {
            depth += code[i] == '(' ? 1 : 0;
            depth -= code[i] == ')' ? 1 : 0;
            if (code[i] == ';' || depth == 0) {
                break;
            }
            i++;
        }
        int body = skipBlanks(i + 1);
        // Old declarations of parameters stand before the body.
        boolean defined = depth == 0 && body < code.length && (code[body] == '{' || isWord(code[body]));
        return defined ? Use.DEFINED : Use.DECLARED;
    }

    private char at(int i) {
        return i >= 0 && i < code.length ? code[i] : '\0';
    }

    /** The word whose last letter stands here. */
    private String wordAt(int last) {
        int start = last;
        while (isWord(at(start - 1))) {
            start--;
        }
        return new String(code, start, last - start + 1);
    }

    private int back(int from) {
        int i = from;
        while (i >= 0 && Character.isWhitespace(code[i])) {
            i--;
        }
        return i;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < code.length && Character.isWhitespace(code[i])) {
            i++;
        }
        return i;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
