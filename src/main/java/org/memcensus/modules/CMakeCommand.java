package org.memcensus.modules;

import java.util.List;

/** A command of a CMake file, not yet expanded: what a loop would ask of it again and again is worked out once. */
final class CMakeCommand {
    private final String name;
    private final List<Argument> arguments;
    private final int line;
    private final boolean known;
    private final boolean declares;
    private final boolean namesMakeFile;

    /**
     * A command as it was read.
     *
     * @param name its name, lower case
     * @param arguments what stands between its parentheses
     * @param line line on which it starts, from 1
     */
    CMakeCommand(String name, List<Argument> arguments, int line) {
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.line = line;
        known = CMakeWords.KNOWN.contains(name);
        declares = CMakeWords.declares(name);
        namesMakeFile = arguments.stream().anyMatch(argument -> MakeLists.named(argument.text()));
    }

    String name() {
        return name;
    }

    List<Argument> arguments() {
        return arguments;
    }

    int line() {
        return line;
    }

    /** Whether it is one that is followed. */
    boolean known() {
        return known;
    }

    /** Whether it declares a target. */
    boolean declares() {
        return declares;
    }

    /** Whether an argument, as written, is the name of a make file: to expand all others for it would cost much. */
    boolean namesMakeFile() {
        return namesMakeFile;
    }

    /** Whether an argument refers to a variable. */
    boolean refersTo(String variable) {
        String reference = null;
        for (Argument argument : arguments) {
            if (argument.refers()) {
                reference = reference == null ? "${" + variable + "}" : reference;
                if (argument.text().contains(reference)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * An argument as written.
     *
     * @param text its text, without quotes or brackets
     * @param quoted whether it stays one whatever it expands to
     * @param refers whether something in it is to be expanded
     */
    record Argument(String text, boolean quoted, boolean refers) {
        /** An argument in quotes or without, in which references to variables are expanded. */
        static Argument of(String text, boolean quoted) {
            return new Argument(text, quoted, text.contains("${"));
        }

        /** An argument in brackets: nothing in it is expanded. */
        static Argument literal(String text) {
            return new Argument(text, true, false);
        }
    }
}
