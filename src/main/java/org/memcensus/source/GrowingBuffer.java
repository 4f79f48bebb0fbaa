package org.memcensus.source;

import java.util.Arrays;

/** Bytes that are used again and again, and grow when they must. For one thread. */
final class GrowingBuffer {
    private static final int FIRST_SIZE = 64 * 1024;

    /** What was read; only the first {@link #length} bytes count. */
    byte[] bytes = new byte[FIRST_SIZE];

    /** Number of bytes that count. */
    int length;

    /** Forgets the content and makes room, so that {@code bytes} holds at least {@code size}. */
    void prepare(int size) {
        length = 0;
        if (bytes.length < size) {
            bytes = new byte[grown(size)];
        }
    }

    /** Makes room behind the content, which stays. */
    void extend(int size) {
        if (bytes.length < size) {
            bytes = Arrays.copyOf(bytes, grown(size));
        }
    }

    private int grown(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(size, 2L * bytes.length));
    }
}
