package org.memcensus.facts;

/** The words of a name, in lower case, split at {@code _} and before capitals: {@code tls_ParseHeader} has three. */
final class Words {
    private static final int MAX_WORDS = 12;
    private static final int MAX_LENGTH = 32;

    private final byte[][] bytes = new byte[MAX_WORDS][MAX_LENGTH];
    private final int[] lengths = new int[MAX_WORDS];
    private final int[] hashes = new int[MAX_WORDS];
    private int count;

    /** Splits the name at {@code [start, end)}; the words stay until the next call. Digits belong to their word. */
    void split(byte[] b, int start, int end) {
        count = 0;
        int length = 0;
        int hash = 0;
        boolean lowerBefore = false;
        for (int i = start; i < end; i++) {
            byte c = b[i];
            boolean upper = c >= 'A' && c <= 'Z';
            boolean lowerBehind = i + 1 < end && b[i + 1] >= 'a' && b[i + 1] <= 'z';
            boolean splits = c == '_' || upper && length > 0 && (lowerBefore || lowerBehind);
            if (splits && length > 0) {
                add(length, hash);
                length = 0;
                hash = 0;
            }
            if (count == MAX_WORDS) {
                return;
            }
            if (c != '_' && length < MAX_LENGTH) {
                byte lower = upper ? (byte) (c + 32) : c;
                bytes[count][length++] = lower;
                hash = NameTable.hash(hash, lower);
            }
            lowerBefore = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        if (length > 0) {
            add(length, hash);
        }
    }

    private void add(int length, int hash) {
        lengths[count] = length;
        hashes[count] = hash;
        count++;
    }

    int count() {
        return count;
    }

    int hash(int word) {
        return hashes[word];
    }

    byte[] bytes(int word) {
        return bytes[word];
    }

    int length(int word) {
        return lengths[word];
    }
}
