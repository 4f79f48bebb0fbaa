package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import org.memcensus.count.Tokens.Token;
import org.memcensus.model.LineSyntax.Feature;
import org.memcensus.model.LineSyntax.Where;

/** Reads comments for a {@link CountingPass}, those among them that a column or the first line tells. */
final class Comments {
    /** The words after {@code #} that a C preprocessor knows. */
    private static final String DIRECTIVES =
            " include define if ifdef ifndef else elif elifdef endif undef error warning pragma line import ident ";

    private static final byte[] BEGIN_CODE = "\\begin{code}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_CODE = "\\end{code}".getBytes(StandardCharsets.US_ASCII);

    private final CountingPass pass;
    private final Tokens tokens;
    private final byte[] b;
    private final int end;
    private final LongBrackets longBrackets;

    /** Inside a literate program's {@code \\begin{code}}. */
    private boolean codeBlock;

    Comments(CountingPass pass, LongBrackets longBrackets) {
        this.pass = pass;
        this.tokens = pass.tokens;
        this.b = pass.b;
        this.end = pass.end;
        this.longBrackets = longBrackets;
    }

    void shebang() {
        pass.leaveCode(0);
        pass.comment = true;
        pass.i = pass.lineEnd(0);
        pass.enterCode(false);
    }

    /** Looks at the first columns where the syntax gives them a meaning. */
    void beginLine() {
        if (!tokens.columns || pass.i >= end) {
            return;
        }
        byte first = b[pass.i];
        boolean isComment = false;
        if (first == '>' && pass.has(Feature.BIRD_TRACKS)) {
            pass.i++;
        } else if (pass.has(Feature.FORTRAN_FIXED)) {
            isComment = first == 'C' || first == 'c' || first == '*' || first == 'd' || first == 'D' || first == '!';
        } else if (pass.has(Feature.COBOL_FIXED)) {
            byte indicator = pass.i + 6 < pass.lineEnd(pass.i) ? b[pass.i + 6] : (byte) ' ';
            isComment = indicator == '*' || indicator == '/';
        } else if (pass.has(Feature.BIRD_TRACKS)) {
            isComment = isProse(first);
        }
        if (isComment) {
            pass.leaveCode(pass.i);
            pass.walk(pass.lineEnd(pass.i), true);
            pass.enterCode(false);
        }
    }

    /** Whether a line of a literate program is no code: neither {@code > ...} nor inside {@code \\begin{code}}. */
    private boolean isProse(byte first) {
        if (first == '\\') {
            boolean begins = tokens.stands(BEGIN_CODE, b, pass.i, end);
            if (begins || tokens.stands(END_CODE, b, pass.i, end)) {
                codeBlock = begins;
                return true;
            }
        }
        return !codeBlock && first != '>';
    }

    void line(Token token) {
        if (isDirective(token)) {
            pass.plain();
            return;
        }
        pass.leaveCode(pass.i);
        int body = pass.i + token.open().length;
        if (tokens.luaComments && longBrackets.endOf(body) >= 0) {
            pass.walk(longBrackets.endOf(body), true);
        } else {
            pass.comment = true;
            pass.i = pass.lineEnd(body);
            while (tokens.continuedComments && pass.i < end && endsInBackslash()) {
                pass.i++;
                pass.endLine();
                pass.walk(pass.lineEnd(pass.i), true);
            }
            if (tokens.php) {
                stopAtPhpEnd(body);
            }
        }
        pass.enterCode(false);
    }

    private boolean isDirective(Token token) {
        if (token.open()[0] != '#' || pass.code || !pass.has(Feature.CPP_DIRECTIVES)) {
            return false;
        }
        int j = pass.i + 1;
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
        int last = pass.i - 1;
        if (last >= pass.lineStart && b[last] == '\r') {
            last--;
        }
        return last >= pass.lineStart && b[last] == '\\';
    }

    private void stopAtPhpEnd(int body) {
        for (int j = body; j + 1 < pass.i; j++) {
            if (b[j] == '?' && b[j + 1] == '>') {
                pass.i = j;
            }
        }
    }

    void block(Token token) {
        pass.leaveCode(pass.i);
        pass.comment = true;
        byte[] close = token.close();
        byte[] deeper = token.deeper();
        boolean column = token.where() == Where.COLUMN_1;
        int nesting = 1;
        pass.i += token.open().length;
        byte first = close[0];
        byte inner = token.nested() ? deeper[0] : first;
        while (pass.i < end && nesting > 0) {
            pass.comment |= pass.passText(first, inner);
            if (pass.i >= end) {
                break;
            }
            byte c = b[pass.i];
            if (c == '\n') {
                pass.i++;
                pass.endLine();
            } else if (c == first && (!column || pass.i == pass.lineStart) && tokens.stands(close, b, pass.i, end)) {
                pass.comment = true;
                pass.i += close.length;
                nesting--;
            } else if (c == inner && token.nested() && tokens.stands(deeper, b, pass.i, end)) {
                pass.comment = true;
                pass.i += deeper.length;
                nesting++;
            } else {
                pass.comment = true;
                pass.i++;
            }
        }
        if (column) {
            pass.i = pass.lineEnd(pass.i);
        }
        pass.enterCode(false);
    }
}
