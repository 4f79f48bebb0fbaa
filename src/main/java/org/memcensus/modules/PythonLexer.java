package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts build scripts into words: Python and what is shaped like it (Starlark, gyp, JSON), and Swift. A string that does not
 * end on its line ends with it, so that no quote swallows a file.
 */
final class PythonLexer {
    /** Build scripts written by people have far fewer words; more are generated or hostile. */
    static final int MAX_WORDS = 200_000;

    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    private final String text;
    private final boolean slashes;
    private final List<PythonToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;

    private PythonLexer(String text, boolean slashes) {
        this.text = text;
        this.slashes = slashes;
    }

    /** The words of a script whose comments begin with {@code #}. */
    static List<PythonToken> hashes(String text) {
        return new PythonLexer(text, false).tokens();
    }

    /** The words of a script whose comments are those of C. */
    static List<PythonToken> slashes(String text) {
        return new PythonLexer(text, true).tokens();
    }

    private List<PythonToken> tokens() {
        while (at < text.length() && tokens.size() < MAX_WORDS) {
            char c = text.charAt(at);
            if (c == '\n') {
                end();
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                step();
                step();
            } else if (Character.isWhitespace(c)) {
                step();
            } else if (comment(c)) {
                skipComment();
            } else if (c == '"' || c == '\'') {
                string();
            } else if (name(c)) {
                word();
            } else {
                sign(c);
            }
        }
        add(PythonToken.Kind.END, "", line, at - lineStart);
        return tokens;
    }

    private static boolean name(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    private void add(PythonToken.Kind kind, String word, int first, int column) {
        tokens.add(new PythonToken(kind, word, first, column));
    }

    private void step() {
        if (text.charAt(at) == '\n') {
            line++;
            lineStart = at + 1;
        }
        at++;
    }

    private void end() {
        if (depth == 0 && !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() != PythonToken.Kind.END) {
            add(PythonToken.Kind.END, "", line, at - lineStart);
        }
        step();
    }

    private boolean comment(char c) {
        return slashes ? c == '#' || text.startsWith("//", at) || text.startsWith("/*", at) : c == '#';
    }

    private void skipComment() {
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            int stop = close < 0 ? text.length() : close + 2;
            while (at < stop) {
                step();
            }
        } else {
            int close = text.indexOf('\n', at);
            at = close < 0 ? text.length() : close;
        }
    }

    private void word() {
        int start = at;
        while (at < text.length() && name(text.charAt(at))) {
            at++;
        }
        boolean prefix = !slashes
                && at - start <= 2
                && at < text.length()
                && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        if (!prefix) {
            add(PythonToken.Kind.NAME, text.substring(start, at), line, start - lineStart);
        }
    }

    private void string() {
        int first = line;
        int column = at - lineStart;
        char quote = text.charAt(at);
        String triple = String.valueOf(quote).repeat(3);
        boolean block = text.startsWith(triple, at);
        at += block ? 3 : 1;
        StringBuilder inside = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (block ? text.startsWith(triple, at) : c == quote || c == '\n') {
                break;
            }
            if (c == '\\' && at + 1 < text.length()) {
                step();
                c = text.charAt(at);
                if (c != '\n') {
                    inside.append(c == 'n' || c == 't' || c == 'r' ? ' ' : c);
                }
            } else {
                inside.append(c);
            }
            step();
        }
        if (at < text.length() && text.charAt(at) == quote) {
            at += block ? 3 : 1;
        }
        add(PythonToken.Kind.TEXT, inside.toString(), first, column);
    }

    private void sign(char c) {
        if (OPEN.indexOf(c) >= 0) {
            depth++;
        } else if (CLOSE.indexOf(c) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        String two = text.substring(at, Math.min(at + 2, text.length()));
        boolean pair = switch (two) {
            case "+=", "-=", "==", "!=", "<=", ">=", "**", "//", "->", ":=", "|=", "%=", "*=", "/=" -> true;
            default -> false;
        };
        add(PythonToken.Kind.SIGN, pair ? two : String.valueOf(c), line, at - lineStart);
        at += pair ? 2 : 1;
    }
}
