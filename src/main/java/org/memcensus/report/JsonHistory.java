package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CensusHistory;
import org.memcensus.model.Comparison;
import org.memcensus.model.FileHistory;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.PastChanges;

/** The parts of the report in JSON that tell of the past: changes, fixes, and another commit beside this one. */
final class JsonHistory {
    private JsonHistory() {}

    static void census(JsonGenerator json, @Nullable CensusHistory history) throws IOException {
        if (history == null) {
            return;
        }
        PastChanges.Span span = history.span();
        json.writeObjectFieldStart("history");
        json.writeNumberField("commits", span.commits());
        json.writeNumberField("fixes", span.fixes());
        json.writeStringField("since", HistoryText.date(span.since()));
        json.writeStringField("until", HistoryText.date(span.until()));
        json.writeNumberField("maxYears", span.bounds().years());
        json.writeNumberField("maxCommits", span.bounds().commits());
        json.writeStringField("end", span.end().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("unread", span.unread());
        JsonFields.decimal(json, "weight", history.weight(), JsonFields.SHARE_DECIMALS);
        JsonFields.decimal(json, "asked", history.asked(), JsonFields.SHARE_DECIMALS);
        json.writeEndObject();
    }

    static void module(JsonGenerator json, @Nullable ModuleHistory history) throws IOException {
        if (history == null) {
            return;
        }
        FileHistory changes = history.changes();
        json.writeObjectFieldStart("history");
        json.writeNumberField("commits", changes.commits());
        json.writeNumberField("recentCommits", changes.recent());
        json.writeNumberField("fixes", changes.fixes());
        if (changes.commits() > 0) {
            json.writeStringField("first", HistoryText.date(changes.first()));
            json.writeStringField("last", HistoryText.date(changes.last()));
        }
        json.writeObjectFieldStart("without");
        JsonFields.decimal(json, "priority", history.priority(), JsonFields.SCORE_DECIMALS);
        json.writeNumberField("rank", history.rank());
        JsonFields.decimal(json, "risk", history.risk(), JsonFields.SCORE_DECIMALS);
        json.writeEndObject();
        json.writeEndObject();
    }

    static void comparison(JsonGenerator json, @Nullable Comparison comparison) throws IOException {
        if (comparison == null) {
            return;
        }
        json.writeObjectFieldStart("comparison");
        JsonFields.text(json, "revision", comparison.revision());
        JsonFields.text(json, "commit", comparison.commit());
        json.writeArrayFieldStart("modules");
        for (Comparison.Shift shift : comparison.shifts()) {
            json.writeStartObject();
            JsonFields.text(json, "id", shift.id());
            JsonFields.text(json, "name", shift.name());
            place(json, "before", shift.rankBefore(), shift.priorityBefore());
            place(json, "now", shift.rank(), shift.priority());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Rank and priority at one commit; null where the module is not ranked there. */
    private static void place(JsonGenerator json, String field, int rank, double priority) throws IOException {
        if (rank == 0) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeNumberField("rank", rank);
        JsonFields.decimal(json, "priority", priority, JsonFields.SCORE_DECIMALS);
        json.writeEndObject();
    }
}
