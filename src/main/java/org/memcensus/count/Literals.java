package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.memcensus.count.Tokens.Token;
import org.memcensus.model.LineSyntax.Escape;
import org.memcensus.model.LineSyntax.Feature;

/** Reads strings, character literals, regular expressions and templates for a {@link CountingPass}. */
final class Literals {
    /** Templates nest in code and code in templates; deeper than this is an attack, not a program. */
    private static final int MAX_TEMPLATES = 64;

    /** Longest quote-like operator of Perl that is looked for; keeps a hostile file linear. */
    private static final int MAX_PERL_QUOTE = 1 << 14;

    /** No number of a program is longer; keeps a hostile line linear. */
    private static final int LONGEST_NUMBER = 128;

    /** Looking ahead in vain may cost so many times the file's size, and no more. */
    private static final int MAX_WASTE = 16;

    /** Words after which a slash opens a regular expression, in JavaScript, Ruby and Perl. */
    private static final String BEFORE_REGEX =
            " return typeof case in of delete void throw new do else instanceof yield"
                    + " await split grep map join if elsif unless and or not x while until when then push unshift lt gt eq ne ";

    private static final byte[] QUOTE = {'"'};

    private final CountingPass pass;
    private final byte[] b;
    private final int end;
    private final int[] braces = new int[MAX_TEMPLATES];
    private int templates;
    private long waste;

    Literals(CountingPass pass) {
        this.pass = pass;
        this.b = pass.b;
        this.end = pass.end;
    }

    /** Reads a string or character whose opening token stands at the place at hand. */
    void quote(Token token) {
        byte first = token.open()[0];
        if (token.close().length == 0) {
            pass.walk(pass.i + token.open().length, false);
            return;
        }
        if (isEscaped() || first == '\'' && token.open().length == 1 && !opensCharacter(token)) {
            pass.plain();
            return;
        }
        if (first == '"' && special(token)) {
            return;
        }
        boolean docstring = pass.has(Feature.DOCSTRINGS) && isDocstring(token);
        if (docstring) {
            pass.code = false;
        }
        boolean shellEscape = first == '\'' && pass.has(Feature.SHELL_HEREDOCS) && pass.i > 0 && b[pass.i - 1] == '$';
        read(
                pass.i + token.open().length,
                token.close(),
                shellEscape ? Escape.BACKSLASH : token.escape(),
                token.multiline(),
                docstring);
    }

    private void read(int body, byte[] close, Escape escape, boolean multiline, boolean asComment) {
        pass.leaveCode(pass.i);
        pass.walk(body, asComment);
        pass.string(close, escape, multiline, asComment);
        pass.enterCode(!asComment);
    }

    private boolean isEscaped() {
        int j = pass.i;
        while (j > pass.lineStart && b[j - 1] == '\\') {
            j--;
        }
        return ((pass.i - j) & 1) == 1;
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

    /** Reads the strings whose kind shows in front of the quote, or in the number of quotes. */
    private boolean special(Token token) {
        int i = pass.i;
        boolean single = token.open().length == 1;
        byte before = i > pass.lineStart ? b[i - 1] : (byte) ' ';
        if (pass.has(Feature.CPP_RAW_STRINGS) && single && before == 'R') {
            return cppRaw();
        }
        if (pass.has(Feature.RUST_LITERALS) && single) {
            int hashes = hashesBefore(i);
            int r = i - hashes - 1;
            if (r >= pass.lineStart && b[r] == 'r' && !isNameBefore(r, "bc")) {
                read(i + 1, closing(1, hashes), Escape.NONE, true, false);
                return true;
            }
        }
        if (pass.has(Feature.SWIFT_RAW_STRINGS) && before == '#') {
            int quotes = token.open().length;
            read(i + quotes, closing(quotes, hashesBefore(i)), Escape.NONE, quotes == 3, false);
            return true;
        }
        if (pass.has(Feature.CSHARP_STRINGS)) {
            if (before == '@' || before == '$' && i - 2 >= pass.lineStart && b[i - 2] == '@') {
                read(i + 1, QUOTE, Escape.DOUBLED, true, false);
                return true;
            }
            int quotes = run(i, '"');
            if (quotes >= 3) {
                read(i + quotes, closing(quotes, 0), Escape.NONE, true, false);
                return true;
            }
        }
        if (pass.has(Feature.D_STRINGS) && single && (before == 'r' || before == 'q') && !isNameBefore(i - 1, "")) {
            return dString(before);
        }
        return false;
    }

    private boolean cppRaw() {
        int i = pass.i;
        if (isNameBefore(i - 1, "uUL8")) {
            return false;
        }
        int open = i + 1;
        while (open < end && open <= i + 17 && b[open] != '(' && CountingPass.isText(b[open])) {
            open++;
        }
        if (open >= end || b[open] != '(') {
            return false;
        }
        byte[] close = new byte[open - i + 1];
        close[0] = ')';
        System.arraycopy(b, i + 1, close, 1, open - i - 1);
        close[close.length - 1] = '"';
        read(open + 1, close, Escape.NONE, true, false);
        return true;
    }

    private boolean dString(byte before) {
        int i = pass.i;
        if (before == 'r') {
            read(i + 1, QUOTE, Escape.NONE, true, false);
            return true;
        }
        if (i + 1 >= end) {
            return false;
        }
        int open = "([{<".indexOf(b[i + 1]);
        if (open >= 0) {
            read(i + 2, new byte[] {(byte) ")]}>".charAt(open), '"'}, Escape.NONE, true, false);
            return true;
        }
        int wordEnd = i + 1;
        while (wordEnd < end && CountingPass.isName(b[wordEnd])) {
            wordEnd++;
        }
        byte[] close = Arrays.copyOfRange(b, i, wordEnd + 1);
        close[0] = '\n';
        close[close.length - 1] = '"';
        read(wordEnd, close, Escape.NONE, true, false);
        return true;
    }

    /** Whether a name goes on in front of {@code at}, some prefix letters apart. */
    private boolean isNameBefore(int at, String prefixes) {
        int j = at - 1;
        while (j >= pass.lineStart && prefixes.indexOf(b[j]) >= 0) {
            j--;
        }
        return j >= pass.lineStart && CountingPass.isName(b[j]);
    }

    private int hashesBefore(int i) {
        int j = i;
        while (j > pass.lineStart && b[j - 1] == '#') {
            j--;
        }
        return i - j;
    }

    private int run(int i, char c) {
        int j = i;
        while (j < end && b[j] == c) {
            j++;
        }
        return j - i;
    }

    private static byte[] closing(int quotes, int hashes) {
        return ("\"".repeat(quotes) + "#".repeat(hashes)).getBytes(StandardCharsets.US_ASCII);
    }

    /** A string that stands alone as a statement: nothing before it on its line but a prefix, nothing behind it. */
    private boolean isDocstring(Token token) {
        if (pass.depth > 0 || continuesLine()) {
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

    /** Counts brackets: of Python, for docstrings; of JavaScript, for the end of code inside a template. */
    void bracket() {
        byte c = b[pass.i];
        if (templates > 0 && c == '}' && braces[templates - 1] == 0) {
            pass.leaveCode(pass.i);
            pass.plain();
            templates--;
            readTemplate();
            return;
        }
        pass.plain();
        int step = c == '{' || c == '(' || c == '[' ? 1 : -1;
        pass.depth = Math.max(0, pass.depth + step);
        if (templates > 0) {
            braces[templates - 1] += step;
        }
    }

    /** Reads a template literal up to its end, or to code inside it. */
    void template() {
        if (isEscaped()) {
            pass.plain();
            return;
        }
        pass.leaveCode(pass.i);
        pass.plain();
        readTemplate();
    }

    private void readTemplate() {
        while (pass.i < end) {
            byte c = b[pass.i];
            if (c == '\\') {
                pass.walk(Math.min(pass.i + 2, end), false);
            } else if (c == '`') {
                pass.plain();
                break;
            } else if (c == '$' && pass.i + 1 < end && b[pass.i + 1] == '{' && templates < MAX_TEMPLATES) {
                pass.walk(pass.i + 2, false);
                braces[templates++] = 0;
                break;
            } else {
                pass.walk(pass.i + 1, false);
            }
        }
        pass.enterCode(true);
    }

    /** Reads a regular expression between slashes, if one can stand here and ends on this line. */
    void regex() {
        int close = mayLookAhead() && mayBeRegex() ? regexEnd() : -1;
        if (close < 0) {
            pass.plain();
            return;
        }
        take(close);
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

    /** Reads Lua's {@code [==[...]==]}, if one opens here. */
    void longBracket() {
        int close = longBracketEnd(pass.i);
        if (close < 0) {
            pass.plain();
            return;
        }
        take(close);
    }

    /** Index behind the long bracket that opens at {@code i}, the end of the file if it is not closed; -1 if none opens. */
    int longBracketEnd(int i) {
        if (i >= end || b[i] != '[') {
            return -1;
        }
        int level = run(i + 1, '=');
        int body = i + 1 + level;
        if (body >= end || b[body] != '[') {
            return -1;
        }
        for (int j = body + 1; j < end; j++) {
            if (b[j] == ']' && run(j + 1, '=') == level && j + 1 + level < end && b[j + 1 + level] == ']') {
                return j + 2 + level;
            }
        }
        return end;
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
        int close = perlEnd(open);
        if (two && close >= 0) {
            close = isOpening(b[open]) ? perlEnd(skipSpace(close)) : perlEnd(close - 1);
        }
        if (close < 0) {
            pass.plain();
            return;
        }
        take(close);
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
        boolean heredoc = opens && run(open, '"') >= 3;
        delimited(opens && !heredoc ? open : -1);
    }

    private void delimited(int open) {
        int close = open < 0 ? -1 : perlEnd(open);
        if (close < 0) {
            pass.plain();
        } else {
            take(close);
        }
    }

    private void take(int close) {
        pass.leaveCode(pass.i);
        pass.walk(close, false);
        pass.enterCode(true);
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
    private int perlEnd(int open) {
        if (open >= end || !mayLookAhead()) {
            return -1;
        }
        byte first = b[open];
        int kind = "({[<".indexOf(first);
        byte last = kind >= 0 ? (byte) ")}]>".charAt(kind) : first;
        int nesting = 1;
        int limit = Math.min(end, open + MAX_PERL_QUOTE);
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

    /** Reads the text before the first {@code <?} as code; a file without any is all PHP. */
    void htmlAtStart() {
        int tag = tag();
        if (tag + 1 < end) {
            take(tag + 2);
        }
    }

    /** Reads the text between {@code ?>} and the next {@code <?} as code. */
    void html() {
        take(Math.min(tag() + 2, end));
    }

    private int tag() {
        int j = pass.i;
        while (j + 1 < end && !(b[j] == '<' && b[j + 1] == '?')) {
            j++;
        }
        return j;
    }
}
