package org.memcensus.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the names seen last mean. A name comes back hundreds of times: a cache of fixed size, with one place a hash,
 * finds it again by one comparison of 64-bit hashes, and no input can fill it up.
 */
final class Dictionary {
    /** Twice 2^15 words of memory stay in a core's second-level cache, and hold the hot names of a large project. */
    private static final int BITS = 15;

    private static final int KIND_BITS = 16;

    /** Words behind this many bytes of a name are not looked at. */
    private static final int MAX_NAME = 64;

    private final Lexicon lexicon;
    private final long[] hashes = new long[1 << BITS];
    private final int[] codes = new int[1 << BITS];
    private final byte[] lower = new byte[MAX_NAME];
    private final List<int[]> used = new ArrayList<>();
    private final List<int[]> called = new ArrayList<>();
    private final Map<Meaning, Integer> numbers = new HashMap<>();

    Dictionary(Lexicon lexicon) {
        this.lexicon = lexicon;
        number(Meaning.NONE);
    }

    /** The code of a name: ask {@link #kind}, {@link #used(int)} and {@link #called(int)} what it says. */
    int find(long hash, byte[] b, int start, int end) {
        int slot = HashTable.slot(hash, BITS);
        if (hashes[slot] == hash) {
            return codes[slot];
        }
        Meaning meaning = lexicon.name(hash, b, start, end, lower);
        int code = meaning.kind() | number(meaning) << KIND_BITS;
        hashes[slot] = hash;
        codes[slot] = code;
        return code;
    }

    /** Bits of {@link RiskWords}. */
    static int kind(int code) {
        return code & (1 << KIND_BITS) - 1;
    }

    /** Whether any rule asks for the name. */
    static boolean asked(int code) {
        return code >>> KIND_BITS != 0;
    }

    /** Numbers of the rules that the name speaks for wherever it is used. */
    int[] used(int code) {
        return used.get(code >>> KIND_BITS);
    }

    /** Numbers of the rules that the name speaks for where it is called. */
    int[] called(int code) {
        return called.get(code >>> KIND_BITS);
    }

    private int number(Meaning meaning) {
        if (meaning.used().isEmpty() && meaning.called().isEmpty() && !used.isEmpty()) {
            return 0;
        }
        Meaning key = new Meaning(meaning.used(), meaning.called(), 0);
        return numbers.computeIfAbsent(key, k -> {
            used.add(k.used().stream().toArray());
            called.add(k.called().stream().toArray());
            return used.size() - 1;
        });
    }
}
