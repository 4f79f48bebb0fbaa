package org.memcensus.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.ByteWords;

/**
 * What the names seen last mean. A name comes back hundreds of times: a cache of fixed size, with one place a hash,
 * finds it again by one comparison of 64 bits, and no input can fill it up.
 */
final class Dictionary {
    /** The hot names of a large project; four times as many would spare few look-ups, and leave the nearer caches. */
    private static final int BITS = 14;

    private static final int KIND_BITS = 16;

    private final Lexicon lexicon;
    private final long[] keys = new long[1 << BITS];
    private final int[] codes = new int[1 << BITS];
    private final MeaningSum sum;

    /** Codes of the meanings that single patterns have, by their number. */
    private final int[] singles;

    private final List<int[]> used = new ArrayList<>();
    private final List<int[]> called = new ArrayList<>();
    private final Map<Meaning, Integer> numbers = new HashMap<>();

    Dictionary(Lexicon lexicon) {
        this.lexicon = lexicon;
        sum = new MeaningSum(lexicon);
        number(Meaning.NONE);
        singles = lexicon.meanings().stream().mapToInt(this::code).toArray();
    }

    /**
     * The code of a name: ask {@link #kind}, {@link #used(int)} and {@link #called(int)} what it says.
     *
     * @param key its key, see {@link ByteWords#key}
     */
    int find(long key, byte[] b, int start, int end) {
        int slot = (int) (key * ByteWords.MIX >>> Long.SIZE - BITS);
        return keys[slot] == key ? codes[slot] : learn(slot, key, b, start, end);
    }

    private int learn(int slot, long key, byte[] b, int start, int end) {
        sum.clear();
        lexicon.name(key, b, start, end, sum);
        Meaning several = sum.sum();
        int code = several == null ? singles[sum.single()] : code(several);
        keys[slot] = key;
        codes[slot] = code;
        return code;
    }

    private int code(Meaning meaning) {
        return meaning.kind() | number(meaning.settled()) << KIND_BITS;
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
        Meaning key = new Meaning(meaning.used(), meaning.called(), meaning.denied(), 0);
        return numbers.computeIfAbsent(key, k -> {
            used.add(k.used().stream().toArray());
            called.add(k.called().stream().toArray());
            return used.size() - 1;
        });
    }
}
