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

    private static final int LENGTH_SEEN = 1;
    private static final int COMPARISON_OPEN = 2;
    private static final int ARITHMETIC_OPEN = 4;
    private static final int LENGTH_BEFORE = 8;
    private static final int OPERAND_BEFORE = 16;
    private static final int STAR_BEFORE = 32;
    private static final int POINTER_BEFORE = 64;
    private static final int UNSIGNED_BEFORE = 128;

    /** What outlives a name or a number: the state of the expression, as opposed to that of the last token. */
    private static final int EXPRESSION = LENGTH_SEEN | COMPARISON_OPEN;

    /** What a byte that is no operator leaves of the state, and what it adds. */
    private static final int[] KEPT = new int[256];

    private static final int[] SET = new int[256];

    static {
        for (int c = 0; c < 256; c++) {
            KEPT[c] = c <= ' ' ? -1 : ~OPERAND_BEFORE;
        }
        for (char c : ";{},?".toCharArray()) {
            KEPT[c] = 0;
        }
        for (char c : ")]".toCharArray()) {
            KEPT[c] = ~STAR_BEFORE;
            SET[c] = OPERAND_BEFORE;
        }
        KEPT['('] = ~(STAR_BEFORE | OPERAND_BEFORE);
        KEPT['.'] = ~ARITHMETIC_OPEN;
    }

    private final int[] counts = new int[RiskFeature.values().length];
    private byte[] b = {};
    private int limit;

    /** The bits above. One word, so that a token costs one store. */
    private int state;

    void begin(byte[] bytes, int length) {
        b = bytes;
        limit = length;
        state = 0;
        Arrays.fill(counts, 0);
    }

    List<Integer> counts() {
        List<Integer> list = new ArrayList<>(counts.length);
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }

    int state() {
        return state;
    }

    void setState(int newState) {
        state = newState;
    }

    /** Whether a byte, neither letter nor digit, must go to {@link #operator} rather than to {@link #simple}. */
    static boolean isOperator(int c) {
        return "&|<>-+*[=".indexOf(c) >= 0;
    }

    /** The state behind a space, or behind an operator or bracket that only changes the state. */
    static int simple(int state, int c) {
        return state & KEPT[c] | SET[c];
    }

    /** The state behind a number, a string, or a name that means nothing. */
    static int operand(int state) {
        return state & EXPRESSION | OPERAND_BEFORE;
    }

    /** Whether the state asks more of a name than what it means. */
    static boolean minds(int state) {
        return (state & STAR_BEFORE) != 0;
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
        int after = operand(before);
        if ((before & STAR_BEFORE) != 0 && behind + 1 < limit && b[behind] == '+' && b[behind + 1] == '+') {
            count(RiskFeature.POINTER_STEP);
        }
        if (kind != 0) {
            if (call) {
                called(kind, behind);
            }
            if ((kind & RiskWords.BYTE) != 0 || (kind & RiskWords.CHAR) != 0 && (before & UNSIGNED_BEFORE) != 0) {
                count(RiskFeature.BYTE_TYPE);
            }
            if ((kind & RiskWords.LENGTH) != 0) {
                after = length(before, after);
            }
            if ((kind & RiskWords.POINTER) != 0) {
                after |= POINTER_BEFORE;
            }
            if ((kind & RiskWords.UNSIGNED) != 0) {
                after |= UNSIGNED_BEFORE;
            }
        }
        return after;
    }

    private int length(int before, int after) {
        if ((before & ARITHMETIC_OPEN) != 0) {
            count(RiskFeature.LENGTH_ARITHMETIC);
        }
        if ((before & COMPARISON_OPEN) != 0) {
            count(RiskFeature.LENGTH_COMPARISON);
            return after & ~COMPARISON_OPEN | LENGTH_SEEN | LENGTH_BEFORE;
        }
        return after | LENGTH_SEEN | LENGTH_BEFORE;
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
        state = operand(state);
    }

    /** An operator at {@code i}, see {@link #isOperator}; gives the index behind it. */
    int operator(int i, int end) {
        byte c = b[i];
        byte next = i + 1 < end ? b[i + 1] : (byte) ' ';
        switch (c) {
            case '&', '|' -> {
                if (next == c) {
                    state = 0;
                    return i + 2;
                }
                state &= ~OPERAND_BEFORE;
            }
            case '<', '>' -> {
                if (next == c) {
                    state &= ~OPERAND_BEFORE;
                    return i + 2;
                }
                comparison();
            }
            case '-' -> {
                if (next == '>') {
                    count(RiskFeature.POINTER_MEMBER);
                    state &= ~ARITHMETIC_OPEN;
                    return i + 2;
                }
                return step(i, c, next);
            }
            case '+' -> {
                return step(i, c, next);
            }
            case '*' -> {
                if ((state & OPERAND_BEFORE) != 0) {
                    arithmetic();
                }
                state = state & ~OPERAND_BEFORE | STAR_BEFORE;
            }
            case '[' -> {
                index(i, end);
                state &= ~(OPERAND_BEFORE | LENGTH_BEFORE);
            }
            case '=' -> {
                if (next == '=') {
                    state &= ~OPERAND_BEFORE;
                    return i + 2;
                }
                state = 0;
            }
            default -> state &= ~OPERAND_BEFORE;
        }
        return i + 1;
    }

    private int step(int i, byte c, byte next) {
        if (next == c) {
            return i + 2;
        }
        if (next == '=') {
            if ((state & POINTER_BEFORE) != 0) {
                count(RiskFeature.POINTER_STEP);
            } else if ((state & LENGTH_BEFORE) != 0) {
                count(RiskFeature.LENGTH_ARITHMETIC);
            }
            state = 0;
            return i + 2;
        }
        if ((state & OPERAND_BEFORE) != 0) {
            arithmetic();
        }
        state &= ~OPERAND_BEFORE;
        return i + 1;
    }

    private void arithmetic() {
        if ((state & LENGTH_BEFORE) != 0) {
            count(RiskFeature.LENGTH_ARITHMETIC);
            state &= ~LENGTH_BEFORE;
        } else {
            state |= ARITHMETIC_OPEN;
        }
    }

    private void comparison() {
        if ((state & LENGTH_SEEN) != 0) {
            count(RiskFeature.LENGTH_COMPARISON);
            state &= ~LENGTH_SEEN;
        } else {
            state |= COMPARISON_OPEN;
        }
        state &= ~(OPERAND_BEFORE | ARITHMETIC_OPEN);
    }

    private void index(int i, int end) {
        int j = i + 1;
        while (j < end && b[j] == ' ') {
            j++;
        }
        if ((state & OPERAND_BEFORE) != 0 && j < end && !(b[j] >= '0' && b[j] <= '9') && b[j] != ']') {
            count(RiskFeature.VARIABLE_INDEX);
        }
    }

    private void count(RiskFeature feature) {
        counts[feature.ordinal()]++;
    }
}
