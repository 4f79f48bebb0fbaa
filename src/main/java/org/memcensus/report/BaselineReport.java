package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.memcensus.model.BaselineFile;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.LineSketch;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;

/** Writes a baseline: sorted, and for the same state the same bytes. */
public final class BaselineReport {
    private static final String SCHEMA = "memcensus/baseline/1";

    /**
     * Writes a baseline and flushes.
     *
     * @throws IOException if {@code out} fails
     */
    public void write(BaselineFile baseline, Writer out) throws IOException {
        TreeState state = baseline.state();
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("policy", baseline.policy());
            if (state.commit() != null) {
                json.writeStringField("commit", state.commit());
            }
            json.writeObjectFieldStart("annotations");
            for (Map.Entry<String, String> each : new TreeMap<>(state.annotations()).entrySet()) {
                json.writeStringField(JsonStyle.whole(each.getKey()), each.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("unread");
            for (String path : new TreeSet<>(state.unread())) {
                json.writeString(JsonStyle.whole(path));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("modules");
            for (TreeState.Module module : state.modules().stream()
                    .sorted(Comparator.comparing(TreeState.Module::id))
                    .toList()) {
                module(json, module);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void module(JsonGenerator json, TreeState.Module module) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", JsonStyle.whole(module.id()));
        json.writeStringField("kind", module.kind().label());
        json.writeStringField("role", module.role().label());
        json.writeNumberField("code", module.code());
        json.writeArrayFieldStart("escapeHatches");
        for (EscapeHatch hatch : module.hatches()) {
            json.writeStartObject();
            json.writeStringField("kind", hatch.kind());
            json.writeNumberField("count", hatch.count());
            json.writeStringField("path", JsonStyle.whole(hatch.path()));
            json.writeNumberField("line", hatch.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (UnsafeFile file : module.files().stream()
                .sorted(Comparator.comparing(UnsafeFile::path))
                .toList()) {
            json.writeStartObject();
            json.writeStringField("path", JsonStyle.whole(file.path()));
            json.writeStringField("role", file.role().label());
            json.writeNumberField("lines", file.lines());
            if (file.blob() != null) {
                json.writeStringField("blob", file.blob());
            }
            if (file.sketch() != null) {
                json.writeStringField("sketch", sketch(file.sketch()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String sketch(LineSketch sketch) {
        StringBuilder text = new StringBuilder().append(sketch.shift()).append(':');
        for (int i = 0; i < sketch.size(); i++) {
            text.append(String.format(Locale.ROOT, "%08x", sketch.hash(i)));
        }
        return text.toString();
    }
}
