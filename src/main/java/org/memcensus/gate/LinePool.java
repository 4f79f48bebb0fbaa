package org.memcensus.gate;

import java.util.Arrays;
import java.util.BitSet;
import org.memcensus.model.LineSketch;

/**
 * Lines that the old state had and that are no longer where they were: moved code is made of them. A line is given out once,
 * so that a copy is not taken for a move.
 */
final class LinePool {
    private static final int SHIFT_AT = 24;
    private static final int MODULE_MASK = (1 << SHIFT_AT) - 1;

    private long[] entries = new long[1024];
    private int size;
    private BitSet given = new BitSet();

    /**
     * Adds lines.
     *
     * @param module number of the module that they come from
     */
    void add(LineSketch lines, int module) {
        if (size + lines.size() > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(entries.length * 2, size + lines.size()));
        }
        for (int i = 0; i < lines.size(); i++) {
            entries[size++] =
                    ((long) lines.hash(i) << 32) | ((long) lines.shift() << SHIFT_AT) | (module & MODULE_MASK);
        }
    }

    /** Ends the adding. */
    void sort() {
        Arrays.sort(entries, 0, size);
        given = new BitSet(size);
    }

    /**
     * What a file found here.
     *
     * @param lines about how many of its lines are here
     * @param share the same as a share of its lines, 0 to 1
     * @param places numbers of the entries
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Match(long lines, double share, int[] places) {}

    /** Looks how much of a file is here, and takes nothing. */
    Match match(LineSketch file) {
        int[] places = new int[file.size()];
        int found = 0;
        long lines = 0;
        int previous = 0;
        int next = -1;
        for (int i = 0; i < file.size(); i++) {
            int hash = file.hash(i);
            int at = next >= 0 && hash == previous ? next : first(hash);
            while (at < size && (int) (entries[at] >> 32) == hash && given.get(at)) {
                at++;
            }
            previous = hash;
            next = at;
            if (at < size && (int) (entries[at] >> 32) == hash) {
                places[found++] = at;
                int shift = (int) (entries[at] >> SHIFT_AT) & 0xff;
                lines += 1L << Math.max(shift, file.shift());
                next = at + 1;
            }
        }
        long all = file.lines();
        return new Match(
                Math.min(lines, all), all == 0 ? 0 : Math.min(1, (double) lines / all), Arrays.copyOf(places, found));
    }

    /** Takes the lines of a match, and counts them for the modules that they come from. */
    void take(Match match, long[] byModule) {
        for (int place : match.places()) {
            given.set(place);
            int shift = (int) (entries[place] >> SHIFT_AT) & 0xff;
            byModule[(int) entries[place] & MODULE_MASK] += 1L << shift;
        }
    }

    private int first(int hash) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((int) (entries[middle] >> 32) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
