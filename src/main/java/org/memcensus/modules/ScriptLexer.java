package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;

/** Cuts a build script into tokens. Strings, names and comments are alike enough in Meson, GN and Python. */
final class ScriptLexer {
    private final String text;
    private final List<ScriptToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int brackets;

    private ScriptLexer(String text) {
        this.text = text;
    }

    /** The tokens of a script; the last one is its end. */
    static List<ScriptToken> tokens(String text) {
        ScriptLexer lexer = new ScriptLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(ScriptToken.Kind.NEWLINE, "");
        lexer.add(ScriptToken.Kind.END, "");
        return lexer.tokens;
    }

    private void add(ScriptToken.Kind kind, String value) {
        tokens.add(new ScriptToken(kind, value, line, at - lineStart));
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            if (brackets == 0 && !(at > 0 && text.charAt(at - 1) == '\\')) {
                add(ScriptToken.Kind.NEWLINE, "");
            }
            newLine();
        } else if (c <= ' ' || c == '\\') {
            at++;
        } else if (c == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (c == '\'' || c == '"') {
            string(ScriptToken.Kind.STRING, at);
        } else if (isName(c)) {
            word();
        } else {
            sign(c);
        }
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private static boolean isName(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void word() {
        int start = at;
        int end = at;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        boolean prefix =
                end - start <= 2 && end < text.length() && (text.charAt(end) == '\'' || text.charAt(end) == '"');
        if (prefix) {
            at = end;
            string(
                    text.substring(start, end).indexOf('f') >= 0
                            ? ScriptToken.Kind.OPEN_STRING
                            : ScriptToken.Kind.STRING,
                    start);
            return;
        }
        add(
                Character.isDigit(text.charAt(start)) ? ScriptToken.Kind.NUMBER : ScriptToken.Kind.NAME,
                text.substring(start, end));
        at = end;
    }

    private void string(ScriptToken.Kind kind, int start) {
        char quote = text.charAt(at);
        int first = line;
        int column = start - lineStart;
        boolean triple = text.startsWith(String.valueOf(quote).repeat(3), at);
        int from = at + (triple ? 3 : 1);
        StringBuilder value = new StringBuilder();
        at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote && (!triple || text.startsWith(String.valueOf(quote).repeat(3), at))) {
                at += triple ? 3 : 1;
                break;
            }
            if (c == '\n') {
                if (!triple) {
                    break;
                }
                value.append(c);
                newLine();
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                value.append(text.charAt(at + 1));
                at += 2;
            } else {
                value.append(c);
                at++;
            }
        }
        tokens.add(new ScriptToken(kind, value.toString(), first, column));
    }

    private void sign(char c) {
        if (c == '(' || c == '[' || c == '{') {
            brackets++;
        } else if ((c == ')' || c == ']' || c == '}') && brackets > 0) {
            brackets--;
        }
        boolean two = at + 1 < text.length()
                && (text.charAt(at + 1) == '=' && "=!<>+-*/|%".indexOf(c) >= 0
                        || text.charAt(at + 1) == c && "&|".indexOf(c) >= 0);
        add(ScriptToken.Kind.SIGN, two ? text.substring(at, at + 2) : String.valueOf(c));
        at += two ? 2 : 1;
    }
}
