package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.Census;
import org.memcensus.model.CensusHistory;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Comparison;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Criterion;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileHistory;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.PastChanges;
import org.memcensus.model.Problem;
import org.memcensus.model.Replacement;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Role;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;

/** The report for programs: {@code memcensus/report/1}, whose schema is {@code /schema/report-1.schema.json}. */
final class JsonReport implements Report {
    static final String SCHEMA = "memcensus/report/1";

    /** Modules that one thread writes at a time. */
    private static final int PART = 128;

    /** With fewer parts, threads would not pay. */
    private static final int LEAST_PARTS = 8;

    private static final int SHARE_DECIMALS = 4;
    private static final int POINT_DECIMALS = 2;
    private static final int SCORE_DECIMALS = 1;

    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};
    private static final double MANY = 1e9;
    private static final double SURELY_NEAREST = 0.499;

    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "memcensus");
            text(json, "version", run.version());
            json.writeEndObject();
            repository(json, census.repository());
            json.writeObjectFieldStart("policy");
            text(json, "name", census.policyName());
            text(json, "version", census.policyVersion());
            json.writeEndObject();
            history(json, census.history());
            summary(json, census);
            languages(json, census);
            json.writeArrayFieldStart("modules");
            modules(json, census.modules());
            json.writeEndArray();
            comparison(json, census.comparison());
            JsonOpportunity.foundations(json, census.foundations());
            coverage(json, census.coverage());
            if (run.byFile()) {
                files(json, census);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void repository(JsonGenerator json, RepositoryInfo repository) throws IOException {
        json.writeObjectFieldStart("repository");
        text(json, "name", repository.name());
        optional(json, "url", repository.url());
        optional(json, "revision", repository.revision());
        optional(json, "commit", repository.commit());
        json.writeStringField("source", repository.source().label());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Census census) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeObjectFieldStart("scopes");
        for (Scope scope : Scope.values()) {
            Totals totals = census.totals(scope);
            json.writeObjectFieldStart(scope.label());
            json.writeNumberField("files", totals.files());
            json.writeNumberField("bytes", totals.bytes());
            lines(json, totals.counts());
            json.writeNumberField("unsafeCode", totals.unsafeCode());
            json.writeNumberField("safeCode", totals.safeCode());
            json.writeNumberField("undeterminedCode", totals.undeterminedCode());
            share(json, "unsafeShare", totals.unsafeShare());
            share(json, "unsafeShareBytes", totals.unsafeShareBytes());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void languages(JsonGenerator json, Census census) throws IOException {
        json.writeArrayFieldStart("languages");
        for (LanguageSum sum : LanguageSum.of(census.files())) {
            json.writeStartObject();
            text(json, "name", sum.name());
            json.writeStringField("safety", sum.safety().label());
            json.writeNumberField("files", sum.files());
            json.writeNumberField("bytes", sum.bytes());
            lines(json, sum.counts());
            json.writeObjectFieldStart("roles");
            for (Map.Entry<Role, Long> role : sum.roles().entrySet()) {
                json.writeNumberField(role.getKey().label(), role.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Large lists are made by several threads, part by part: each module is a text of its own, the same whoever makes it. */
    private static void modules(JsonGenerator json, List<ModuleCensus> modules) throws IOException {
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
            parts.parallelStream().map(JsonReport::texts).forEachOrdered(texts -> write(json, texts));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(JsonGenerator json, List<String> texts) {
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

    private static void module(JsonGenerator json, ModuleCensus census) throws IOException {
        CodeModule module = census.module();
        long code = module.code();
        long unsafe = module.unsafeCode();
        json.writeStartObject();
        text(json, "id", module.id());
        text(json, "name", module.name());
        json.writeStringField("kind", module.kind().label());
        text(json, "path", module.path());
        TiesJson.paths(json, module.ties());
        json.writeStringField("role", module.role().label());
        json.writeArrayFieldStart("languages");
        for (Map.Entry<String, Long> language : LanguageSum.codeByName(module.files())) {
            json.writeStartObject();
            text(json, "name", language.getKey());
            json.writeNumberField("code", language.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("files", module.files().size());
        json.writeNumberField("code", code);
        json.writeNumberField("unsafeCode", unsafe);
        share(json, "unsafeShare", code == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafe / code));
        decimal(json, "priority", census.score().priority(), SCORE_DECIMALS);
        if (census.rank() > 0) {
            json.writeNumberField("rank", census.rank());
        } else {
            json.writeNullField("rank");
        }
        decimal(json, "risk", census.score().risk(), SCORE_DECIMALS);
        criteria(json, census);
        history(json, census.history());
        evidence(json, census.evidence());
        JsonOpportunity.hatches(json, "escapeHatches", census.opportunity().escapeHatches());
        replacements(json, census.advice());
        JsonOpportunity.module(json, census.opportunity());
        TiesJson.write(json, module.ties());
        json.writeEndObject();
    }

    /** A criterion that nobody asked about is left out; one that was asked in vain has 0 points. */
    private static void criteria(JsonGenerator json, ModuleCensus census) throws IOException {
        json.writeObjectFieldStart("criteria");
        for (Criterion criterion : Criterion.values()) {
            Double points = census.score().criteria().get(criterion);
            Answer answer = census.answers().getOrDefault(criterion, Answer.NOT_ASSESSED);
            if (points != null || answer != Answer.NOT_ASSESSED) {
                decimal(json, criterion.name(), points == null ? 0 : points, POINT_DECIMALS);
            }
        }
        json.writeEndObject();
    }

    private static void history(JsonGenerator json, @Nullable CensusHistory history) throws IOException {
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
        decimal(json, "weight", history.weight(), SHARE_DECIMALS);
        json.writeEndObject();
    }

    private static void history(JsonGenerator json, @Nullable ModuleHistory history) throws IOException {
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
        decimal(json, "priority", history.priority(), SCORE_DECIMALS);
        json.writeNumberField("rank", history.rank());
        decimal(json, "risk", history.risk(), SCORE_DECIMALS);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void comparison(JsonGenerator json, @Nullable Comparison comparison) throws IOException {
        if (comparison == null) {
            return;
        }
        json.writeObjectFieldStart("comparison");
        text(json, "revision", comparison.revision());
        text(json, "commit", comparison.commit());
        json.writeArrayFieldStart("modules");
        for (Comparison.Shift shift : comparison.shifts()) {
            json.writeStartObject();
            text(json, "id", shift.id());
            text(json, "name", shift.name());
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
        decimal(json, "priority", priority, SCORE_DECIMALS);
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, List<Evidence> evidence) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (Evidence item : evidence) {
            json.writeStartObject();
            text(json, "rule", item.rule());
            json.writeStringField("criterion", item.criterion().name());
            decimal(json, "points", item.points(), POINT_DECIMALS);
            text(json, "path", item.path());
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
            text(json, "component", replacement.component());
            text(json, "project", replacement.project());
            text(json, "language", replacement.language());
            text(json, "url", replacement.url());
            text(json, "cApi", replacement.cApi());
            text(json, "maturity", replacement.maturity());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void coverage(JsonGenerator json, Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeNumberField("seen", coverage.seen());
        json.writeNumberField("counted", coverage.counted());
        json.writeNumberField("binary", coverage.binary());
        json.writeNumberField("lfsPointers", coverage.lfsPointers());
        json.writeNumberField("submodules", coverage.submodules());
        json.writeNumberField("symlinks", coverage.symlinks());
        json.writeNumberField("tooLarge", coverage.tooLarge());
        json.writeNumberField("unreadable", coverage.unreadable());
        json.writeNumberField("unknown", coverage.unknown());
        json.writeNumberField("excluded", coverage.excluded());
        json.writeArrayFieldStart("notes");
        for (Problem note : coverage.notes()) {
            json.writeStartObject();
            text(json, "path", note.path());
            text(json, "reason", note.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private record Listed(CountedFile file, String module) {}

    private static void files(JsonGenerator json, Census census) throws IOException {
        List<Listed> files = census.modules().stream()
                .flatMap(module -> module.module().files().stream()
                        .map(file -> new Listed(file, module.module().id())))
                .sorted(Comparator.comparing(listed -> listed.file().path()))
                .toList();
        json.writeArrayFieldStart("files");
        for (Listed listed : files) {
            CountedFile file = listed.file();
            json.writeStartObject();
            text(json, "path", file.path());
            text(json, "language", file.language().name());
            json.writeStringField("safety", file.safety().label());
            json.writeStringField("role", file.role().label());
            text(json, "module", listed.module());
            json.writeNumberField("bytes", file.bytes());
            lines(json, file.counts());
            if (!file.embedded().isEmpty()) {
                embedded(json, file.embedded());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void embedded(JsonGenerator json, List<EmbeddedCode> parts) throws IOException {
        json.writeArrayFieldStart("embedded");
        for (EmbeddedCode part : parts) {
            json.writeStartObject();
            text(json, "language", part.language().name());
            json.writeStringField("safety", part.safety().label());
            json.writeNumberField("bytes", part.bytes());
            lines(json, part.counts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void lines(JsonGenerator json, LineCounts counts) throws IOException {
        json.writeNumberField("lines", counts.lines());
        json.writeNumberField("code", counts.code());
        json.writeNumberField("comments", counts.comments());
        json.writeNumberField("blanks", counts.blanks());
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, JsonStyle.whole(value));
    }

    private static void optional(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            text(json, field, value);
        }
    }

    private static void decimal(JsonGenerator json, String field, double value, int decimals) throws IOException {
        double scaled = value * POWERS_OF_TEN[decimals];
        double whole = Math.rint(scaled);
        // Far from a half, and small enough to be exact, the nearest number is the one rounded half up.
        if (scaled >= 0 && scaled < MANY && Math.abs(scaled - whole) < SURELY_NEAREST) {
            json.writeFieldName(field);
            json.writeNumber(pointed((long) whole, decimals));
        } else {
            json.writeNumberField(field, Numbers.rounded(value, decimals));
        }
    }

    /** A number of tenths, hundredths and so on, as a decimal. */
    private static String pointed(long units, int decimals) {
        StringBuilder text = new StringBuilder().append(units);
        while (text.length() <= decimals) {
            text.insert(0, '0');
        }
        return text.insert(text.length() - decimals, '.').toString();
    }

    private static void share(JsonGenerator json, String field, OptionalDouble share) throws IOException {
        if (share.isPresent()) {
            decimal(json, field, share.getAsDouble(), SHARE_DECIMALS);
        } else {
            json.writeNullField(field);
        }
    }
}
