package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.memcensus.model.BaselineFile;
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
            JsonArrays.texts(json, "unread", new TreeSet<>(state.unread()));
            TreeSet<String> targets = new TreeSet<>();
            state.targets().forEach(target -> targets.add(target.id()));
            JsonArrays.texts(json, "targets", targets);
            List<TreeState.Module> modules = state.modules().stream()
                    .sorted(Comparator.comparing(TreeState.Module::id))
                    .toList();
            JsonArrays.objects(json, "modules", modules, module -> module(json, module));
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void module(JsonGenerator json, TreeState.Module module) throws IOException {
        json.writeStringField("id", JsonStyle.whole(module.id()));
        json.writeStringField("kind", module.kind().label());
        json.writeStringField("role", module.role().label());
        json.writeNumberField("code", module.code());
        JsonArrays.objects(json, "escapeHatches", module.hatches(), hatch -> {
            json.writeStringField("kind", hatch.kind());
            json.writeNumberField("count", hatch.count());
            json.writeStringField("path", JsonStyle.whole(hatch.path()));
            json.writeNumberField("line", hatch.line());
        });
        List<UnsafeFile> files = module.files().stream()
                .sorted(Comparator.comparing(UnsafeFile::path))
                .toList();
        JsonArrays.objects(json, "files", files, file -> {
            json.writeStringField("path", JsonStyle.whole(file.path()));
            json.writeStringField("role", file.role().label());
            json.writeNumberField("lines", file.lines());
            if (file.blob() != null) {
                json.writeStringField("blob", file.blob());
            }
            if (file.sketch() != null) {
                json.writeStringField("sketch", sketch(file.sketch()));
            }
        });
    }

    private static String sketch(LineSketch sketch) {
        StringBuilder text = new StringBuilder().append(sketch.shift()).append(':');
        for (int i = 0; i < sketch.size(); i++) {
            text.append(String.format(Locale.ROOT, "%08x", sketch.hash(i)));
        }
        return text.toString();
    }
}
