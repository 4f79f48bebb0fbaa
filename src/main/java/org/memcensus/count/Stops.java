package org.memcensus.count;

import org.memcensus.model.ByteWords;

/**
 * Finds the next byte at which something may begin or end. Most languages have so few such bytes that eight bytes of a text
 * are compared with each of them at once; else a table tells them, byte by byte.
 */
final class Stops {
    /** With more bytes to compare with, the table is as fast. */
    private static final int FEW = 4;

    private final byte[] kinds;
    private final boolean few;
    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    /** Stops at every byte that is more than a space, by the kinds that {@link Tokens} gives bytes. */
    Stops(byte[] kinds) {
        this.kinds = kinds;
        int[] found = new int[FEW];
        int count = 0;
        for (int c = 0; c < kinds.length; c++) {
            if (kinds[c] > Tokens.SPACE) {
                found[count < FEW ? count : 0] = c;
                count++;
            }
        }
        few = count > 0 && count <= FEW;
        // Where there are fewer, the first stands for those that are missing.
        first = ByteWords.repeat(found[0]);
        second = ByteWords.repeat(found[count > 1 ? 1 : 0]);
        third = ByteWords.repeat(found[count > 2 ? 2 : 0]);
        fourth = ByteWords.repeat(found[count > 3 ? 3 : 0]);
    }

    /** Index of the next stop in {@code [from, end)}, or {@code end}. */
    int next(byte[] b, int from, int end) {
        int i = from;
        if (few) {
            int last = end - ByteWords.SIZE;
            while (i <= last) {
                long word = ByteWords.at(b, i);
                long found = ByteWords.equal(word, first)
                        | ByteWords.equal(word, second)
                        | ByteWords.equal(word, third)
                        | ByteWords.equal(word, fourth);
                if (found != 0) {
                    return i + ByteWords.before(found);
                }
                i += ByteWords.SIZE;
            }
        }
        byte[] kind = kinds;
        while (i < end && kind[b[i] & 0xff] <= Tokens.SPACE) {
            i++;
        }
        return i;
    }
}
