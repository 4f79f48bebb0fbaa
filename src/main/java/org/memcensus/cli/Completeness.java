package org.memcensus.cli;

import org.memcensus.model.Coverage;

/** What a census that is not whole means for the exit code, whether it was scanned just now or stored before. */
final class Completeness {
    private Completeness() {}

    /** Says on standard error that something could not be read, where that is so. */
    static ExitCode of(Coverage coverage, Surroundings surroundings) {
        if (!coverage.incomplete()) {
            return ExitCode.OK;
        }
        long unread = coverage.unreadable();
        surroundings
                .err()
                .println("memcensus: " + unread + (unread == 1 ? " file" : " files")
                        + " could not be read, so the census is incomplete; the report's coverage names "
                        + (unread == 1 ? "it" : "them"));
        return ExitCode.INCOMPLETE;
    }
}
