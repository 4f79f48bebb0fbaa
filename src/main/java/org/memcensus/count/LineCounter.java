package org.memcensus.count;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.ByteWords;
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
        int start = 0;
        while (start < end) {
            int stop = ByteWords.indexOf(b, start, end, (byte) '\n');
            if (hasText(b, start, stop)) {
                code++;
            } else {
                blanks++;
            }
            start = stop + 1;
        }
        return new LineCounts(code, 0, blanks);
    }

    private static boolean hasText(byte[] b, int start, int end) {
        int i = start;
        while (i < end && !CountingPass.isText(b[i])) {
            i++;
        }
        return i < end;
    }
}
