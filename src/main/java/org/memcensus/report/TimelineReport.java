package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Timeline;

/** Writes a history in one form. Same history, same bytes. */
@FunctionalInterface
public interface TimelineReport {
    /**
     * Writes a history and flushes.
     *
     * @throws IOException if {@code out} fails
     */
    void write(Timeline timeline, RunInfo run, Writer out) throws IOException;
}
