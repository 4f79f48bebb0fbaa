package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.memcensus.count.Tokens.Token;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.LineCounts;
import org.memcensus.model.LineSyntax.Escape;
import org.memcensus.model.LineSyntax.Feature;
import org.memcensus.model.LineSyntax.Where;

/**
 * One pass over one file: the place in it, what the line at hand holds so far, and the sums. Comments are read here;
 * {@link Literals} and {@link Heredocs} move the same place on.
 */
final class CountingPass {
    /** The words after {@code #} that a C preprocessor knows. */
    private static final String DIRECTIVES =
            " include define if ifdef ifndef else elif elifdef endif undef error warning pragma line import ident ";

    private static final byte[] BEGIN_CODE = "\\begin{code}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_CODE = "\\end{code}".getBytes(StandardCharsets.US_ASCII);

    final Tokens tokens;
    final byte[] b;
    final int end;

    /** Index of the next byte. */
    int i;

    /** Index of the first byte of the line at hand. */
    int lineStart;

    /** Whether the line at hand holds code so far. */
    boolean code;

    /** Open brackets of a Python-like syntax: a string inside them is no docstring. */
    int depth;

    private final byte[] kinds;
    private final @Nullable CodeSpans spans;
    private final Literals literals;
    private final Heredocs heredocs;
    private boolean comment;

    /** Inside a literate program's {@code \\begin{code}}. */
    private boolean codeBlock;

    private int line = 1;
    private int spanStart;
    private int spanLine = 1;
    private long codeLines;
    private long commentLines;
    private long blankLines;

    CountingPass(Tokens tokens, Content content, @Nullable CodeSpans spans) {
        this.tokens = tokens;
        this.kinds = tokens.kinds;
        this.b = content.bytes();
        this.end = content.length();
        this.spans = spans;
        this.literals = new Literals(this);
        this.heredocs = new Heredocs(this);
    }

    LineCounts run() {
        if (end >= 2 && b[0] == '#' && b[1] == '!' && !(end > 2 && b[2] == '[')) {
            shebang();
        }
        if (tokens.php) {
            literals.htmlAtStart();
        }
        beginLine();
        while (i < end) {
            byte kind = kinds[b[i] & 0xff];
            if (kind == Tokens.PLAIN) {
                code = true;
                i = skip(i + 1);
            } else if (kind == Tokens.SPACE) {
                i++;
            } else if (kind == Tokens.NEWLINE) {
                i++;
                endLine();
                heredocs.readPending();
                beginLine();
            } else {
                special();
            }
        }
        if (lineStart < end) {
            i = end;
            endLine();
        }
        leaveCode(end);
        return new LineCounts(codeLines, commentLines, blankLines);
    }

    /** Index of the next byte from {@code from} on that ends a line or may begin a token: most bytes of code are skipped. */
    private int skip(int from) {
        byte[] bytes = b;
        byte[] kind = kinds;
        int limit = end;
        int j = from;
        while (j < limit && kind[bytes[j] & 0xff] <= Tokens.SPACE) {
            j++;
        }
        return j;
    }

    boolean has(Feature feature) {
        return tokens.features.contains(feature);
    }

    /** Ends the line whose last byte is behind: {@code i} is the first byte of the next one. */
    void endLine() {
        if (code) {
            codeLines++;
        } else if (comment) {
            commentLines++;
        } else {
            blankLines++;
        }
        code = false;
        comment = false;
        line++;
        lineStart = i;
    }

    /** Ends the code span at hand: what begins at {@code at} is none. */
    void leaveCode(int at) {
        if (spans != null && at > spanStart) {
            spans.add(spanStart, at, spanLine, false);
        }
        spanStart = at;
        spanLine = line;
    }

    /** Begins a new code span at the place at hand; what lies behind was a string, or a comment. */
    void enterCode(boolean string) {
        if (string && spans != null && i > spanStart) {
            spans.add(spanStart, i, spanLine, true);
        }
        spanStart = i;
        spanLine = line;
    }

    /** Takes one byte as code that opens nothing. */
    void plain() {
        code = true;
        i++;
    }

    /** Moves on to {@code to}, over ends of lines, and takes what is not white space as code or as comment. */
    void walk(int to, boolean asComment) {
        while (i < to) {
            byte c = b[i++];
            if (c == '\n') {
                endLine();
            } else if (isText(c)) {
                if (asComment) {
                    comment = true;
                } else {
                    code = true;
                }
            }
        }
    }

    /** Whether a byte is neither a space nor a control character. */
    static boolean isText(byte c) {
        return c > ' ' || c < 0;
    }

    /** Whether a byte can be part of a name. */
    static boolean isName(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c < 0;
    }

    /** Index of the end of the line that {@code from} is on: its LF, or the end of the file. */
    int lineEnd(int from) {
        int j = from;
        while (j < end && b[j] != '\n') {
            j++;
        }
        return j;
    }

    private void shebang() {
        leaveCode(0);
        comment = true;
        i = lineEnd(0);
        enterCode(false);
    }

    /** Looks at the first columns where the syntax gives them a meaning. */
    private void beginLine() {
        if (!tokens.columns || i >= end) {
            return;
        }
        byte first = b[i];
        boolean isComment = false;
        if (first == '>' && has(Feature.BIRD_TRACKS)) {
            i++;
        } else if (has(Feature.FORTRAN_FIXED)) {
            isComment = first == 'C' || first == 'c' || first == '*' || first == 'd' || first == 'D' || first == '!';
        } else if (has(Feature.COBOL_FIXED)) {
            byte indicator = i + 6 < lineEnd(i) ? b[i + 6] : (byte) ' ';
            isComment = indicator == '*' || indicator == '/';
        } else if (has(Feature.BIRD_TRACKS)) {
            isComment = isProse(first);
        }
        if (isComment) {
            leaveCode(i);
            walk(lineEnd(i), true);
            enterCode(false);
        }
    }

    /** Whether a line of a literate program is no code: neither {@code > ...} nor inside {@code \\begin{code}}. */
    private boolean isProse(byte first) {
        if (first == '\\') {
            boolean begins = tokens.stands(BEGIN_CODE, b, i, end);
            if (begins || tokens.stands(END_CODE, b, i, end)) {
                codeBlock = begins;
                return true;
            }
        }
        return !codeBlock && first != '>';
    }

    private void special() {
        Token[] candidates = tokens.starts[b[i] & 0xff];
        for (Token token : candidates) {
            if (tokens.stands(token.open(), b, i, end) && counts(token)) {
                open(token);
                return;
            }
        }
        plain();
    }

    private boolean counts(Token token) {
        return switch (token.where()) {
            case ANYWHERE -> true;
            case WORD -> isWordStart(token);
            case LINE_START -> !code && !comment;
            case COLUMN_1 -> i == lineStart;
        };
    }

    private boolean isWordStart(Token token) {
        byte before = i == lineStart ? (byte) ' ' : b[i - 1];
        if (!isName(token.open()[0])) {
            return before <= ' ' && before >= 0 || ";&|()<>".indexOf(before) >= 0;
        }
        int behind = i + token.open().length;
        boolean ends = behind >= end || !isName(b[behind]);
        return !isName(before) && (ends || token.opens() == Tokens.Opens.PERL_QUOTE);
    }

    private void open(Token token) {
        switch (token.opens()) {
            case LINE_COMMENT -> lineComment(token);
            case BLOCK_COMMENT -> blockComment(token);
            case QUOTE -> literals.quote(token);
            case REGEX -> literals.regex();
            case TEMPLATE -> literals.template();
            case LONG_BRACKET -> literals.longBracket();
            case PERL_QUOTE -> literals.perlQuote(token);
            case PERCENT -> literals.percent();
            case SIGIL -> literals.sigil();
            case BRACKET -> literals.bracket();
            case HEREDOC -> heredocs.open(token);
            case PHP_END -> literals.html();
        }
    }

    private void lineComment(Token token) {
        if (isDirective(token)) {
            plain();
            return;
        }
        leaveCode(i);
        int body = i + token.open().length;
        if (tokens.luaComments && literals.longBracketEnd(body) >= 0) {
            walk(literals.longBracketEnd(body), true);
        } else {
            comment = true;
            i = lineEnd(body);
            while (tokens.continuedComments && i < end && endsInBackslash()) {
                i++;
                endLine();
                walk(lineEnd(i), true);
            }
            if (tokens.php) {
                stopAtPhpEnd(body);
            }
        }
        enterCode(false);
    }

    private boolean isDirective(Token token) {
        if (token.open()[0] != '#' || code || !has(Feature.CPP_DIRECTIVES)) {
            return false;
        }
        int j = i + 1;
        while (j < end && (b[j] == ' ' || b[j] == '\t')) {
            j++;
        }
        int start = j;
        while (j < end && b[j] >= 'a' && b[j] <= 'z') {
            j++;
        }
        return j > start
                && DIRECTIVES.contains(" " + new String(b, start, j - start, StandardCharsets.ISO_8859_1) + " ");
    }

    private boolean endsInBackslash() {
        int last = i - 1;
        if (last >= lineStart && b[last] == '\r') {
            last--;
        }
        return last >= lineStart && b[last] == '\\';
    }

    private void stopAtPhpEnd(int body) {
        for (int j = body; j + 1 < i; j++) {
            if (b[j] == '?' && b[j + 1] == '>') {
                i = j;
            }
        }
    }

    private void blockComment(Token token) {
        leaveCode(i);
        comment = true;
        byte[] close = token.close();
        byte[] deeper = token.deeper();
        boolean column = token.where() == Where.COLUMN_1;
        int nesting = 1;
        i += token.open().length;
        byte first = close[0];
        byte inner = token.nested() ? deeper[0] : first;
        while (i < end && nesting > 0) {
            i = skipComment(first, inner);
            if (i >= end) {
                break;
            }
            byte c = b[i];
            if (c == '\n') {
                i++;
                endLine();
            } else if (c == first && (!column || i == lineStart) && tokens.stands(close, b, i, end)) {
                comment = true;
                i += close.length;
                nesting--;
            } else if (c == inner && token.nested() && tokens.stands(deeper, b, i, end)) {
                comment = true;
                i += deeper.length;
                nesting++;
            } else {
                comment = true;
                i++;
            }
        }
        if (column) {
            i = lineEnd(i);
        }
        enterCode(false);
    }

    /** Passes over the text of a comment up to the end of its line, or to a byte that may begin a token. */
    private int skipComment(byte first, byte second) {
        byte[] bytes = b;
        int limit = end;
        int j = i;
        boolean text = false;
        while (j < limit) {
            byte c = bytes[j];
            if (c == '\n' || c == first || c == second) {
                break;
            }
            text |= isText(c);
            j++;
        }
        comment |= text;
        return j;
    }

    /**
     * Reads a string up to its end and takes its lines as code, or as comment.
     *
     * @param close what ends it
     * @param escape how {@code close} is kept inside
     * @param multiline whether it may run over the end of the line; if not, the line ends it
     */
    void string(byte[] close, Escape escape, boolean multiline, boolean asComment) {
        while (i < end) {
            byte c = b[i];
            if (c == '\\' && escape == Escape.BACKSLASH) {
                int behind = i + 1;
                if (behind < end && b[behind] == '\r') {
                    behind++;
                }
                walk(Math.min(behind + 1, end), asComment);
            } else if (c == close[0] && tokens.stands(close, b, i, end)) {
                int behind = i + close.length;
                boolean doubled = escape == Escape.DOUBLED && tokens.stands(close, b, behind, end);
                walk(doubled ? behind + close.length : behind, asComment);
                if (!doubled) {
                    return;
                }
            } else if (c == '\n') {
                if (!multiline) {
                    return;
                }
                i++;
                endLine();
            } else {
                if (isText(c)) {
                    code |= !asComment;
                    comment |= asComment;
                }
                i++;
            }
        }
    }
}
