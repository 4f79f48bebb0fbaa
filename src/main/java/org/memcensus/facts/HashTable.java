package org.memcensus.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.ByteWords;

/**
 * A hash table from short texts, as they stand in a file's bytes, to values: a look-up makes no {@code String}.
 *
 * @param <V> what a text stands for
 */
final class HashTable<V> {
    private byte[][] texts = new byte[64][];
    private long[] hashes = new long[64];
    private Object[] values = new Object[64];
    private int size;

    /** The hash of the text at {@code [start, end)}: words of eight bytes, multiplied and folded. */
    static long hash(byte[] b, int start, int end) {
        int i = start;
        long hash = (end - start) * ByteWords.MIX;
        while (end - i >= ByteWords.SIZE) {
            hash = (hash ^ ByteWords.at(b, i)) * ByteWords.MIX;
            hash ^= hash >>> 32;
            i += ByteWords.SIZE;
        }
        if (i < end) {
            hash = (hash ^ ByteWords.part(b, i, end)) * ByteWords.MIX;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** A place in a table of {@code 1 << bits}. */
    static int slot(long hash, int bits) {
        return (int) (hash * ByteWords.MIX >>> (Long.SIZE - bits));
    }

    /** The value of a text that stands in {@code b}, or null. */
    @SuppressWarnings("unchecked")
    @Nullable
    V get(long hash, byte[] b, int start, int end) {
        int slot = slot(hash);
        while (values[slot] != null) {
            if (hashes[slot] == hash && Arrays.equals(texts[slot], 0, texts[slot].length, b, start, end)) {
                return (V) values[slot];
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        return null;
    }

    /** Sets the value of a text; keeps the array. */
    void put(byte[] text, V value) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        long hash = hash(text, 0, text.length);
        int slot = slot(hash);
        while (values[slot] != null) {
            if (hashes[slot] == hash && Arrays.equals(texts[slot], text)) {
                values[slot] = value;
                return;
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        texts[slot] = text;
        hashes[slot] = hash;
        values[slot] = value;
        size++;
    }

    private int slot(long hash) {
        return slot(hash, Integer.numberOfTrailingZeros(hashes.length));
    }

    private void grow() {
        byte[][] oldTexts = texts;
        long[] oldHashes = hashes;
        Object[] oldValues = values;
        int length = oldHashes.length * 2;
        texts = new byte[length][];
        hashes = new long[length];
        values = new Object[length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldHashes[i]);
                while (values[slot] != null) {
                    slot = (slot + 1) & (length - 1);
                }
                texts[slot] = oldTexts[i];
                hashes[slot] = oldHashes[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
