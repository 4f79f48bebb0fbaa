package org.memcensus.modules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of a build script, as far as lists of files need it. */
sealed interface PythonExpression {
    /** A string. */
    record Text(String text) implements PythonExpression {}

    /** A variable or keyword. */
    record Name(String name) implements PythonExpression {}

    /** A list, tuple or set. */
    record Items(List<PythonExpression> items) implements PythonExpression {}

    /** A dictionary: keys and values side by side. */
    record Pairs(List<PythonExpression> keys, List<PythonExpression> values) implements PythonExpression {}

    /** A function called: its arguments in order, and those with a name. */
    record Call(PythonExpression function, List<PythonExpression> arguments, List<Named> named, int line)
            implements PythonExpression {}

    /** A member of something. */
    record Member(PythonExpression base, String name) implements PythonExpression {}

    /** An element of a list or dictionary. */
    record Element(PythonExpression base, PythonExpression key) implements PythonExpression {}

    /** Two operands and {@code +}, {@code %}, {@code /} or {@code |}; {@code |} stands for "one or the other" too. */
    record Operation(char operator, PythonExpression left, PythonExpression right) implements PythonExpression {}

    /** An expression for each value of a list: a comprehension. */
    record Each(PythonExpression item, List<String> variables, PythonExpression source) implements PythonExpression {}

    /** What was not understood. */
    record Unknown() implements PythonExpression {}

    /** An argument with a name. */
    record Named(String name, PythonExpression value) {}

    /** The name of a variable or member with its dots, or null for anything else. */
    static @Nullable String dotted(PythonExpression expression) {
        StringBuilder name = new StringBuilder();
        PythonExpression part = expression;
        while (part instanceof Member member) {
            name.insert(0, "." + member.name());
            part = member.base();
            if (name.length() > 200) {
                return null;
            }
        }
        if (part instanceof Name first) {
            return first.name() + name;
        }
        return null;
    }
}
