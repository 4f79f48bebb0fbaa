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
            description = "Say what is being done, and show the trace behind an error.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
