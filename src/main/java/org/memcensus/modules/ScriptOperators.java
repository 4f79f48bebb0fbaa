package org.memcensus.modules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What the operators of build scripts make of values, as far as these are known. */
final class ScriptOperators {
    /** Letters that a text may have. */
    static final int MAX_TEXT = 1 << 16;

    /** Items that a list may have: more than any target has files. */
    static final int MAX_ITEMS = 20_000;

    private static final ScriptValue UNKNOWN = ScriptRun.UNKNOWN;

    private final Budget budget;

    /**
     * Operators.
     *
     * @param budget what they may cost
     */
    ScriptOperators(Budget budget) {
        this.budget = budget;
    }

    /**
     * What an operator between two values gives.
     *
     * @param sign how it is written
     */
    ScriptValue operate(String sign, ScriptValue left, ScriptValue right) {
        return switch (sign) {
            case "+" -> plus(left, right);
            case "==" -> equal(left, right, true);
            case "!=" -> equal(left, right, false);
            case "and", "&&" -> both(left, right, false);
            case "or", "||" -> both(left, right, true);
            case "-" -> left;
            case "%" -> format(left, right);
            default -> UNKNOWN;
        };
    }

    private ScriptValue plus(ScriptValue left, ScriptValue right) {
        if (left instanceof ScriptValue.Items || right instanceof ScriptValue.Items) {
            ScriptValue.Items sum = new ScriptValue.Items();
            append(sum, left);
            append(sum, right);
            return sum;
        }
        // What is known of a name is enough to call it by.
        return left instanceof ScriptValue.Unknown && right instanceof ScriptValue.Text text
                ? text.unsure()
                : added(copy(left), right, true);
    }

    /** Lists are values in Meson and GN: who changes one changes no other. */
    ScriptValue copy(ScriptValue value) {
        if (value instanceof ScriptValue.Items items
                && budget.spend(items.items().size())) {
            return new ScriptValue.Items(new ArrayList<>(items.items()));
        }
        return value instanceof ScriptValue.Table table
                        && budget.spend(table.entries().size())
                ? new ScriptValue.Table(new LinkedHashMap<>(table.entries()))
                : value;
    }

    /**
     * Two values as one.
     *
     * @param joins whether strings are joined; else the first one stays: that of the first branch
     */
    ScriptValue added(ScriptValue left, ScriptValue right, boolean joins) {
        if (left instanceof ScriptValue.Items items) {
            // Branch by branch, a list grows in place: what shares it was copied from it.
            append(items, right);
            return items;
        }
        if (left instanceof ScriptValue.Table one && right instanceof ScriptValue.Table other) {
            if (budget.spend(other.entries().size())) {
                one.entries().putAll(other.entries());
            }
            return one;
        }
        if (left instanceof ScriptValue.Text text && right instanceof ScriptValue.Text more) {
            boolean fits = joins && text.text().length() + more.text().length() < MAX_TEXT;
            ScriptValue.Text sum = fits ? text.with(text.text() + more.text()) : text;
            return more.sure() ? sum : sum.unsure();
        }
        if (left instanceof ScriptValue.Text text) {
            return text.unsure();
        }
        return left instanceof ScriptValue.Unknown && !joins ? copy(right) : left;
    }

    /** Puts a value, or the items of a list, behind a list. */
    void append(ScriptValue.Items items, ScriptValue more) {
        List<ScriptValue> added = more instanceof ScriptValue.Items list ? list.items() : List.of(more);
        if (items.items().size() + added.size() <= MAX_ITEMS && budget.spend(added.size() + 1)) {
            items.items().addAll(List.copyOf(added));
        }
    }

    /** An item of a list by its number, or of a dictionary by its key. */
    static ScriptValue item(ScriptValue object, ScriptValue index) {
        if (!(index instanceof ScriptValue.Text key)) {
            return UNKNOWN;
        }
        if (object instanceof ScriptValue.Table table) {
            return table.entries().getOrDefault(key.text(), UNKNOWN);
        }
        boolean number = !key.text().isEmpty()
                && key.text().length() < 6
                && key.text().chars().allMatch(c -> c >= '0' && c <= '9');
        if (object instanceof ScriptValue.Items items && number) {
            int place = Integer.parseInt(key.text());
            return place < items.items().size() ? items.items().get(place) : UNKNOWN;
        }
        return UNKNOWN;
    }

    private static ScriptValue equal(ScriptValue left, ScriptValue right, boolean answer) {
        if (left instanceof ScriptValue.Text one
                && right instanceof ScriptValue.Text other
                && one.sure()
                && other.sure()) {
            return ScriptValue.Text.of(one.text().equals(other.text()) == answer);
        }
        return UNKNOWN;
    }

    /** Two answers as one: where one of them decides, the other need not be known. */
    private static ScriptValue both(ScriptValue left, ScriptValue right, boolean decides) {
        boolean one = left instanceof ScriptValue.Text first && first.answers(decides);
        boolean other = right instanceof ScriptValue.Text second && second.answers(decides);
        if (one || other) {
            return ScriptValue.Text.of(decides);
        }
        boolean known = left instanceof ScriptValue.Text first
                && first.answers(!decides)
                && right instanceof ScriptValue.Text second
                && second.answers(!decides);
        return known ? ScriptValue.Text.of(!decides) : UNKNOWN;
    }

    /** Python's {@code '%s.c' % name}. */
    private static ScriptValue format(ScriptValue left, ScriptValue right) {
        if (left instanceof ScriptValue.Text text && right instanceof ScriptValue.Text value) {
            int mark = text.text().indexOf("%s");
            boolean fits = text.text().length() + value.text().length() < MAX_TEXT;
            if (fits && mark >= 0 && text.text().indexOf('%', mark + 1) < 0) {
                return text.with(text.text().substring(0, mark)
                        + value.text()
                        + text.text().substring(mark + 2));
            }
        }
        return UNKNOWN;
    }
}
