package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Census;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;

/** The ranked modules as GitLab's Code Quality report: exposed ones are major, the others minor. */
final class GitLabReport implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartArray();
            for (ModuleCensus module : census.ranked()) {
                Evidence place = RankedResults.places(module).get(0);
                CodeQuality.entry(
                        json,
                        RankedResults.RULE,
                        RankedResults.message(module, run),
                        RankedResults.isExposed(module) ? "major" : "minor",
                        RankedResults.fingerprint(module),
                        RankedResults.fromRoot(census, place.path()),
                        place.line());
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
        out.flush();
    }
}
