package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleSum;
import org.memcensus.model.Replacement;

/** The modules of the report in JSON. */
final class JsonModules {
    /** Modules that one thread writes at a time. */
    private static final int PART = 128;

    /** With fewer parts, threads would not pay. */
    private static final int LEAST_PARTS = 8;

    private JsonModules() {}

    /** Large lists are made by several threads, part by part: each module is a text of its own, the same whoever makes it. */
    static void write(JsonGenerator json, List<ModuleCensus> modules) throws IOException {
        if (modules.size() < LEAST_PARTS * PART) {
            for (ModuleCensus module : modules) {
                module(json, module);
            }
            return;
        }
        List<List<ModuleCensus>> parts = new ArrayList<>();
        for (int i = 0; i < modules.size(); i += PART) {
            parts.add(modules.subList(i, Math.min(i + PART, modules.size())));
        }
        try {
            parts.parallelStream().map(JsonModules::texts).forEachOrdered(texts -> append(json, texts));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void append(JsonGenerator json, List<String> texts) {
        try {
            for (String text : texts) {
                json.writeRawValue(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Modules as they stand in the list of modules of the whole report, two levels deep. */
    private static List<String> texts(List<ModuleCensus> modules) {
        StringWriter out = new StringWriter();
        List<String> texts = new ArrayList<>(modules.size());
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("modules");
            for (ModuleCensus module : modules) {
                json.flush();
                StringBuffer text = out.getBuffer();
                text.setLength(0);
                module(json, module);
                json.flush();
                texts.add(text.substring(text.indexOf("{"))); // without what separates it from the one before
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** A module, as an object. */
    static void module(JsonGenerator json, ModuleCensus census) throws IOException {
        CodeModule module = census.module();
        ModuleSum sum = module.sum();
        long code = sum.code();
        long unsafe = sum.unsafeCode();
        json.writeStartObject();
        JsonFields.text(json, "id", module.id());
        JsonFields.text(json, "name", module.name());
        json.writeStringField("kind", module.kind().label());
        JsonFields.text(json, "path", module.path());
        TiesJson.paths(json, module.ties());
        json.writeStringField("role", module.role().label());
        json.writeArrayFieldStart("languages");
        for (ModuleSum.LanguageCode language : sum.languages()) {
            json.writeStartObject();
            JsonFields.text(json, "name", language.name());
            json.writeNumberField("code", language.code());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("files", sum.files());
        JsonFields.text(json, "firstFile", sum.firstFile());
        json.writeNumberField("code", code);
        json.writeNumberField("unsafeCode", unsafe);
        json.writeNumberField("safeCode", sum.safeCode());
        JsonFields.share(
                json, "unsafeShare", code == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafe / code));
        JsonFields.decimal(json, "priority", census.score().priority(), JsonFields.SCORE_DECIMALS);
        if (census.rank() > 0) {
            json.writeNumberField("rank", census.rank());
        } else {
            json.writeNullField("rank");
        }
        JsonFields.decimal(json, "risk", census.score().risk(), JsonFields.SCORE_DECIMALS);
        JsonFields.decimal(json, "rolePoints", census.score().role(), JsonFields.SCORE_DECIMALS);
        criteria(json, census);
        JsonHistory.module(json, census.history());
        evidence(json, census.evidence());
        JsonOpportunity.hatches(json, "escapeHatches", census.opportunity().escapeHatches());
        replacements(json, census.advice());
        JsonOpportunity.module(json, census.opportunity());
        TiesJson.write(json, module.ties());
        json.writeEndObject();
    }

    /** A criterion that nobody asked about is left out; one that was asked in vain has 0 points, and does not hold. */
    private static void criteria(JsonGenerator json, ModuleCensus census) throws IOException {
        json.writeObjectFieldStart("criteria");
        for (Criterion criterion : Criterion.values()) {
            Double points = census.score().criteria().get(criterion);
            Answer answer = census.answers().getOrDefault(criterion, Answer.NOT_ASSESSED);
            if (points != null || answer != Answer.NOT_ASSESSED) {
                JsonFields.decimal(json, criterion.name(), points == null ? 0 : points, JsonFields.POINT_DECIMALS);
            }
        }
        json.writeEndObject();
        json.writeArrayFieldStart("holds");
        for (Criterion criterion : Criterion.values()) {
            if (census.answers().get(criterion) == Answer.YES) {
                json.writeString(criterion.name());
            }
        }
        json.writeEndArray();
    }

    /** The field of some evidence. */
    static void evidence(JsonGenerator json, List<Evidence> evidence) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (Evidence item : evidence) {
            json.writeStartObject();
            JsonFields.text(json, "rule", item.rule());
            json.writeStringField("criterion", item.criterion().name());
            JsonFields.decimal(json, "points", item.points(), JsonFields.POINT_DECIMALS);
            JsonFields.text(json, "path", item.path());
            json.writeNumberField("line", item.line());
            json.writeNumberField("count", item.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void replacements(JsonGenerator json, List<Advice> advice) throws IOException {
        json.writeArrayFieldStart("replacements");
        for (Advice item : advice) {
            Replacement replacement = item.replacement();
            json.writeStartObject();
            JsonFields.text(json, "component", replacement.component());
            JsonFields.text(json, "project", replacement.project());
            JsonFields.text(json, "language", replacement.language());
            JsonFields.text(json, "url", replacement.url());
            JsonFields.text(json, "cApi", replacement.cApi());
            JsonFields.text(json, "maturity", replacement.maturity());
            JsonFields.text(json, "swapLevel", replacement.swapLevel());
            json.writeStringField("fit", item.fit().label());
            JsonFields.text(json, "reason", item.reason());
            JsonFields.text(json, "path", item.path());
            json.writeNumberField("line", item.line());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
