package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Verdict;

/** Writes the verdict of a gate in one form. Same verdict, same bytes. */
@FunctionalInterface
public interface GateReport {
    /**
     * Writes a verdict and flushes.
     *
     * @throws IOException if {@code out} fails
     */
    void write(Verdict verdict, RunInfo run, Writer out) throws IOException;
}
