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

    /** A kind of byte that begins an operator of one or two bytes: {@link #operator} tells which. */
    static final int OPERATOR = 8;

    /** What a token of punctuation does to the state, as kinds of bytes and of operators. */
    private static final int NOTHING = 0;

    private static final int ENDS_EXPRESSION = 1;
    private static final int CLOSES = 2;
    private static final int OPENS = 3;
    private static final int MEMBER = 4;
    private static final int OTHER = 5;
    private static final int COMPARES = 9;
    private static final int ARROW = 10;
    private static final int STEPS = 11;
    private static final int ARITHMETIC = 12;
    private static final int STAR = 13;
    private static final int INDEXES = 14;
    private static final int OPENS_INDEX = 15;

    private static final String OPERATORS = "&|<>-+*[=";
    private static final int STATE_BITS = 8;

    /** Where the parts of an effect stand. */
    private static final int SETS = 8;

    private static final int NEEDS = 16;
    private static final int COUNTS = 24;
    private static final int COUNTED = 63;

    /** Not an effect: what the punctuation does must be worked out each time. */
    static final int DEPENDS = -1;

    private static final int STATES = (1 << STATE_BITS) - 1;

    /** By kind and state: the next state, and above it what is counted, as its place in {@link #counts}. */
    private static final short[] STEPS_TABLE = steps();

    /** By operator and byte behind it: its kind, and above it whether it takes both bytes. */
    private static final byte[] OPERATOR_KINDS = operatorKinds();

    private static final byte[] OPERATOR_NUMBERS = operatorNumbers();
    private static final int TWO_BYTES = 16;

    /** By feature, from 1: what counts for nothing goes to 0. */
    private final int[] counts = new int[RiskFeature.values().length + 1];

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

    /** The kind of a byte that is part of no name or number: below {@link #OPERATOR}, it stands for itself. */
    static int kind(int c) {
        if (c <= ' ') {
            return NOTHING;
        }
        int operator = OPERATORS.indexOf(c);
        if (operator >= 0) {
            return OPERATOR;
        }
        return switch (c) {
            case ';', '{', '}', ',', '?' -> ENDS_EXPRESSION;
            case ')', ']' -> CLOSES;
            case '(' -> OPENS;
            case '.' -> MEMBER;
            default -> OTHER;
        };
    }

    /** The state behind a byte of a kind below {@link #OPERATOR}. */
    static int simple(int state, int kind) {
        return STEPS_TABLE[kind << STATE_BITS | state];
    }

    /** The state behind a byte that means nothing. */
    static int other(int state) {
        return state & ~OPERAND_BEFORE;
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

    /**
     * An operator.
     *
     * @param before the state before it
     * @param i its index
     * @param end where the code at hand ends
     * @return the index behind it, and the state behind it in the lowest bits: see {@link #indexOf} and {@link #stateOf}
     */
    long operator(int before, int i, int end) {
        int c = b[i];
        int next = i + 1 < end ? b[i + 1] & 0xff : ' ';
        int kind = OPERATOR_KINDS[OPERATOR_NUMBERS[c] << Byte.SIZE | next];
        if (kind == INDEXES && next == ' ') {
            kind = spacedIndex(i + 1, end);
        }
        int step = STEPS_TABLE[(kind & TWO_BYTES - 1) << STATE_BITS | before];
        counts[step >>> STATE_BITS]++;
        return behind(i + 1 + kind / TWO_BYTES, step & STATES);
    }

    /** An index and a state in one. */
    static long behind(int index, int state) {
        return (long) index << STATE_BITS | state;
    }

    static int indexOf(long operator) {
        return (int) (operator >>> STATE_BITS);
    }

    static int stateOf(long operator) {
        return (int) operator & STATES;
    }

    /** What punctuation does, where it does the same to every state; see {@link #effect}. */
    int apply(int effect, int state) {
        int needs = effect >>> NEEDS & STATES;
        if ((state & needs) == needs) {
            counts[effect >>> COUNTS & COUNTED]++;
        }
        return state & effect | effect >>> SETS & STATES;
    }

    /**
     * What the punctuation in {@code [start, end)} does: which bits of the state it keeps, which it sets, and what it counts
     * if a bit was set before. {@link #DEPENDS} if it cannot be said so, or if a directive may begin.
     *
     * @param end index of the name or number behind it
     */
    static int effect(byte[] b, int start, int end) {
        int keeps = STATES;
        int sets = 0;
        int needs = 0;
        int counts = 0;
        int i = start;
        while (i < end) {
            int kind = kind(b[i] & 0xff);
            if (b[i] == '#') {
                return DEPENDS;
            }
            if (kind == OPERATOR) {
                kind = OPERATOR_KINDS[OPERATOR_NUMBERS[b[i]] << Byte.SIZE | b[i + 1] & 0xff];
                i += kind / TWO_BYTES;
                kind &= TWO_BYTES - 1;
            }
            i++;
            boolean operand = (sets & OPERAND_BEFORE) != 0;
            boolean unknown = !operand && (keeps & OPERAND_BEFORE) != 0;
            if (kind == COMPARES || kind == STEPS || kind == ARITHMETIC || kind == STAR && (operand || unknown)) {
                return DEPENDS;
            }
            if (kind == INDEXES && b[i] == ' ' || (kind == INDEXES || kind == ARROW) && counts != 0) {
                return DEPENDS;
            }
            int step = STEPS_TABLE[kind << STATE_BITS | sets];
            if (kind == INDEXES && unknown) {
                needs = OPERAND_BEFORE;
                counts = RiskFeature.VARIABLE_INDEX.ordinal() + 1;
            } else if (step >>> STATE_BITS != 0) {
                counts = step >>> STATE_BITS;
            }
            sets = step & STATES;
            keeps &= STEPS_TABLE[kind << STATE_BITS | STATES];
        }
        return keeps | sets << SETS | needs << NEEDS | counts << COUNTS;
    }

    private int spacedIndex(int from, int end) {
        int j = from;
        while (j < end && b[j] == ' ') {
            j++;
        }
        return j < end && !(b[j] >= '0' && b[j] <= '9') && b[j] != ']' ? INDEXES : OPENS_INDEX;
    }

    private static byte[] operatorNumbers() {
        byte[] numbers = new byte[128];
        for (int i = 0; i < OPERATORS.length(); i++) {
            numbers[OPERATORS.charAt(i)] = (byte) i;
        }
        return numbers;
    }

    private static byte[] operatorKinds() {
        byte[] kinds = new byte[OPERATORS.length() << Byte.SIZE];
        for (int i = 0; i < OPERATORS.length(); i++) {
            for (int next = 0; next < 1 << Byte.SIZE; next++) {
                kinds[i << Byte.SIZE | next] = (byte) operatorKind(OPERATORS.charAt(i), next);
            }
        }
        return kinds;
    }

    private static int operatorKind(char c, int next) {
        boolean doubled = next == c;
        return switch (c) {
            case '&', '|' -> doubled ? ENDS_EXPRESSION | TWO_BYTES : OTHER;
            case '<', '>' -> doubled ? OTHER | TWO_BYTES : COMPARES;
            case '=' -> doubled ? OTHER | TWO_BYTES : ENDS_EXPRESSION;
            case '*' -> STAR;
            case '[' -> next >= '0' && next <= '9' || next == ']' ? OPENS_INDEX : INDEXES;
            default -> {
                if (c == '-' && next == '>') {
                    yield ARROW | TWO_BYTES;
                }
                yield doubled ? NOTHING | TWO_BYTES : next == '=' ? STEPS | TWO_BYTES : ARITHMETIC;
            }
        };
    }

    private static short[] steps() {
        short[] steps = new short[16 << STATE_BITS];
        for (int kind = 0; kind < 16; kind++) {
            for (int state = 0; state <= STATES; state++) {
                steps[kind << STATE_BITS | state] = (short) step(kind, state);
            }
        }
        return steps;
    }

    /** One entry of {@link #STEPS_TABLE}. */
    private static int step(int kind, int state) {
        boolean operand = (state & OPERAND_BEFORE) != 0;
        int other = state & ~OPERAND_BEFORE;
        return switch (kind) {
            case ENDS_EXPRESSION -> 0;
            case CLOSES -> state & ~STAR_BEFORE | OPERAND_BEFORE;
            case OPENS -> other & ~STAR_BEFORE;
            case MEMBER -> state & ~ARITHMETIC_OPEN;
            case OTHER -> other;
            case COMPARES ->
                (state & LENGTH_SEEN) != 0
                        ? other & ~ARITHMETIC_OPEN & ~LENGTH_SEEN | counting(RiskFeature.LENGTH_COMPARISON)
                        : other & ~ARITHMETIC_OPEN | COMPARISON_OPEN;
            case ARROW -> state & ~ARITHMETIC_OPEN | counting(RiskFeature.POINTER_MEMBER);
            case STEPS ->
                (state & POINTER_BEFORE) != 0
                        ? counting(RiskFeature.POINTER_STEP)
                        : (state & LENGTH_BEFORE) != 0 ? counting(RiskFeature.LENGTH_ARITHMETIC) : 0;
            case ARITHMETIC -> operand ? arithmetic(state) & ~OPERAND_BEFORE : other;
            case STAR -> (operand ? arithmetic(state) : state) & ~OPERAND_BEFORE | STAR_BEFORE;
            case INDEXES -> other & ~LENGTH_BEFORE | (operand ? counting(RiskFeature.VARIABLE_INDEX) : 0);
            case OPENS_INDEX -> other & ~LENGTH_BEFORE;
            default -> state;
        };
    }

    private static int arithmetic(int state) {
        return (state & LENGTH_BEFORE) != 0
                ? state & ~LENGTH_BEFORE | counting(RiskFeature.LENGTH_ARITHMETIC)
                : state | ARITHMETIC_OPEN;
    }

    private static int counting(RiskFeature feature) {
        return feature.ordinal() + 1 << STATE_BITS;
    }

    private void count(RiskFeature feature) {
        counts[feature.ordinal() + 1]++;
    }
}
