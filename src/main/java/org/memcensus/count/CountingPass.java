package org.memcensus.count;

import org.jspecify.annotations.Nullable;
import org.memcensus.count.Tokens.Token;
import org.memcensus.model.ByteWords;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.LineCounts;
import org.memcensus.model.LineSyntax.Escape;
import org.memcensus.model.LineSyntax.Feature;

/**
 * One pass over one file: the place in it, what the line at hand holds so far, and the sums. The
 * readers of comments and of each family of literals move the same place on.
 */
final class CountingPass {
    final Tokens tokens;
    final byte[] b;
    final int end;

    /** Index of the next byte. */
    int i;

    /** Index of the first byte of the line at hand. */
    int lineStart;

    /** Whether the line at hand holds code so far. */
    boolean code;

    /** Whether it holds a comment so far. */
    boolean comment;

    /** Open brackets of a Python-like syntax: a string inside them is no docstring. */
    int depth;

    private final byte[] kinds;
    private final @Nullable CodeSpans spans;
    private final Comments comments;
    private final Quotes quotes;
    private final DelimitedLiterals delimited;
    private final Templates templates;
    private final LongBrackets longBrackets;
    private final PhpPages phpPages;
    private final Heredocs heredocs;
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
        this.quotes = new Quotes(this);
        this.delimited = new DelimitedLiterals(this);
        this.templates = new Templates(this);
        this.longBrackets = new LongBrackets(this);
        this.phpPages = new PhpPages(this);
        this.comments = new Comments(this, longBrackets);
        this.heredocs = new Heredocs(this);
    }

    LineCounts run() {
        if (end >= 2 && b[0] == '#' && b[1] == '!' && !(end > 2 && b[2] == '[')) {
            comments.shebang();
        }
        if (tokens.php) {
            phpPages.readStart();
        }
        comments.beginLine();
        while (i < end) {
            byte kind = kinds[b[i] & 0xff];
            if (kind == Tokens.PLAIN) {
                code = true;
                i = tokens.stops.next(b, i + 1, end);
            } else if (kind == Tokens.SPACE) {
                i++;
            } else if (kind == Tokens.NEWLINE) {
                i++;
                endLine();
                heredocs.readPending();
                comments.beginLine();
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

    /**
     * Passes over bytes up to the end of the line, or to a byte that may end or begin a token.
     *
     * @return whether there was any text
     */
    boolean passText(byte one, byte two) {
        byte[] bytes = b;
        long ends = ByteWords.repeat('\n');
        long ones = ByteWords.repeat(one);
        long twos = ByteWords.repeat(two);
        long text = 0;
        int last = end - ByteWords.SIZE;
        while (i <= last) {
            long word = ByteWords.at(bytes, i);
            long found = ByteWords.equal(word, ends) | ByteWords.equal(word, ones) | ByteWords.equal(word, twos);
            if (found != 0) {
                i += ByteWords.before(found);
                // What is lower than the lowest byte found.
                return (text | ByteWords.text(word) & (found & -found) - 1) != 0;
            }
            text |= ByteWords.text(word);
            i += ByteWords.SIZE;
        }
        boolean any = text != 0;
        while (i < end && bytes[i] != '\n' && bytes[i] != one && bytes[i] != two) {
            any |= isText(bytes[i]);
            i++;
        }
        return any;
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
        return ByteWords.indexOf(b, from, end, (byte) '\n');
    }

    /** Whether the byte at hand stands behind an odd number of backslashes. */
    boolean isEscaped() {
        int j = i;
        while (j > lineStart && b[j - 1] == '\\') {
            j--;
        }
        return ((i - j) & 1) == 1;
    }

    /** How many times {@code c} stands from {@code from} on. */
    int repeats(int from, char c) {
        int j = from;
        while (j < end && b[j] == c) {
            j++;
        }
        return j - from;
    }

    /** Takes everything up to {@code close} as a literal. */
    void literal(int close) {
        leaveCode(i);
        walk(close, false);
        enterCode(true);
    }

    /** Takes the opening token up to {@code body}, and then a string up to its end; see {@link #string}. */
    void literal(int body, byte[] close, Escape escape, boolean multiline, boolean asComment) {
        leaveCode(i);
        walk(body, asComment);
        string(close, escape, multiline, asComment);
        enterCode(!asComment);
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
            case LINE_COMMENT -> comments.line(token);
            case BLOCK_COMMENT -> comments.block(token);
            case QUOTE -> quotes.read(token);
            case REGEX -> delimited.regex();
            case TEMPLATE -> templates.template();
            case LONG_BRACKET -> longBrackets.read();
            case PERL_QUOTE -> delimited.perlQuote(token);
            case PERCENT -> delimited.percent();
            case SIGIL -> delimited.sigil();
            case BRACKET -> templates.bracket();
            case HEREDOC -> heredocs.open(token);
            case PHP_END -> phpPages.read();
        }
    }

    /**
     * Reads a string up to its end and takes its lines as code, or as comment.
     *
     * @param close what ends it
     * @param escape how {@code close} is kept inside
     * @param multiline whether it may run over the end of the line; if not, the line ends it
     */
    private void string(byte[] close, Escape escape, boolean multiline, boolean asComment) {
        byte escapes = escape == Escape.BACKSLASH ? (byte) '\\' : close[0];
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
                // Not the end: at least this one byte is of the string.
                boolean text = isText(c);
                i++;
                text |= passText(close[0], escapes);
                code |= text && !asComment;
                comment |= text && asComment;
            }
        }
    }
}
