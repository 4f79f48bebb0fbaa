package org.memcensus.cli;

/** When escape codes for colour are used: the values of {@code --color}. */
enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set (https://no-color.org). */
    AUTO,
    /** Always, also in a file. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** Whether standard output is to be coloured. */
    boolean colors(Surroundings surroundings) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                surroundings.terminal().out()
                        && surroundings
                                .environment()
                                .getOrDefault("NO_COLOR", "")
                                .isEmpty();
        };
    }
}
