package org.memcensus.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memcensus.model.RiskFeature;

/**
 * Counts the constructs of {@link RiskFeature} in a stream of tokens: a name, a number, an operator at a time. It knows
 * only the expression at hand, so it is right on nearly all code and cheap on all of it.
 */
final class RiskCounter {
    /** How far behind {@code free(} its argument is looked at. */
    private static final int FREE_WINDOW = 48;

    /** By feature, from 1: what counts for nothing goes to 0. */
    private final int[] counts = new int[RiskFeature.values().length + 1];

    private byte[] b = {};
    private int limit;

    /** Bits of {@link RiskStates}. One word, so that a token costs one store. */
    private int state;

    void begin(byte[] bytes, int length) {
        b = bytes;
        limit = length;
        state = 0;
        Arrays.fill(counts, 0);
    }

    List<Integer> counts() {
        List<Integer> list = new ArrayList<>(counts.length - 1);
        for (int i = 1; i < counts.length; i++) {
            list.add(counts[i]);
        }
        return list;
    }

    int state() {
        return state;
    }

    void setState(int newState) {
        state = newState;
    }

    /**
     * A name.
     *
     * @param kind its bits of {@link RiskWords}
     * @param before the state before it
     * @param call whether an opening parenthesis follows
     * @param behind index of the next byte that is not a space
     * @return the state behind it
     */
    int name(int kind, int before, boolean call, int behind) {
        int after = RiskStates.operand(before);
        if ((before & RiskStates.STAR_BEFORE) != 0 && behind + 1 < limit && b[behind] == '+' && b[behind + 1] == '+') {
            count(RiskFeature.POINTER_STEP);
        }
        if (kind != 0) {
            if (call) {
                called(kind, behind);
            }
            if ((kind & RiskWords.BYTE) != 0
                    || (kind & RiskWords.CHAR) != 0 && (before & RiskStates.UNSIGNED_BEFORE) != 0) {
                count(RiskFeature.BYTE_TYPE);
            }
            if ((kind & RiskWords.LENGTH) != 0) {
                after = length(before, after);
            }
            if ((kind & RiskWords.POINTER) != 0) {
                after |= RiskStates.POINTER_BEFORE;
            }
            if ((kind & RiskWords.UNSIGNED) != 0) {
                after |= RiskStates.UNSIGNED_BEFORE;
            }
        }
        return after;
    }

    private int length(int before, int after) {
        if ((before & RiskStates.ARITHMETIC_OPEN) != 0) {
            count(RiskFeature.LENGTH_ARITHMETIC);
        }
        if ((before & RiskStates.COMPARISON_OPEN) != 0) {
            count(RiskFeature.LENGTH_COMPARISON);
            return after & ~RiskStates.COMPARISON_OPEN | RiskStates.LENGTH_SEEN | RiskStates.LENGTH_BEFORE;
        }
        return after | RiskStates.LENGTH_SEEN | RiskStates.LENGTH_BEFORE;
    }

    private void called(int kind, int open) {
        if ((kind & RiskWords.ALLOCATION) != 0 && (kind & RiskWords.RESIZE) == 0) {
            count(RiskFeature.ALLOCATION);
        }
        if ((kind & RiskWords.COPY) != 0) {
            count(RiskFeature.MEMORY_COPY);
        }
        if ((kind & RiskWords.RESIZE) != 0) {
            count(RiskFeature.RESIZE);
        }
        if ((kind & RiskWords.PARSER) != 0) {
            count(RiskFeature.PARSER_FUNCTION);
        }
        if ((kind & RiskWords.WIRE) != 0) {
            count(RiskFeature.WIRE_INTEGER);
        }
        if ((kind & RiskWords.FREE) != 0 && freesField(open)) {
            count(RiskFeature.FREE);
        }
    }

    /** Whether the call's argument is a member of something: {@code free(x->name)}. */
    private boolean freesField(int open) {
        int last = Math.min(limit, open + FREE_WINDOW);
        for (int i = open + 1; i + 1 < last && b[i] != ')' && b[i] != '\n'; i++) {
            if (b[i] == '-' && b[i + 1] == '>' || b[i] == '.') {
                return true;
            }
        }
        return false;
    }

    /** A number, a string or a character. */
    void literal() {
        state = RiskStates.operand(state);
    }

    /**
     * An operator.
     *
     * @param before the state before it
     * @param i its index
     * @param end where the code at hand ends
     * @return the index behind it, and the state behind it in the lowest bits: see {@link RiskStates#indexOf} and {@link RiskStates#stateOf}
     */
    long operator(int before, int i, int end) {
        int c = b[i];
        int next = i + 1 < end ? b[i + 1] & 0xff : ' ';
        int kind = RiskStates.OPERATOR_KINDS[RiskStates.OPERATOR_NUMBERS[c] << Byte.SIZE | next];
        if (kind == RiskStates.INDEXES && next == ' ') {
            kind = spacedIndex(i + 1, end);
        }
        int step = RiskStates.STEPS_TABLE[(kind & RiskStates.TWO_BYTES - 1) << RiskStates.STATE_BITS | before];
        counts[step >>> RiskStates.STATE_BITS]++;
        return RiskStates.behind(i + 1 + kind / RiskStates.TWO_BYTES, step & RiskStates.STATES);
    }

    /** What punctuation does, where it does the same to every state; see {@link RiskStates#effect}. */
    int apply(int effect, int state) {
        int needs = effect >>> RiskStates.NEEDS & RiskStates.STATES;
        if ((state & needs) == needs) {
            counts[effect >>> RiskStates.COUNTS & RiskStates.COUNTED]++;
        }
        return state & effect | effect >>> RiskStates.SETS & RiskStates.STATES;
    }

    private int spacedIndex(int from, int end) {
        int j = from;
        while (j < end && b[j] == ' ') {
            j++;
        }
        return j < end && !(b[j] >= '0' && b[j] <= '9') && b[j] != ']' ? RiskStates.INDEXES : RiskStates.OPENS_INDEX;
    }

    private void count(RiskFeature feature) {
        counts[feature.ordinal() + 1]++;
    }
}
