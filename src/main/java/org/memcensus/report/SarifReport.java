package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;

/**
 * The ranked modules as SARIF 2.1.0, one result a module, with its priority as the rank of the result. Those on a network
 * boundary that perform a critical function are warnings, the others notes.
 */
final class SarifReport implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            Sarif.begin(json, run.version());
            Sarif.rule(json, RankedResults.RULE, RankedResults.TEXT, RankedResults.FULL, RankedResults.HELP, "note");
            Sarif.results(json, unread(census));
            for (ModuleCensus module : Sarif.head(census.ranked(), Sarif.MOST_RESULTS)) {
                result(json, census, module, run);
            }
            Sarif.end(json);
        }
        out.flush();
    }

    private static List<String> unread(Census census) {
        return census.coverage().incomplete()
                ? List.of(Numbers.count(census.coverage().unreadable(), "file")
                        + " could not be read, so results may be missing")
                : List.of();
    }

    private static void result(JsonGenerator json, Census census, ModuleCensus module, RunInfo run) throws IOException {
        List<Evidence> places = RankedResults.places(module);
        json.writeStartObject();
        json.writeStringField("ruleId", RankedResults.RULE);
        json.writeNumberField("ruleIndex", 0);
        json.writeStringField("level", RankedResults.isExposed(module) ? "warning" : "note");
        json.writeNumberField("rank", Numbers.rounded(module.score().priority(), 1));
        Sarif.text(json, "message", RankedResults.message(module, run));
        json.writeArrayFieldStart("locations");
        Evidence first = places.get(0);
        String where = RankedResults.fromRoot(census, first.path());
        Sarif.location(json, where, first.line(), module.module().id(), 0, "");
        json.writeEndArray();
        if (places.size() > 1) {
            json.writeArrayFieldStart("relatedLocations");
            int id = 1;
            for (Evidence item : Sarif.head(places.subList(1, places.size()), Sarif.MOST_LOCATIONS)) {
                String path = RankedResults.fromRoot(census, item.path());
                Sarif.location(json, path, item.line(), "", id++, Plain.of(Wording.says(item, run)));
            }
            json.writeEndArray();
        }
        Sarif.fingerprint(json, RankedResults.fingerprint(module));
        json.writeEndObject();
    }
}
