package org.memcensus.facts;

import org.jspecify.annotations.Nullable;

/** Adds up what the parts of one name mean: nearly always nothing, or one thing. */
final class MeaningSum {
    private final Lexicon lexicon;
    private int single;
    private @Nullable Meaning sum;

    MeaningSum(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void clear() {
        single = 0;
        sum = null;
    }

    /** Adds the meaning with this number. */
    void add(int number) {
        if (single == 0 && sum == null) {
            single = number;
        } else {
            add(lexicon.meanings().get(number));
        }
    }

    void add(Meaning meaning) {
        Meaning soFar = sum == null ? lexicon.meanings().get(single) : sum;
        sum = soFar.plus(meaning);
        single = 0;
    }

    /** The number of the only meaning, or 0; ask {@link #sum()} too. */
    int single() {
        return single;
    }

    /** The sum of several meanings, or null if there are not several. */
    @Nullable
    Meaning sum() {
        return sum;
    }
}
