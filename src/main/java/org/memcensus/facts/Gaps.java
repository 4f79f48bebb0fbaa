package org.memcensus.facts;

import org.memcensus.model.ByteWords;

/**
 * What the bytes between two names do to the state of an expression. The same few dozen of them, such as {@code ", "} and
 * {@code "->"}, stand between nearly all names: a cache of fixed size, with one place a hash, finds what they do at once.
 */
final class Gaps {
    /** Longer gaps are read byte by byte. */
    static final int LONGEST = 2 * ByteWords.SIZE;

    private static final int BITS = 12;

    /** A byte beyond ASCII is part of a name, so that no gap has this bit. */
    private static final long BEFORE_DIGIT = 0x80;

    /** Nor this one, which tells the hash of a long gap from a short gap. */
    private static final long LONG = 1L << 63;

    /** Bits of an effect that {@link RiskCounter} has no use for: a parenthesis stands behind the name before the gap. */
    static final int CALL = 1 << 30;

    /** The name behind the gap begins a line. */
    static final int FIRST_COLUMN = 1 << 31;

    private final long[] keys = new long[1 << BITS];
    private final int[] effects = new int[1 << BITS];

    /**
     * What a gap does: an effect for {@link RiskCounter#apply} with {@link #CALL} and {@link #FIRST_COLUMN} beside it, or
     * {@link RiskStates#DEPENDS}.
     *
     * @param start index of its first byte; 16 bytes from there on are in the array
     * @param end index of the name or number behind it, at most {@link #LONGEST} bytes further
     */
    int effect(byte[] b, int start, int end) {
        int length = end - start;
        long key = ByteWords.at(b, start);
        if (length <= ByteWords.SIZE) {
            key = ByteWords.first(key, length);
        } else {
            long rest = ByteWords.first(ByteWords.at(b, start + ByteWords.SIZE), length - ByteWords.SIZE);
            key = ByteWords.spread(ByteWords.spread(key) ^ rest) & ~BEFORE_DIGIT | LONG;
        }
        if (b[end] >= '0' && b[end] <= '9') {
            key |= BEFORE_DIGIT;
        }
        int slot = (int) (key * ByteWords.MIX >>> Long.SIZE - BITS);
        return keys[slot] == key ? effects[slot] : learn(slot, key, b, start, end);
    }

    /** {@link #CALL} and {@link #FIRST_COLUMN}, as far as they hold for a gap. */
    static int flags(byte[] b, int start, int end) {
        boolean call = b[start] == '(' || b[start] == ' ' && start + 1 < end && b[start + 1] == '(';
        return (call ? CALL : 0) | (b[end - 1] == '\n' ? FIRST_COLUMN : 0);
    }

    private int learn(int slot, long key, byte[] b, int start, int end) {
        int effect = RiskStates.effect(b, start, end);
        if (effect != RiskStates.DEPENDS) {
            effect |= flags(b, start, end);
        }
        keys[slot] = key;
        effects[slot] = effect;
        return effect;
    }
}
