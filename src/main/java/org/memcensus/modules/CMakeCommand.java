package org.memcensus.modules;

import java.util.List;

/**
 * A command of a CMake file, not yet expanded.
 *
 * @param name its name, lower case
 * @param arguments what stands between its parentheses
 * @param line line on which it starts, from 1
 */
record CMakeCommand(String name, List<Argument> arguments, int line) {
    CMakeCommand {
        arguments = List.copyOf(arguments);
    }

    /** Whether an argument refers to a variable. */
    boolean refersTo(String variable) {
        String reference = "${" + variable + "}";
        return arguments.stream().anyMatch(argument -> argument.text().contains(reference));
    }

    /**
     * An argument as written.
     *
     * @param text its text, without quotes or brackets
     * @param quoted whether it stays one whatever it expands to
     * @param literal whether nothing in it is expanded
     */
    record Argument(String text, boolean quoted, boolean literal) {}
}
