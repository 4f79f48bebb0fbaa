package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text that is looked for in bytes, in Horspool's way: most bytes are never looked at. Immutable. */
final class Needle {
    private final byte[] text;
    private final byte[] skips = new byte[256];

    /**
     * A search for a text.
     *
     * @param text ASCII, of at most 127 characters
     */
    Needle(String text) {
        this.text = text.getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(skips, (byte) this.text.length);
        for (int i = 0; i < this.text.length - 1; i++) {
            skips[this.text[i]] = (byte) (this.text.length - 1 - i);
        }
    }

    /** The index of the first place at or behind {@code from} that ends before {@code end}; -1 where there is none. */
    int find(byte[] bytes, int from, int end) {
        int last = from + text.length - 1;
        while (last < end) {
            int start = last - text.length + 1;
            if (bytes[last] == text[text.length - 1] && Arrays.equals(bytes, start, last + 1, text, 0, text.length)) {
                return start;
            }
            last += skips[bytes[last] & 0xFF];
        }
        return -1;
    }

    int length() {
        return text.length;
    }
}
