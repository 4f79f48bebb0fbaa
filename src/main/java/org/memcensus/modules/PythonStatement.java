package org.memcensus.modules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a build script.
 *
 * @param kind what it does
 * @param column how deep it is indented
 * @param names variables that it sets; for a loop those it runs over
 * @param value what it evaluates, or null for the head of a definition
 * @param line its line, from 1
 */
record PythonStatement(
        Kind kind, int column, List<String> names, @Nullable PythonExpression value, int line) {
    PythonStatement {
        names = List.copyOf(names);
    }

    /** What a line does. */
    enum Kind {
        /** Sets variables, or none. */
        SET,
        /** Adds to a variable. */
        ADD,
        /** Begins a loop over a list. */
        LOOP,
        /** Imports a module, its name. */
        IMPORT,
        /** Begins another branch of a condition. */
        BRANCH,
        /** Begins a function. */
        FUNCTION
    }
}
