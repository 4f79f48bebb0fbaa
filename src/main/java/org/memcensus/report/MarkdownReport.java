package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Census;

final class MarkdownReport implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        out.flush();
    }
}
