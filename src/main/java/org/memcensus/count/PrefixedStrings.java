package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.memcensus.count.Tokens.Token;
import org.memcensus.model.LineSyntax.Escape;
import org.memcensus.model.LineSyntax.Feature;

/**
 * Reads the strings whose kind shows in front of the quote, or in the number of quotes: raw strings of C++, Rust and Swift,
 * verbatim ones of C#, and those of D.
 */
final class PrefixedStrings {
    private static final byte[] QUOTE = {'"'};

    private final CountingPass pass;
    private final byte[] b;
    private final int end;

    PrefixedStrings(CountingPass pass) {
        this.pass = pass;
        this.b = pass.b;
        this.end = pass.end;
    }

    /** Reads the string of such a kind whose quote stands at the place at hand; false if it is a plain one. */
    boolean read(Token token) {
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
                pass.literal(i + 1, closing(1, hashes), Escape.NONE, true, false);
                return true;
            }
        }
        if (pass.has(Feature.SWIFT_RAW_STRINGS) && before == '#') {
            int quotes = token.open().length;
            pass.literal(i + quotes, closing(quotes, hashesBefore(i)), Escape.NONE, quotes == 3, false);
            return true;
        }
        if (pass.has(Feature.CSHARP_STRINGS)) {
            if (before == '@' || before == '$' && i - 2 >= pass.lineStart && b[i - 2] == '@') {
                pass.literal(i + 1, QUOTE, Escape.DOUBLED, true, false);
                return true;
            }
            int quotes = pass.repeats(i, '"');
            if (quotes >= 3) {
                pass.literal(i + quotes, closing(quotes, 0), Escape.NONE, true, false);
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
        pass.literal(open + 1, close, Escape.NONE, true, false);
        return true;
    }

    private boolean dString(byte before) {
        int i = pass.i;
        if (before == 'r') {
            pass.literal(i + 1, QUOTE, Escape.NONE, true, false);
            return true;
        }
        if (i + 1 >= end) {
            return false;
        }
        int open = "([{<".indexOf(b[i + 1]);
        if (open >= 0) {
            pass.literal(i + 2, new byte[] {(byte) ")]}>".charAt(open), '"'}, Escape.NONE, true, false);
            return true;
        }
        int wordEnd = i + 1;
        while (wordEnd < end && CountingPass.isName(b[wordEnd])) {
            wordEnd++;
        }
        byte[] close = Arrays.copyOfRange(b, i, wordEnd + 1);
        close[0] = '\n';
        close[close.length - 1] = '"';
        pass.literal(wordEnd, close, Escape.NONE, true, false);
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

    private static byte[] closing(int quotes, int hashes) {
        return ("\"".repeat(quotes) + "#".repeat(hashes)).getBytes(StandardCharsets.US_ASCII);
    }
}
