package org.memcensus.model;

import java.util.Arrays;

/**
 * Where code and strings stand in a file: filled by the counter, read by the fact finder, used again for the next file.
 * A span never holds a comment. Not safe for use by several threads.
 */
public final class CodeSpans {
    private static final int FIELDS = 3;
    private int[] data = new int[FIELDS * 1024];
    private int size;

    /** Forgets all spans. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds a span behind the last one.
     *
     * @param start index of its first byte
     * @param end index behind its last byte
     * @param line number of the line it starts on, from 1
     * @param string whether it is the inside of a string literal, rather than code
     */
    public void add(int start, int end, int line, boolean string) {
        if (size + FIELDS > data.length) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        data[size] = start;
        data[size + 1] = end;
        data[size + 2] = string ? -line : line;
        size += FIELDS;
    }

    /** Number of spans. */
    public int count() {
        return size / FIELDS;
    }

    /** Index of the first byte of span {@code i}. */
    public int start(int i) {
        return data[i * FIELDS];
    }

    /** Index behind the last byte of span {@code i}. */
    public int end(int i) {
        return data[i * FIELDS + 1];
    }

    /** Line on which span {@code i} starts, from 1. */
    public int line(int i) {
        return Math.abs(data[i * FIELDS + 2]);
    }

    /** Whether span {@code i} is the inside of a string literal. */
    public boolean string(int i) {
        return data[i * FIELDS + 2] < 0;
    }
}
