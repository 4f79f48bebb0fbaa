package org.memcensus.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of a text at a time. A word holds the first byte in its lowest bits; a set of bytes is a word with
 * the highest bit of each byte that belongs to it. The tests are those of Mycroft and of Hacker's Delight, chapter 6.
 */
public final class ByteWords {
    /** Bytes in a word. */
    public static final int SIZE = Long.BYTES;

    /** What a word is multiplied with to spread its bits: 2^64 by the golden ratio, made odd. */
    public static final long MIX = 0x9e3779b97f4a7c15L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;
    private static final long CASE = ONES * 0x20;
    private static final long FROM_0 = ONES * (0x80 - '0');
    private static final long ABOVE_9 = ONES * (0x7f - '9');
    private static final long ABOVE_SPACE = ONES * (0x7f - ' ');
    private static final long FROM_A = ONES * (0x80 - 'a');
    private static final long ABOVE_Z = ONES * (0x7f - 'z');

    /** Moves the lowest bit of each byte to a place of its own in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private ByteWords() {}

    /** The eight bytes from {@code i} on, all of which must be in the array. */
    public static long at(byte[] b, int i) {
        return (long) WORD.get(b, i);
    }

    /** A word of eight times the same byte. */
    public static long repeat(int c) {
        return (c & 0xff) * ONES;
    }

    /** Bytes of {@code word} that equal those of {@code repeated}: right up to the first one, which is what is asked for. */
    public static long equal(long word, long repeated) {
        long x = word ^ repeated;
        return (x - ONES) & ~x & HIGHS;
    }

    /** Bytes that cannot be part of a name: neither ASCII letters or digits nor {@code _}, DEL or beyond ASCII. */
    public static long noNames(long word) {
        long low = word & LOWS;
        long folded = low | CASE; // "_" becomes 0x7f
        long letter = (folded + FROM_A) & ~(folded + ABOVE_Z) | (folded + ONES);
        long digit = (low + FROM_0) & ~(low + ABOVE_9);
        return ~(letter | digit | word) & HIGHS;
    }

    /** Which of the 64 bytes from {@code i} on can be part of a name, the first in the lowest bit; all must be in the array. */
    public static long names64(byte[] b, int i) {
        long bits = 0;
        for (int k = 0; k < Long.SIZE; k += SIZE) {
            bits |= bits(noNames(at(b, i + k))) << k;
        }
        return ~bits;
    }

    /** Bytes that are neither a space nor a control character: above {@code ' '}, DEL and what is beyond ASCII too. */
    public static long text(long word) {
        return ((word & LOWS) + ABOVE_SPACE | word) & HIGHS;
    }

    /** The bytes of a word from {@code first} to {@code last}, both ASCII. */
    public static long range(long word, int first, int last) {
        long low = word & LOWS;
        return (low + ONES * (0x80 - first)) & ~(low + ONES * (0x7f - last)) & ~word & HIGHS;
    }

    /** A word of letters and digits with letters in lower case; other bytes, zeros too, are changed in some way. */
    public static long lowerCase(long word) {
        return word | CASE;
    }

    /** The bytes of a set as eight bits, the first in the lowest. */
    public static long bits(long set) {
        return (set >>> 7) * GATHER >>> Long.SIZE - Byte.SIZE;
    }

    /** How many bytes stand before the first one of a set; 8 if it is empty. */
    public static int before(long set) {
        return Long.numberOfTrailingZeros(set) >>> 3;
    }

    /** The first {@code count} bytes of a word, 1 to 8, with zeros behind them. */
    public static long first(long word, int count) {
        return word & -1L >>> (SIZE - count) * Byte.SIZE;
    }

    /** Index of the first byte {@code c} in {@code [from, end)}, or {@code end}. */
    public static int indexOf(byte[] b, int from, int end, byte c) {
        long repeated = repeat(c);
        int i = from;
        int last = end - SIZE;
        while (i <= last) {
            long found = equal(at(b, i), repeated);
            if (found != 0) {
                return i + before(found);
            }
            i += SIZE;
        }
        while (i < end && b[i] != c) {
            i++;
        }
        return i;
    }

    /** The key of a name: itself, if it has at most eight bytes, or else a hash of 64 bits. */
    public static long key(byte[] b, int start, int end) {
        return key(part(b, start, end), b, start, end);
    }

    /**
     * The same of a name whose beginning is known.
     *
     * @param word its first eight bytes; zeros behind a shorter one
     */
    public static long key(long word, byte[] b, int start, int end) {
        long key = word;
        for (int i = start + SIZE; i < end; i += SIZE) {
            // Spread before the next part comes in: what differs alike in both, as in ZSTD_CCtx_refCDict and
            // ZSTD_DCtx_refDDict, would cancel out.
            key = (spread(key) ^ part(b, i, end)) * MIX;
        }
        return key;
    }

    /** Another word for each word, in which every bit depends on many. */
    public static long spread(long word) {
        long spread = word * MIX;
        return spread ^ spread >>> 32;
    }

    /** The bytes of a name from {@code i} on, at most eight, in a word. */
    public static long part(byte[] b, int i, int end) {
        int length = Math.min(SIZE, end - i);
        if (i + SIZE <= b.length) {
            return first(at(b, i), length);
        }
        long part = 0;
        for (int k = i + length - 1; k >= i; k--) {
            part = part << Byte.SIZE | b[k] & 0xff;
        }
        return part;
    }
}
