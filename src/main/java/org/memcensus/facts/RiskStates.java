package org.memcensus.facts;

import org.memcensus.model.RiskFeature;

/**
 * The states of an expression, as bits of a number below 256, and what names and punctuation do to them. Tables hold it for
 * every state, so that a token costs a look-up; {@link RiskCounter} goes by them and counts.
 */
final class RiskStates {
    static final int LENGTH_SEEN = 1;
    static final int COMPARISON_OPEN = 2;
    static final int ARITHMETIC_OPEN = 4;
    static final int LENGTH_BEFORE = 8;
    static final int OPERAND_BEFORE = 16;
    static final int STAR_BEFORE = 32;
    static final int POINTER_BEFORE = 64;
    static final int UNSIGNED_BEFORE = 128;

    /** What outlives a name or a number: the state of the expression, as opposed to that of the last token. */
    static final int EXPRESSION = LENGTH_SEEN | COMPARISON_OPEN;

    /** A kind of byte that begins an operator of one or two bytes: the one behind it tells which. */
    static final int OPERATOR = 8;

    /** What a token of punctuation does to the state, as kinds of bytes and of operators. */
    static final int NOTHING = 0;

    static final int ENDS_EXPRESSION = 1;
    static final int CLOSES = 2;
    static final int OPENS = 3;
    static final int MEMBER = 4;
    static final int OTHER = 5;
    static final int COMPARES = 9;
    static final int ARROW = 10;
    static final int STEPS = 11;
    static final int ARITHMETIC = 12;
    static final int STAR = 13;
    static final int INDEXES = 14;
    static final int OPENS_INDEX = 15;

    private static final String OPERATORS = "&|<>-+*[=";
    static final int STATE_BITS = 8;

    /** Where the parts of an effect stand. */
    static final int SETS = 8;

    static final int NEEDS = 16;
    static final int COUNTS = 24;
    static final int COUNTED = 63;

    /** Not an effect: what the punctuation does must be worked out each time. */
    static final int DEPENDS = -1;

    static final int STATES = (1 << STATE_BITS) - 1;

    /** By kind and state: the next state, and above it what is counted, as its place in the counts. */
    static final short[] STEPS_TABLE = steps();

    /** By operator and byte behind it: its kind, and above it whether it takes both bytes. */
    static final byte[] OPERATOR_KINDS = operatorKinds();

    static final byte[] OPERATOR_NUMBERS = operatorNumbers();
    static final int TWO_BYTES = 16;

    private RiskStates() {}

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
}
