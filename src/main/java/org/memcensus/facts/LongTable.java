package org.memcensus.facts;

import org.memcensus.model.ByteWords;

/** A fixed table from keys of 64 bits to small numbers; 0 stands for none. Filled once, then only read. */
final class LongTable {
    private final long[] keys;
    private final int[] values;
    private final int shift;

    /** An empty table with room for this many keys: at most a quarter full, so that most look-ups are one comparison. */
    LongTable(int size) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size * 4 + 1);
        keys = new long[1 << bits];
        values = new int[1 << bits];
        shift = Long.SIZE - bits;
    }

    void put(long key, int value) {
        int slot = (int) (key * ByteWords.MIX >>> shift);
        while (values[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    int get(long key) {
        int slot = (int) (key * ByteWords.MIX >>> shift);
        while (values[slot] != 0) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return 0;
    }
}
