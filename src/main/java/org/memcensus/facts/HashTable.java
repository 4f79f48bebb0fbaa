package org.memcensus.facts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    /** Eight bytes at a time: a multiplication a byte would cost more than all else that is done with a name. */
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long MIX = 0x9e3779b97f4a7c15L;

    /** The hash of the text at {@code [start, end)}: words of eight bytes, multiplied and folded. */
    static long hash(byte[] b, int start, int end) {
        int i = start;
        long hash = (end - start) * MIX;
        while (end - i >= Long.BYTES) {
            hash = (hash ^ (long) WORD.get(b, i)) * MIX;
            hash ^= hash >>> 32;
            i += Long.BYTES;
        }
        if (i < end) {
            hash = (hash ^ tail(b, i, end)) * MIX;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** The last bytes of a text, fewer than eight, as the low bytes of a word. */
    private static long tail(byte[] b, int i, int end) {
        if (i + Long.BYTES <= b.length) {
            return (long) WORD.get(b, i) & -1L >>> (Long.BYTES - (end - i)) * Byte.SIZE;
        }
        long tail = 0;
        for (int k = end - 1; k >= i; k--) {
            tail = tail << Byte.SIZE | b[k] & 0xff;
        }
        return tail;
    }

    /** A place in a table of {@code 1 << bits}. */
    static int slot(long hash, int bits) {
        return (int) (hash * MIX >>> (Long.SIZE - bits));
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
