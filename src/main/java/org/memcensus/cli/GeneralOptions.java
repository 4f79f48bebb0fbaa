package org.memcensus.cli;

import picocli.CommandLine.Option;

/** Options of every command. */
final class GeneralOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no notes; errors are still shown.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "List everything, say what is being done, and show the trace behind an error.")
    boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            description = "Colours (default: auto, on a terminal without NO_COLOR).")
    ColorMode color = ColorMode.AUTO;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;
}
