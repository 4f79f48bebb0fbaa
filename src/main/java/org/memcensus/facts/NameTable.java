package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from names, as they stand in a file's bytes, to values: a look-up makes no {@code String}.
 *
 * @param <V> what a name stands for
 */
final class NameTable<V> {
    private byte[][] names = new byte[64][];
    private int[] hashes = new int[64];
    private Object[] values = new Object[64];
    private int size;

    /** The hash of a name so far with one byte more; begin with 0. */
    static int hash(int soFar, byte c) {
        return soFar * 31 + c;
    }

    static int hash(byte[] b, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash(hash, b[i]);
        }
        return hash;
    }

    /** The value of a name, or null. */
    @SuppressWarnings("unchecked")
    @Nullable
    V get(int hash, byte[] b, int start, int end) {
        int mask = hashes.length - 1;
        int slot = spread(hash) & mask;
        while (values[slot] != null) {
            if (hashes[slot] == hash && Arrays.equals(names[slot], 0, names[slot].length, b, start, end)) {
                return (V) values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    @Nullable
    V get(String name) {
        return get(name.getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    V get(byte[] name) {
        return get(hash(name, 0, name.length), name, 0, name.length);
    }

    void put(String name, V value) {
        put(name.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Sets the value of a name; keeps the array. */
    void put(byte[] name, V value) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        int hash = hash(name, 0, name.length);
        int slot = spread(hash) & (hashes.length - 1);
        while (values[slot] != null) {
            if (hashes[slot] == hash && Arrays.equals(names[slot], name)) {
                values[slot] = value;
                return;
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        names[slot] = name;
        hashes[slot] = hash;
        values[slot] = value;
        size++;
    }

    private void grow() {
        byte[][] oldNames = names;
        int[] oldHashes = hashes;
        Object[] oldValues = values;
        int length = oldHashes.length * 2;
        names = new byte[length][];
        hashes = new int[length];
        values = new Object[length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldValues[i] != null) {
                int slot = spread(oldHashes[i]) & (length - 1);
                while (values[slot] != null) {
                    slot = (slot + 1) & (length - 1);
                }
                names[slot] = oldNames[i];
                hashes[slot] = oldHashes[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
