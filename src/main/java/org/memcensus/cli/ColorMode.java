package org.memcensus.cli;

import java.util.Locale;

/** When escape codes for colour are used: the values of {@code --color}. */
enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set (https://no-color.org). */
    AUTO,
    /** Always, also in a file. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** The word after {@code --color}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

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
