package org.memcensus.classify;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of a content rule. Looks for plain texts of which each match must hold one before it tries the regular expression. */
final class Mark {
    private static final String OPERATORS = "\\[](){}.*+?^$|";
    private final String expression;

    /** Made when first needed; making it twice does no harm. */
    private volatile @Nullable Ready ready;

    Mark(String expression) {
        this.expression = expression;
    }

    /** Whether it is found in a text. */
    boolean found(String text) {
        Ready mark = ready;
        if (mark == null) {
            mark = new Ready(expression);
            ready = mark;
        }
        return mark.found(text);
    }

    /** A mark that is ready for use. */
    private static final class Ready {
        private final List<String> literals;
        private final @Nullable Pattern pattern;

        Ready(String expression) {
            boolean plain = true;
            for (int i = 0; i < expression.length(); i++) {
                plain &= OPERATORS.indexOf(expression.charAt(i)) < 0;
            }
            literals = plain ? List.of(expression) : Literals.of(expression);
            pattern = plain ? null : Pattern.compile(expression, Pattern.MULTILINE);
        }

        boolean found(String text) {
            return mayHold(text) && (pattern == null || pattern.matcher(text).find());
        }

        private boolean mayHold(String text) {
            for (String literal : literals) {
                if (text.contains(literal)) {
                    return true;
                }
            }
            return literals.isEmpty();
        }
    }

    @Override
    public String toString() {
        return expression;
    }
}
