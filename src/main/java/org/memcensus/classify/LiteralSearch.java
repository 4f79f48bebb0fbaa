package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Looks for several plain texts at once. It looks at pairs of bytes from the end of a window as long as the shortest text,
 * and skips ahead as far as no text can hold such a pair (Wu and Manber's way), so that most bytes are never looked at.
 * Immutable.
 */
final class LiteralSearch {
    private static final int SLOTS = 1 << 12;

    private final byte[][] literals;
    private final int window;
    private final byte[] skips = new byte[SLOTS];

    /**
     * A search for these texts.
     *
     * @param texts each of at least two characters
     */
    LiteralSearch(Collection<String> texts) {
        literals = new byte[texts.size()][];
        int shortest = Byte.MAX_VALUE;
        int next = 0;
        for (String text : texts) {
            literals[next] = text.getBytes(StandardCharsets.ISO_8859_1);
            shortest = Math.min(shortest, literals[next].length);
            next++;
        }
        if (shortest < 2) {
            throw new IllegalArgumentException("too short to look for: " + texts);
        }
        window = shortest;
        Arrays.fill(skips, (byte) (window - 1));
        for (byte[] literal : literals) {
            for (int i = 1; i < window; i++) {
                int slot = slot(literal[i - 1], literal[i]);
                skips[slot] = (byte) Math.min(skips[slot], window - 1 - i);
            }
        }
    }

    /** Whether one of the texts stands in the first {@code end} bytes. */
    boolean finds(byte[] bytes, int end) {
        int last = window - 1;
        while (last < end) {
            int skip = skips[slot(bytes[last - 1], bytes[last])];
            if (skip == 0) {
                if (standsAt(bytes, last - window + 1, end)) {
                    return true;
                }
                skip = 1;
            }
            last += skip;
        }
        return false;
    }

    private boolean standsAt(byte[] bytes, int start, int end) {
        for (byte[] literal : literals) {
            int stop = start + literal.length;
            if (stop <= end && Arrays.equals(bytes, start, stop, literal, 0, literal.length)) {
                return true;
            }
        }
        return false;
    }

    private static int slot(byte first, byte second) {
        return ((first & 0xFF) << 4 ^ (second & 0xFF)) & (SLOTS - 1);
    }
}
