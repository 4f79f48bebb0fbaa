package org.memcensus.count;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.LineCounts;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.LineSyntax.Feature;

/**
 * Counts the lines of a file in one pass over its bytes, and tells where its code stands. Immutable: one counter serves
 * every file of a syntax, in every thread.
 *
 * <p>A line with only white space is blank wherever it stands, also inside a comment or a string. A docstring is a
 * comment. What {@code #if 0} leaves out is code.
 */
public final class LineCounter {
    private final Tokens tokens;

    /** A counter for a syntax. */
    public LineCounter(LineSyntax syntax) {
        tokens = new Tokens(syntax);
    }

    /**
     * Counts the lines of a text. Bytes are UTF-8 or any encoding that keeps ASCII; see {@link TextEncoding} for others.
     *
     * @param content the whole file
     * @param spans filled with the places of code and strings; null if nobody asks
     */
    public LineCounts count(Content content, @Nullable CodeSpans spans) {
        if (spans != null) {
            spans.clear();
        }
        if (tokens.features.contains(Feature.PLAIN)) {
            return plain(content);
        }
        return new CountingPass(tokens, content, spans).run();
    }

    private static LineCounts plain(Content content) {
        byte[] b = content.bytes();
        int end = content.length();
        long code = 0;
        long blanks = 0;
        boolean text = false;
        int start = 0;
        for (int i = 0; i < end; i++) {
            byte c = b[i];
            if (c == '\n') {
                if (text) {
                    code++;
                } else {
                    blanks++;
                }
                text = false;
                start = i + 1;
            } else if (c > ' ' || c < 0) {
                text = true;
            }
        }
        if (start < end) {
            if (text) {
                code++;
            } else {
                blanks++;
            }
        }
        return new LineCounts(code, 0, blanks);
    }
}
