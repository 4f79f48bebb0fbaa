package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import org.memcensus.count.Tokens.Token;

/** Reads literals between delimiters of the programmer's choice, as Perl, Ruby and Elixir have them, and regular expressions. */
final class DelimitedLiterals {
    /** Longest literal that is looked for; keeps a hostile file linear. */
    private static final int MAX_LITERAL = 1 << 14;

    /** Looking ahead in vain may cost so many times the file's size, and no more. */
    private static final int MAX_WASTE = 16;

    /** Words after which a slash opens a regular expression, in JavaScript, Ruby and Perl. */
    private static final String BEFORE_REGEX =
            " return typeof case in of delete void throw new do else instanceof yield"
                    + " await split grep map join if elsif unless and or not x while until when then push unshift lt gt eq ne ";

    private final CountingPass pass;
    private final byte[] b;
    private final int end;
    private long waste;

    DelimitedLiterals(CountingPass pass) {
        this.pass = pass;
        this.b = pass.b;
        this.end = pass.end;
    }

    /** Reads a regular expression between slashes, if one can stand here and ends on this line. */
    void regex() {
        int close = mayLookAhead() && mayBeRegex() ? regexEnd() : -1;
        if (close < 0) {
            pass.plain();
            return;
        }
        pass.literal(close);
    }

    private boolean mayBeRegex() {
        int j = pass.i - 1;
        while (j >= pass.lineStart && (b[j] == ' ' || b[j] == '\t')) {
            j--;
        }
        if (j < pass.lineStart || "(,=:[!&|?{;~".indexOf(b[j]) >= 0) {
            return true;
        }
        if (b[j] == '>') {
            return j > pass.lineStart && b[j - 1] == '=';
        }
        int start = j + 1;
        while (start > pass.lineStart && CountingPass.isName(b[start - 1])) {
            start--;
        }
        return start <= j
                && BEFORE_REGEX.contains(" " + new String(b, start, j + 1 - start, StandardCharsets.ISO_8859_1) + " ");
    }

    private int regexEnd() {
        boolean inClass = false;
        for (int j = pass.i + 1; j < end && b[j] != '\n'; j++) {
            byte c = b[j];
            if (c == '\\') {
                j++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                return j + 1;
            }
        }
        waste += pass.lineEnd(pass.i) - pass.i;
        return -1;
    }

    /** Reads a quote-like operator of Perl: {@code q(...)}, {@code s/.../.../} and their kin. */
    void perlQuote(Token token) {
        int i = pass.i;
        byte before = i > pass.lineStart ? b[i - 1] : (byte) ' ';
        int open = i + token.open().length;
        boolean spaced = open < end && b[open] == ' ';
        if (spaced) {
            open++;
        }
        String delimiters = spaced ? "({[" : "({[</|!#~'\"@^";
        if ("$@%&>-{".indexOf(before) >= 0 || open >= end || delimiters.indexOf(b[open]) < 0) {
            pass.plain();
            return;
        }
        byte operator = token.open()[0];
        boolean two = token.open().length == 1 && (operator == 's' || operator == 'y') || operator == 't';
        int close = endOf(open);
        if (two && close >= 0) {
            close = isOpening(b[open]) ? endOf(skipSpace(close)) : endOf(close - 1);
        }
        if (close < 0) {
            pass.plain();
            return;
        }
        pass.literal(close);
    }

    /** Reads a literal of Ruby that opens with a percent sign, if one can stand here: {@code %w[...]}, {@code %(...)}. */
    void percent() {
        int i = pass.i;
        byte before = i > pass.lineStart ? b[i - 1] : (byte) ' ';
        int open = i + 1;
        boolean kind = open < end && "qQwWiIrsx".indexOf(b[open]) >= 0;
        if (kind) {
            open++;
        }
        boolean operand = CountingPass.isName(before) || ")]}\"'".indexOf(before) >= 0;
        String delimiters = kind ? "({[<|!/^" : "({[";
        delimited(operand || open >= end || delimiters.indexOf(b[open]) < 0 ? -1 : open);
    }

    /** Reads a sigil of Elixir: {@code ~s(...)}, {@code ~r/.../}, {@code ~S"""}. */
    void sigil() {
        int open = pass.i + 1;
        while (open < end && b[open] >= 'A' && (b[open] <= 'Z' || b[open] >= 'a' && b[open] <= 'z')) {
            open++;
        }
        boolean opens = open > pass.i + 1 && open < end && "({[<|/\"'".indexOf(b[open]) >= 0;
        boolean heredoc = opens && pass.repeats(open, '"') >= 3;
        delimited(opens && !heredoc ? open : -1);
    }

    private void delimited(int open) {
        int close = open < 0 ? -1 : endOf(open);
        if (close < 0) {
            pass.plain();
        } else {
            pass.literal(close);
        }
    }

    /** Whether what was looked at in vain so far leaves the pass linear. */
    private boolean mayLookAhead() {
        return waste <= (long) MAX_WASTE * end;
    }

    private static boolean isOpening(byte c) {
        return "({[<".indexOf(c) >= 0;
    }

    private int skipSpace(int from) {
        int j = from;
        while (j < end && b[j] <= ' ' && b[j] >= 0) {
            j++;
        }
        return j;
    }

    /** Index behind the part that the delimiter at {@code open} opens, or -1 if it does not end soon. */
    private int endOf(int open) {
        if (open >= end || !mayLookAhead()) {
            return -1;
        }
        byte first = b[open];
        int kind = "({[<".indexOf(first);
        byte last = kind >= 0 ? (byte) ")}]>".charAt(kind) : first;
        int nesting = 1;
        int limit = Math.min(end, open + MAX_LITERAL);
        for (int j = open + 1; j < limit; j++) {
            byte c = b[j];
            if (c == '\\') {
                j++;
            } else if (c == last) {
                nesting--;
                if (nesting == 0) {
                    return j + 1;
                }
            } else if (c == first) {
                nesting++;
            }
        }
        waste += limit - open;
        return -1;
    }
}
