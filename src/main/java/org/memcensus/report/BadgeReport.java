package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalDouble;
import org.memcensus.model.Census;

/**
 * The report for a badge: the unsafe share, as the endpoint of shields.io takes it (https://shields.io/badges/endpoint-badge).
 */
final class BadgeReport implements Report {
    private static final double LITTLE = 0.1;
    private static final double HALF = 0.5;

    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        OptionalDouble share = census.totals(run.scope()).unsafeShare();
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("label", "memory-unsafe code");
            json.writeStringField("message", share.isPresent() ? Numbers.percent(share) : "no code");
            json.writeStringField("color", share.isPresent() ? color(share.getAsDouble()) : "lightgrey");
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static String color(double share) {
        if (share == 0) {
            return "brightgreen";
        }
        return share < LITTLE ? "yellow" : share < HALF ? "orange" : "red";
    }
}
