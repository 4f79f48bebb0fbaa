package org.memcensus.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A set of names, each kept as 32 bits of a hash: small enough to keep for every file of a large tree. One name is taken for
 * another once in four thousand million pairs. Immutable.
 */
public final class NameSet {
    /** No names. */
    public static final NameSet NONE = new NameSet(new int[0]);

    private final int[] hashes;

    private NameSet(int[] hashes) {
        this.hashes = hashes;
    }

    /**
     * The names with these hashes, of which some may stand there twice.
     *
     * @param hashes sorted by this method, as far as they count
     * @param count how many of them count
     */
    public static NameSet of(int[] hashes, int count) {
        if (count == 0) {
            return NONE;
        }
        Arrays.sort(hashes, 0, count);
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (size == 0 || hashes[i] != hashes[size - 1]) {
                hashes[size++] = hashes[i];
            }
        }
        return new NameSet(Arrays.copyOf(hashes, size));
    }

    /** The hash that a name is kept as: 32 bits of its key, a word that no other name is likely to have. */
    public static int hash(long key) {
        return (int) (key * ByteWords.MIX >>> Integer.SIZE);
    }

    /** The hash of a name of ASCII letters. */
    public static int hash(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return hash(ByteWords.key(bytes, 0, bytes.length));
    }

    /** Whether a name with this hash is in the set. */
    public boolean contains(int hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    /** The names that are not in another set. */
    public NameSet without(NameSet other) {
        if (other.size() == 0) {
            return this;
        }
        int[] left = new int[hashes.length];
        int count = 0;
        for (int hash : hashes) {
            if (!other.contains(hash)) {
                left[count++] = hash;
            }
        }
        return count == hashes.length ? this : of(left, count);
    }

    /** How many names it holds. */
    public int size() {
        return hashes.length;
    }

    /** The hash of a name, {@code 0 <= i < size()}, in ascending order. */
    public int get(int i) {
        return hashes[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameSet names && Arrays.equals(hashes, names.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return hashes.length + " names";
    }
}
