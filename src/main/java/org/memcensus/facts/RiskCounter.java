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

    private final int[] counts = new int[RiskFeature.values().length];
    private byte[] b = {};
    private int limit;
    private boolean lengthSeen;
    private boolean comparisonOpen;
    private boolean arithmeticOpen;
    private boolean lengthBefore;
    private boolean operandBefore;
    private boolean starBefore;
    private boolean unsignedBefore;
    private boolean pointerBefore;

    void begin(byte[] bytes, int length) {
        b = bytes;
        limit = length;
        Arrays.fill(counts, 0);
        boundary();
        operandBefore = false;
        starBefore = false;
        unsignedBefore = false;
    }

    List<Integer> counts() {
        List<Integer> list = new ArrayList<>(counts.length);
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }

    /**
     * A name at {@code [start, end)}.
     *
     * @param kind its bits of {@link RiskWords}
     * @param call whether an opening parenthesis follows
     * @param behind index of the next byte that is not a space
     */
    void name(int start, int end, int kind, boolean call, int behind) {
        if (call) {
            called(kind, behind);
        }
        boolean plainChar = unsignedBefore && end - start == 4 && b[start] == 'c' && b[start + 1] == 'h';
        if ((kind & RiskWords.BYTE) != 0 || plainChar) {
            count(RiskFeature.BYTE_TYPE);
        }
        unsignedBefore = end - start == 8 && b[start] == 'u' && b[start + 1] == 'n' && b[start + 7] == 'd';
        boolean isLength = (kind & RiskWords.LENGTH) != 0;
        if (isLength) {
            if (comparisonOpen) {
                count(RiskFeature.LENGTH_COMPARISON);
                comparisonOpen = false;
            }
            if (arithmeticOpen) {
                count(RiskFeature.LENGTH_ARITHMETIC);
            }
            lengthSeen = true;
        }
        pointerBefore = (kind & RiskWords.POINTER) != 0;
        if (starBefore && behind + 1 < limit && b[behind] == '+' && b[behind + 1] == '+') {
            count(RiskFeature.POINTER_STEP);
        }
        arithmeticOpen = false;
        lengthBefore = isLength;
        operandBefore = true;
        starBefore = false;
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

    void number() {
        arithmeticOpen = false;
        lengthBefore = false;
        operandBefore = true;
        starBefore = false;
        pointerBefore = false;
    }

    void literal() {
        number();
    }

    /** An operator or bracket at {@code i}; gives the index behind it. */
    int operator(int i, int end) {
        byte c = b[i];
        byte next = i + 1 < end ? b[i + 1] : (byte) ' ';
        switch (c) {
            case ';', '{', '}', ',', '?' -> boundary();
            case '&', '|' -> {
                if (next == c) {
                    boundary();
                    return i + 2;
                }
                operandBefore = false;
            }
            case '<', '>' -> {
                if (next == c) {
                    operandBefore = false;
                    return i + 2;
                }
                comparison();
            }
            case '-' -> {
                if (next == '>') {
                    count(RiskFeature.POINTER_MEMBER);
                    arithmeticOpen = false;
                    return i + 2;
                }
                return step(i, c, next);
            }
            case '+' -> {
                return step(i, c, next);
            }
            case '*' -> {
                if (operandBefore) {
                    arithmetic();
                }
                starBefore = true;
                operandBefore = false;
            }
            case '[' -> {
                index(i, end);
                operandBefore = false;
                lengthBefore = false;
            }
            case ')', ']' -> {
                operandBefore = true;
                starBefore = false;
            }
            case '(' -> {
                operandBefore = false;
                starBefore = false;
            }
            case '=' -> {
                if (next != '=') {
                    boundary();
                }
                operandBefore = false;
                return next == '=' ? i + 2 : i + 1;
            }
            case '.' -> arithmeticOpen = false;
            default -> operandBefore = false;
        }
        return i + 1;
    }

    private int step(int i, byte c, byte next) {
        if (next == c) {
            return i + 2;
        }
        if (next == '=') {
            if (pointerBefore) {
                count(RiskFeature.POINTER_STEP);
            } else if (lengthBefore) {
                count(RiskFeature.LENGTH_ARITHMETIC);
            }
            boundary();
            operandBefore = false;
            return i + 2;
        }
        if (operandBefore) {
            arithmetic();
        }
        operandBefore = false;
        return i + 1;
    }

    private void arithmetic() {
        if (lengthBefore) {
            count(RiskFeature.LENGTH_ARITHMETIC);
        } else {
            arithmeticOpen = true;
        }
        lengthBefore = false;
    }

    private void comparison() {
        if (lengthSeen) {
            count(RiskFeature.LENGTH_COMPARISON);
            lengthSeen = false;
        } else {
            comparisonOpen = true;
        }
        operandBefore = false;
        arithmeticOpen = false;
    }

    private void index(int i, int end) {
        int j = i + 1;
        while (j < end && b[j] == ' ') {
            j++;
        }
        if (operandBefore && j < end && !(b[j] >= '0' && b[j] <= '9') && b[j] != ']') {
            count(RiskFeature.VARIABLE_INDEX);
        }
    }

    private void boundary() {
        lengthSeen = false;
        comparisonOpen = false;
        arithmeticOpen = false;
        lengthBefore = false;
        operandBefore = false;
        starBefore = false;
        pointerBefore = false;
    }

    private void count(RiskFeature feature) {
        counts[feature.ordinal()]++;
    }
}
