package org.memcensus.model;

import java.util.Arrays;

/**
 * What a file's lines of code look like, so that moved code can be known again: a hash of each, or, in a baseline, of a
 * sample. Sorted; a line that stands there twice counts twice.
 */
public final class LineSketch {
    /** Of a file without a line worth knowing again. */
    public static final LineSketch EMPTY = new LineSketch(0, new int[0]);

    private static final int MAX_SHIFT = 24;

    private final int shift;
    private final int[] hashes;

    /**
     * A sketch.
     *
     * @param shift only hashes are there whose lowest {@code shift} bits are 0; 0 for all lines
     * @param hashes the hashes, in any order
     * @throws IllegalArgumentException if {@code shift} is out of its range
     */
    public LineSketch(int shift, int[] hashes) {
        if (shift < 0 || shift > MAX_SHIFT) {
            throw new IllegalArgumentException("shift " + shift);
        }
        this.shift = shift;
        this.hashes = hashes.clone();
        Arrays.sort(this.hashes);
    }

    /** How many lowest bits are 0 in all hashes. */
    public int shift() {
        return shift;
    }

    /** Number of hashes. */
    public int size() {
        return hashes.length;
    }

    /** The hash at a place, from 0; sorted. */
    public int hash(int i) {
        return hashes[i];
    }

    /** About how many lines it stands for. */
    public long lines() {
        return (long) hashes.length << shift;
    }

    /** A sample of the same lines with at most so many hashes. */
    public LineSketch sampled(int most) {
        int wanted = shift;
        int[] left = hashes;
        while (left.length > most && wanted < MAX_SHIFT) {
            int mask = (1 << ++wanted) - 1;
            left = Arrays.stream(left).filter(hash -> (hash & mask) == 0).toArray();
        }
        return wanted == shift ? this : new LineSketch(wanted, left);
    }

    /** The lines of this one that are not in the other, each as often as it stands here more often. */
    public LineSketch without(LineSketch other) {
        int[] left = new int[hashes.length];
        int size = 0;
        int at = 0;
        for (int hash : hashes) {
            while (at < other.hashes.length && other.hashes[at] < hash) {
                at++;
            }
            if (at < other.hashes.length && other.hashes[at] == hash) {
                at++;
            } else {
                left[size++] = hash;
            }
        }
        return new LineSketch(shift, Arrays.copyOf(left, size));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineSketch sketch && sketch.shift == shift && Arrays.equals(sketch.hashes, hashes);
    }

    @Override
    public int hashCode() {
        return 31 * shift + Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "LineSketch[" + shift + ", " + hashes.length + "]";
    }
}
