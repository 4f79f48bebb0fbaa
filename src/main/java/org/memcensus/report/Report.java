package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Census;

/** Writes a census in one format. The same census and the same {@link RunInfo} give the same characters. */
@FunctionalInterface
public interface Report {
    /**
     * Writes a whole report and flushes. Lines end with a line feed; the writer stays open.
     *
     * @param census what to report
     * @param run how to show it
     * @param out where to; best one that writes UTF-8
     * @throws IOException if {@code out} fails
     */
    void write(Census census, RunInfo run, Writer out) throws IOException;
}
