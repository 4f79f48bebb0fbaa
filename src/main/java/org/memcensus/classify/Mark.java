package org.memcensus.classify;

import java.util.List;
import java.util.Locale;
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

    /** Whether it is found in what is to be seen. */
    boolean found(Sight sight) {
        Ready mark = ready;
        if (mark == null) {
            mark = new Ready(expression);
            ready = mark;
        }
        return mark.found(sight);
    }

    /** A mark that is ready for use. */
    private static final class Ready {
        private static final String ANY_CASE = "(?i)";
        private final boolean anyCase;
        private final List<String> literals;
        private final @Nullable Pattern pattern;

        Ready(String expression) {
            anyCase = expression.startsWith(ANY_CASE);
            String plain = anyCase ? expression.substring(ANY_CASE.length()) : expression;
            boolean literal = true;
            for (int i = 0; i < plain.length(); i++) {
                literal &= OPERATORS.indexOf(plain.charAt(i)) < 0;
            }
            List<String> found = literal ? List.of(plain) : Literals.of(plain);
            literals = anyCase
                    ? found.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList()
                    : found;
            int flags = Pattern.MULTILINE | (anyCase ? Pattern.CASE_INSENSITIVE : 0);
            pattern = literal && !anyCase ? null : Pattern.compile(plain, flags);
        }

        boolean found(Sight sight) {
            return mayHold(anyCase ? sight.lower() : sight.text())
                    && matches(sight.text())
                    && (!sight.inCode() || matches(sight.code()));
        }

        private boolean matches(String text) {
            return pattern == null ? mayHold(text) : pattern.matcher(text).find();
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
