package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Role;
import org.memcensus.model.Scope;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.NewCode;
import org.memcensus.model.Timeline.Point;
import org.memcensus.model.Timeline.Use;

/** The history for programs: {@code memcensus/history/1}, whose schema is {@code /schema/history-1.schema.json}. */
final class TimelineJson implements TimelineReport {
    private static final String SCHEMA = "memcensus/history/1";

    @Override
    public void write(Timeline timeline, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            JsonFields.head(json, SCHEMA, run);
            JsonReport.repository(json, timeline.repository());
            json.writeObjectFieldStart("policy");
            JsonFields.text(json, "name", timeline.policyName());
            JsonFields.text(json, "version", timeline.policyVersion());
            json.writeEndObject();
            json.writeStringField("newCodeMeans", TimelineWords.LEGEND);
            summary(json, timeline);
            JsonArrays.objects(json, "points", timeline.points(), point -> point(json, point));
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void summary(JsonGenerator json, Timeline timeline) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeObjectFieldStart("scopes");
        for (Scope scope : Scope.values()) {
            json.writeObjectFieldStart(scope.label());
            JsonFields.share(
                    json, "firstUnsafeShare", timeline.first().totals(scope).unsafeShare());
            JsonFields.share(
                    json, "lastUnsafeShare", timeline.last().totals(scope).unsafeShare());
            newCode(json, timeline.points().size() == 1 ? null : timeline.newCode(scope));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void point(JsonGenerator json, Point point) throws IOException {
        JsonFields.text(json, "commit", point.commit());
        json.writeStringField("committed", Instant.ofEpochSecond(point.time()).toString());
        json.writeObjectFieldStart("scopes");
        Map<Scope, NewCode> added = point.newCode();
        for (Scope scope : Scope.values()) {
            json.writeObjectFieldStart(scope.label());
            JsonReport.totals(json, point.totals(scope));
            newCode(json, added == null ? null : added.getOrDefault(scope, NewCode.NONE));
            json.writeEndObject();
        }
        json.writeEndObject();
        JsonArrays.objects(json, "languages", point.languages(), use -> language(json, use));
        JsonReport.coverage(json, point.coverage());
    }

    private static void newCode(JsonGenerator json, @Nullable NewCode added) throws IOException {
        if (added == null) {
            json.writeNullField("newCode");
            return;
        }
        json.writeObjectFieldStart("newCode");
        json.writeNumberField("code", added.code());
        json.writeNumberField("unsafeCode", added.unsafeCode());
        json.writeNumberField("safeCode", added.safeCode());
        json.writeNumberField("undeterminedCode", added.undeterminedCode());
        JsonFields.share(json, "unsafeShare", added.unsafeShare());
        json.writeEndObject();
    }

    private static void language(JsonGenerator json, Use use) throws IOException {
        JsonFields.text(json, "name", use.name());
        json.writeStringField("safety", use.safety().label());
        json.writeNumberField("code", use.code(Scope.ALL));
        json.writeObjectFieldStart("roles");
        for (Role role : Role.values()) {
            Long code = use.roles().get(role);
            if (code != null) {
                json.writeNumberField(role.label(), code);
            }
        }
        json.writeEndObject();
    }
}
