package org.memcensus.scan;

import java.util.Arrays;
import org.memcensus.count.LineCounter;
import org.memcensus.count.TextEncoding;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.LineSketch;
import org.memcensus.model.LineSyntax;

/**
 * Makes sketches of files: a hash of each line of code worth knowing again, without its white space and comments, so that
 * neither a new indentation nor a new licence makes code look new. For one thread.
 */
final class LineSketcher {
    /** Letters and digits that a line must have: "break;" and "else {" stand in every file. */
    private static final int LEAST = 6;

    private static final int FNV_PRIME = 0x01000193;
    private static final int FNV_START = 0x811c9dc5;

    private final int least;
    private final CodeSpans spans = new CodeSpans();
    private int[] hashes = new int[1024];
    private int size;
    private int hash;
    private int letters;
    private int marks;

    /** A sketcher of lines worth knowing again. */
    LineSketcher() {
        this(LEAST);
    }

    /** A sketcher of lines with at least so many letters and digits; of all lines of code with 0. */
    LineSketcher(int least) {
        this.least = least;
    }

    LineSketch sketch(Content content, LineSyntax syntax) {
        return new LineSketch(0, lines(TextEncoding.normalise(content), syntax));
    }

    /**
     * The hashes of the lines, in their order.
     *
     * @param text what was read, in UTF-8
     */
    int[] lines(Content text, LineSyntax syntax) {
        new LineCounter(syntax).count(text, spans);
        size = 0;
        clear();
        byte[] bytes = text.bytes();
        int line = 0;
        for (int i = 0; i < spans.count(); i++) {
            if (spans.line(i) != line) {
                end();
                line = spans.line(i);
            }
            for (int at = spans.start(i); at < spans.end(i); at++) {
                byte b = bytes[at];
                if (b == '\n') {
                    end();
                    line++;
                } else if (b > ' ' || b < 0) {
                    hash = (hash ^ b) * FNV_PRIME;
                    marks++;
                    letters += isLetter(b) ? 1 : 0;
                }
            }
        }
        end();
        return Arrays.copyOf(hashes, size);
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b < 0;
    }

    private void end() {
        if (marks > 0 && letters >= least) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
            }
            hashes[size++] = mixed(hash);
        }
        clear();
    }

    private void clear() {
        hash = FNV_START;
        letters = 0;
        marks = 0;
    }

    /** Spreads the hash over its low bits, which choose the sample of a baseline. */
    private static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
