package org.memcensus.modules;

/**
 * A logical line of a make file, not yet expanded.
 *
 * @param kind what it is
 * @param left name of the variable, targets of the rule, or "" where there is nothing on the left
 * @param operator of an assignment ({@code =}, {@code :=}, {@code +=}, {@code ?=}), else ""
 * @param right value, prerequisites, included files or text of the recipe
 * @param line line on which it starts, from 1
 */
record MakeLine(Kind kind, String left, String operator, String right, int line) {
    /** What a line is. */
    enum Kind {
        ASSIGNMENT,
        RULE,
        RECIPE,
        INCLUDE,
        /** Begins a condition. */
        IF,
        /** Ends a condition. */
        ENDIF,
        /** Names the directories of sources: {@code vpath %.c src}. */
        VPATH
    }
}
