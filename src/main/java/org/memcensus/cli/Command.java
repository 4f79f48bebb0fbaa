package org.memcensus.cli;

import java.io.IOException;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;

/** A command with its options, ready to run. */
interface Command {
    /**
     * Does what the user asked for.
     *
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong
     * @throws IOException if results cannot be written to standard output
     */
    ExitCode run() throws SourceException, UsageException, IOException;

    /** Whether the user wants to see more than one line of what goes wrong. */
    boolean verbose();
}
