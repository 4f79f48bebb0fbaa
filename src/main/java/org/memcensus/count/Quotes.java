package org.memcensus.count;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import org.memcensus.count.Tokens.Token;
import org.memcensus.model.LineSyntax.Escape;
import org.memcensus.model.LineSyntax.Feature;

/** Reads strings, docstrings and character literals for a {@link CountingPass}. */
final class Quotes {
    /** No number of a program is longer; keeps a hostile line linear. */
    private static final int LONGEST_NUMBER = 128;

    /** Words of Python that open a block without a docstring; the longest has seven letters. */
    private static final Set<String> BLOCKS =
            Set.of("if", "elif", "else", "for", "while", "try", "except", "finally", "with", "match", "case");

    private static final int LONGEST_WORD = 8;

    private final CountingPass pass;
    private final byte[] b;
    private final int end;
    private final PrefixedStrings prefixed;

    Quotes(CountingPass pass) {
        this.pass = pass;
        this.b = pass.b;
        this.end = pass.end;
        this.prefixed = new PrefixedStrings(pass);
    }

    /** Reads a string or character whose opening token stands at the place at hand. */
    void read(Token token) {
        byte first = token.open()[0];
        if (token.close().length == 0) {
            pass.walk(pass.i + token.open().length, false);
            return;
        }
        if (pass.isEscaped() || first == '\'' && token.open().length == 1 && !opensCharacter(token)) {
            pass.plain();
            return;
        }
        if (first == '"' && pass.has(Feature.QUOTES_AT_WORDS) && isInWord()) {
            pass.plain();
            return;
        }
        if (first == '"' && prefixed.read(token)) {
            return;
        }
        boolean docstring = pass.has(Feature.DOCSTRINGS) && isDocstring(token);
        if (docstring) {
            pass.code = false;
        }
        boolean shellEscape = first == '\'' && pass.has(Feature.SHELL_HEREDOCS) && pass.i > 0 && b[pass.i - 1] == '$';
        pass.literal(
                pass.i + token.open().length,
                token.close(),
                shellEscape ? Escape.BACKSLASH : token.escape(),
                token.multiline(),
                docstring);
    }

    /** Whether a word has begun before the place at hand; brackets and operators of an expression begin a new one. */
    private boolean isInWord() {
        byte before = pass.i > pass.lineStart ? b[pass.i - 1] : (byte) ' ';
        return CountingPass.isName(before) || "^$@%.)]}~".indexOf(before) >= 0;
    }

    private boolean opensCharacter(Token token) {
        int i = pass.i;
        boolean afterName = i > pass.lineStart && CountingPass.isName(b[i - 1]);
        if (afterName && startsWithDigit(i - 1) && i + 1 < end && CountingPass.isName(b[i + 1])) {
            return false;
        }
        if (pass.has(Feature.APOSTROPHE_IN_NAMES)) {
            boolean afterBracket = i > pass.lineStart && ")]}.'".indexOf(b[i - 1]) >= 0;
            if (afterName || afterBracket) {
                return false;
            }
        }
        return !pass.has(Feature.CHARACTER_ONLY) || isCharacter(i, token.escape());
    }

    private boolean startsWithDigit(int last) {
        int j = last;
        int first = Math.max(pass.lineStart, last - LONGEST_NUMBER);
        while (j > first && (CountingPass.isName(b[j - 1]) || b[j - 1] == '\'')) {
            j--;
        }
        return b[j] >= '0' && b[j] <= '9';
    }

    /** Whether {@code 'x'} or {@code '\...} stands at {@code i}; x may take several bytes. */
    private boolean isCharacter(int i, Escape escape) {
        if (i + 2 >= end) {
            return false;
        }
        if (b[i + 1] == '\\' && escape == Escape.BACKSLASH) {
            return true;
        }
        int j = i + 2;
        while (j < end && j < i + 5 && (b[j] & 0xc0) == 0x80) {
            j++;
        }
        return j < end && b[j] == '\'' && b[i + 1] != '\n';
    }

    /**
     * A string that is the first statement of a module, a class or a function: nothing before it on its line but a prefix,
     * nothing behind it. Any other string that stands alone is code that does nothing.
     */
    private boolean isDocstring(Token token) {
        if (pass.depth > 0 || continuesLine() || !opensBody()) {
            return false;
        }
        int first = pass.lineStart;
        while (first < pass.i && b[first] <= ' ' && b[first] >= 0) {
            first++;
        }
        if (pass.i - first > 2) {
            return false;
        }
        for (int j = first; j < pass.i; j++) {
            if ("rRuU".indexOf(b[j]) < 0) {
                return false;
            }
        }
        int behind = closeOf(token);
        while (behind < end && (b[behind] == ' ' || b[behind] == '\t' || b[behind] == '\r' || b[behind] == ';')) {
            behind++;
        }
        return behind >= end || b[behind] == '\n' || b[behind] == '#';
    }

    /** Whether no code stands before the line at hand, or the last before it ends the head of a class or a function. */
    private boolean opensBody() {
        int line = pass.lineStart;
        while (line > 0) {
            int stop = line - 1;
            line = Lines.start(b, stop);
            int first = Lines.skipBlank(b, line, stop);
            if (first < stop && b[first] != '#') {
                return endsHead(first, stop);
            }
        }
        return true;
    }

    /** Whether a line ends with a colon, but for a comment, and none of the words begins it that open other blocks. */
    private boolean endsHead(int first, int stop) {
        boolean colon = false; // whether the last byte that is no space is one
        boolean ends = false;
        for (int i = first; i < stop; i++) {
            ends |= colon && b[i] == '#';
            colon = b[i] == ':' || (colon && !CountingPass.isText(b[i]));
        }
        int word = first;
        while (word < stop && b[word] >= 'a' && b[word] <= 'z') {
            word++;
        }
        return (colon || ends)
                && !BLOCKS.contains(new String(b, first, Math.min(word - first, LONGEST_WORD), ISO_8859_1));
    }

    private boolean continuesLine() {
        int last = pass.lineStart - 2;
        if (last >= 0 && b[last] == '\r') {
            last--;
        }
        return last >= 0 && b[last] == '\\';
    }

    private int closeOf(Token token) {
        int j = pass.i + token.open().length;
        while (j < end) {
            if (b[j] == '\\') {
                j += 2;
            } else if (pass.tokens.stands(token.close(), b, j, end)) {
                return j + token.close().length;
            } else if (b[j] == '\n' && !token.multiline()) {
                return j;
            } else {
                j++;
            }
        }
        return end;
    }
}
