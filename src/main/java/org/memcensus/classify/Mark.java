package org.memcensus.classify;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of a content rule. Looks for a plain text that each match must hold before it tries the regular expression. */
final class Mark {
    private static final String OPERATORS = "\\[](){}.*+?^$|";
    private final String expression;
    private final String literal;
    private final boolean plain;

    /** Compiled when first needed; compiling it twice does no harm. */
    private volatile @Nullable Pattern pattern;

    Mark(String expression) {
        this.expression = expression;
        this.plain = expression.chars().noneMatch(c -> OPERATORS.indexOf(c) >= 0);
        this.literal = plain ? expression : literalOf(expression);
    }

    /** Whether it is found in a text. */
    boolean found(String text) {
        if (!literal.isEmpty() && !text.contains(literal)) {
            return false;
        }
        if (plain) {
            return true;
        }
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(expression, Pattern.MULTILINE);
            pattern = compiled;
        }
        return compiled.matcher(text).find();
    }

    @Override
    public String toString() {
        return expression;
    }

    /** The longest text that every match of an expression must hold; empty where that is not plain to see. */
    static String literalOf(String expression) {
        if (expression.startsWith("(?i)")) {
            return "";
        }
        String best = "";
        StringBuilder run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean literal = OPERATORS.indexOf(c) < 0;
            if (c == '\\') {
                i++;
                c = expression.charAt(i);
                literal = !Character.isLetterOrDigit(c);
            } else if (c == '[') {
                i = endOfClass(expression, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == '|' && depth == 0) {
                return "";
            } else if (c == '{') {
                i = expression.indexOf('}', i);
            }
            if (literal && depth == 0) {
                char next = i + 1 < expression.length() ? expression.charAt(i + 1) : ' ';
                if (next != '?' && next != '*' && next != '{') {
                    run.append(c);
                    continue;
                }
            }
            best = run.length() > best.length() ? run.toString() : best;
            run.setLength(0);
        }
        best = run.length() > best.length() ? run.toString() : best;
        return best.length() < 2 ? "" : best;
    }

    private static int endOfClass(String expression, int open) {
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
}
