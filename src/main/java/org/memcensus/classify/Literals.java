package org.memcensus.classify;

import java.util.ArrayList;
import java.util.List;

/** Finds what plain text every match of a regular expression must hold, so that it can be looked for first. */
final class Literals {
    private static final String OPERATORS = "\\[](){}.*+?^$|";

    /** A shorter text stands in too many files to spare the expression. */
    private static final int SHORTEST = 2;

    private final String expression;

    private Literals(String expression) {
        this.expression = expression;
    }

    /**
     * The texts of which every match holds at least one: a single text where the expression has one in all its matches, else
     * the alternatives of a group.
     *
     * @return the texts; empty where none are plain to see
     */
    static List<String> of(String expression) {
        if (expression.contains("(?")) {
            return List.of();
        }
        return new Literals(expression).alternatives(0, expression.length());
    }

    /** The best texts of the part of the expression from {@code from} up to {@code to}. */
    private List<String> find(int from, int to) {
        List<String> best = List.of();
        StringBuilder run = new StringBuilder();
        int i = from;
        while (i < to) {
            char c = expression.charAt(i);
            int next;
            List<String> group = List.of();
            boolean literal = OPERATORS.indexOf(c) < 0;
            if (c == '|') {
                return List.of();
            } else if (c == '(') {
                next = closing(i) + 1;
                group = alternatives(i + 1, next - 1);
            } else if (c == '[') {
                next = endOfClass(i) + 1;
            } else if (c == '{') {
                next = expression.indexOf('}', i) + 1;
            } else if (c == '\\') {
                c = expression.charAt(i + 1);
                literal = !Character.isLetterOrDigit(c);
                next = i + 2;
            } else {
                next = i + 1;
            }
            boolean optional = next < to && "?*{".indexOf(expression.charAt(next)) >= 0;
            if (literal && !optional) {
                run.append(c);
            } else {
                best = better(best, List.of(run.toString()));
                run.setLength(0);
                best = optional ? best : better(best, group);
            }
            if (next < to && expression.charAt(next) == '+') {
                best = better(best, List.of(run.toString()));
                run.setLength(0);
            }
            i = next;
        }
        return better(best, List.of(run.toString()));
    }

    /** The texts of all alternatives of a group; empty if one of them has none. */
    private List<String> alternatives(int from, int to) {
        List<String> all = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; ) {
            if (i == to || expression.charAt(i) == '|') {
                List<String> one = find(start, i);
                if (one.isEmpty()) {
                    return List.of();
                }
                all.addAll(one);
                start = i + 1;
                i++;
            } else {
                i = behind(i);
            }
        }
        return all;
    }

    private int behind(int i) {
        return switch (expression.charAt(i)) {
            case '\\' -> i + 2;
            case '[' -> endOfClass(i) + 1;
            case '(' -> closing(i) + 1;
            default -> i + 1;
        };
    }

    private int closing(int open) {
        int i = open + 1;
        while (expression.charAt(i) != ')') {
            i = behind(i);
        }
        return i;
    }

    private int endOfClass(int open) {
        int i = open + 1;
        if (expression.charAt(i) == '^') {
            i++;
        }
        // A bracket right behind the opening one is itself a member.
        i += expression.charAt(i) == '\\' ? 2 : 1;
        while (expression.charAt(i) != ']') {
            i += expression.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    /** A longer text is rarer; of lists, the one whose shortest text is longer. */
    private static List<String> better(List<String> best, List<String> other) {
        int length = shortest(other);
        return length >= SHORTEST && length > shortest(best) ? List.copyOf(other) : best;
    }

    private static int shortest(List<String> texts) {
        int shortest = texts.isEmpty() ? 0 : Integer.MAX_VALUE;
        for (String text : texts) {
            shortest = Math.min(shortest, text.length());
        }
        return shortest;
    }
}
