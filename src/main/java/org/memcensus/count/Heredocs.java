package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.memcensus.count.Tokens.Token;
import org.memcensus.model.LineSyntax.Feature;

/** Reads here-documents of shells, Ruby, Perl and PHP for a {@link CountingPass}: their lines are code. */
final class Heredocs {
    /** Each word without an end costs a look through the rest of the file; a hostile file gets no more of them. */
    private static final int MAX_FAILURES = 32;

    /** Each here-document of a line costs a look at the rest of the line and at those before it. */
    private static final int MAX_PENDING = 16;

    private final CountingPass pass;
    private final Deque<Heredoc> pending = new ArrayDeque<>();

    /** Words that end no here-document in the rest of the file: {@code 1<<n} stands there again and again. */
    private final Set<String> failures = new HashSet<>();

    /** A here-document that begins on the next line. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Heredoc(byte[] end, boolean indented) {}

    Heredocs(CountingPass pass) {
        this.pass = pass;
    }

    /** Looks whether a here-document opens at the place at hand, and remembers it until its line ends. */
    void open(Token token) {
        int i = pass.i;
        int j = i + token.open().length;
        pass.leaveCode(i);
        pass.walk(j, false);
        pass.enterCode(false);
        byte[] b = pass.b;
        if (pending.size() >= MAX_PENDING || j >= pass.end || b[j] == '<' || i > 0 && b[i - 1] == '<') {
            return;
        }
        boolean indented = b[j] == '-' || b[j] == '~' || pass.has(Feature.PHP_HEREDOCS);
        if (b[j] == '-' || b[j] == '~') {
            j++;
        }
        if (pass.has(Feature.SHELL_HEREDOCS) || pass.has(Feature.PHP_HEREDOCS)) {
            while (j < pass.end && (b[j] == ' ' || b[j] == '\t')) {
                j++;
            }
        }
        if (j >= pass.end) {
            return;
        }
        byte quote = b[j];
        boolean quoted = quote == '"' || quote == '\'' || quote == '`';
        if (quoted || quote == '\\') {
            j++;
        }
        int start = j;
        while (j < pass.end
                && b[j] != '\n'
                && (quoted ? b[j] != quote : CountingPass.isName(b[j]) || j > start && b[j] == '.')) {
            j++;
        }
        boolean named = j > start && !(b[start] >= '0' && b[start] <= '9' && !quoted);
        if (!named) {
            return;
        }
        Heredoc heredoc = new Heredoc(Arrays.copyOfRange(b, start, j), indented);
        if (!ends(heredoc, j)) {
            return;
        }
        pending.add(heredoc);
        pass.leaveCode(pass.i);
        pass.walk(quoted ? Math.min(j + 1, pass.end) : j, false);
        pass.enterCode(true);
    }

    private boolean ends(Heredoc heredoc, int from) {
        String word = new String(heredoc.end(), StandardCharsets.ISO_8859_1);
        if (failures.size() >= MAX_FAILURES || failures.contains(word)) {
            return false;
        }
        if (endOf(heredoc, pass.lineEnd(from) + 1) < 0) {
            failures.add(word);
            return false;
        }
        return true;
    }

    /** Reads the here-documents that the line before opened. */
    void readPending() {
        while (!pending.isEmpty()) {
            int behind = endOf(pending.remove(), pass.i);
            if (behind < 0) {
                return;
            }
            pass.leaveCode(pass.i);
            pass.walk(behind, false);
            if (!pass.has(Feature.PHP_HEREDOCS)) {
                pass.walk(Math.min(pass.lineEnd(pass.i) + 1, pass.end), false);
            }
            pass.enterCode(true);
        }
    }

    /** Index behind the terminator of a here-document whose first line begins at {@code from}; -1 if there is none. */
    private int endOf(Heredoc heredoc, int from) {
        byte[] b = pass.b;
        int start = from;
        while (start < pass.end) {
            int j = start;
            while (heredoc.indented() && j < pass.end && (b[j] == ' ' || b[j] == '\t')) {
                j++;
            }
            int behind = j + heredoc.end().length;
            if (pass.tokens.stands(heredoc.end(), b, j, pass.end) && endsThere(behind)) {
                return behind;
            }
            start = pass.lineEnd(j) + 1;
        }
        return -1;
    }

    private boolean endsThere(int behind) {
        if (behind >= pass.end) {
            return true;
        }
        byte c = pass.b[behind];
        return pass.has(Feature.PHP_HEREDOCS) ? !CountingPass.isName(c) : c == '\n' || c == '\r';
    }
}
