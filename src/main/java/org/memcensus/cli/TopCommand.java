package org.memcensus.cli;

import picocli.CommandLine;

/** The program's name before a command: its options, and the help that lists the commands. */
@CommandLine.Command(
        name = "memcensus",
        addMethodSubcommands = false,
        header = "A source-code language census for memory safety.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus COMMAND [OPTIONS] [TARGET]",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus scan                     the repository you stand in",
            "  memcensus scan --rev v1.2 -f json  a commit, for another program",
            "  memcensus explain lib/url.c        why a file counts as it does",
            "  memcensus history --since 2020     the unsafe share over time",
            "  memcensus batch list.csv --db x.sqlite  many repositories",
            "  memcensus list languages           which languages are memory-safe",
            "",
            "Help for a command: memcensus scan --help",
            "Exit codes: 0 done, 1 bug in memcensus, 2 wrong usage or input, 3 something",
            "could not be read, 4 gate failed."
        })
final class TopCommand {
    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;
}
