package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /** The hash of the empty text: FNV-1a's offset. */
    static final long START = 0xcbf29ce484222325L;

    /** The hash of a text with one byte more: FNV-1a of 64 bits (Fowler, Noll and Vo). */
    static long hash(long soFar, byte c) {
        return (soFar ^ c) * 0x100000001b3L;
    }

    static long hash(byte[] b, int start, int end) {
        long hash = START;
        for (int i = start; i < end; i++) {
            hash = hash(hash, b[i]);
        }
        return hash;
    }

    /** The bits of a hash that tell most, {@code bits} of them. FNV's high bits are its best. */
    static int slot(long hash, int bits) {
        return (int) ((hash ^ (hash >>> 29)) * 0x9e3779b97f4a7c15L >>> (64 - bits));
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

    /** The value of a lower-case text that stands in {@code b} in any case, or null; {@code hash} is of the lower case. */
    @SuppressWarnings("unchecked")
    @Nullable
    V getIgnoringCase(long hash, byte[] b, int start, int end) {
        int slot = slot(hash);
        while (values[slot] != null) {
            if (hashes[slot] == hash && equalsIgnoringCase(texts[slot], b, start, end)) {
                return (V) values[slot];
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        return null;
    }

    private static boolean equalsIgnoringCase(byte[] lower, byte[] b, int start, int end) {
        if (lower.length != end - start) {
            return false;
        }
        for (int k = 0; k < lower.length; k++) {
            byte c = b[start + k];
            if (lower[k] != (c >= 'A' && c <= 'Z' ? c + 32 : c)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    V get(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return get(hash(bytes, 0, bytes.length), bytes, 0, bytes.length);
    }

    void put(String text, V value) {
        put(text.getBytes(StandardCharsets.UTF_8), value);
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
