package org.memcensus.score;

import java.util.Arrays;

/** Ranks of values among each other. */
final class Ranks {
    private Ranks() {}

    /** The rank of each value among all, from 0 (lowest) to 1; equal values share the middle of their ranks. */
    static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ends = new int[sorted.length];
        for (int i = sorted.length - 1; i >= 0; i--) {
            ends[i] = i + 1 < sorted.length && sorted[i + 1] == sorted[i] ? ends[i + 1] : i + 1;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = first(sorted, values[i]);
            ranks[i] = values.length == 1 ? 0.5 : (below + ends[below] - 1) / (2.0 * (values.length - 1));
        }
        return ranks;
    }

    /** Index of the first sorted value that is not below the limit. */
    private static int first(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
