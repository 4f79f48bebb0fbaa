package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memcensus.model.Census;
import org.memcensus.model.Scope;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static RunInfo byFile() {
        return new RunInfo("0.1.0", false, true, 100, 0, true, false, Scope.SHIPPED, Samples.PHRASES);
    }

    private static JsonNode report(Census census) throws IOException {
        return MAPPER.readTree(Golden.render(new JsonReport(), census, byFile()));
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("/schema/report-1.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "hostile", "empty", "no-code", "safe"})
    void every_report_keeps_to_the_published_schema(String name) throws IOException {
        assertEquals(Set.of(), schema().validate(report(Samples.named(name))));
    }

    @Test
    void the_schema_refuses_what_the_contract_does_not_have() throws IOException {
        for (String change : List.of(
                "\"modules\": [|\"modulez\": [",
                "\"seen\": 177|\"seen\": -1",
                "\"kind\": \"directory\"|\"kind\": \"folder\"",
                "\"rank\": 1,|",
                "\"criterion\": \"R3\"|\"criterion\": \"R9\"",
                "\"unsafeShare\": 0.9587|\"unsafeShare\": 95.87",
                "\"path\": \"lib/vtls\"|\"path\": \"/home/me/lib/vtls\"",
                "memcensus/report/1|memcensus/report/2")) {
            String[] parts = change.split("\\|", -1);
            String report = Golden.render(new JsonReport(), Samples.curl(), byFile());
            assertTrue(report.contains(parts[0]), change);
            JsonNode changed = MAPPER.readTree(report.replaceFirst(java.util.regex.Pattern.quote(parts[0]), parts[1]));
            assertFalse(schema().validate(changed).isEmpty(), change);
        }
    }

    @Test
    void modules_languages_and_files_add_up_to_the_whole() throws IOException {
        JsonNode report = report(Samples.curl());
        JsonNode all = report.at("/summary/scopes/all");
        long program = all.get("unsafeCode").asLong()
                + all.get("safeCode").asLong()
                + all.get("undeterminedCode").asLong();
        assertEquals(program, sum(report.get("modules"), "code"));
        assertEquals(all.get("unsafeCode").asLong(), sum(report.get("modules"), "unsafeCode"));
        assertEquals(all.get("files").asLong(), sum(report.get("modules"), "files"));
        for (String field : List.of("bytes", "lines", "code", "comments", "blanks")) {
            assertEquals(all.get(field).asLong(), sum(report.get("languages"), field), field);
            assertEquals(all.get(field).asLong(), sum(report.get("files"), field), field);
        }
        assertEquals(all.get("files").asLong(), report.get("files").size());
        for (JsonNode language : report.get("languages")) {
            long byRole = 0;
            for (JsonNode role : language.get("roles")) {
                byRole += role.asLong();
            }
            assertEquals(language.get("code").asLong(), byRole);
        }
        for (JsonNode module : report.get("modules")) {
            assertEquals(module.get("code").asLong(), sum(module.get("languages"), "code"));
        }
        JsonNode coverage = report.get("coverage");
        long seen = 0;
        for (JsonNode counter : coverage) {
            seen += counter.isNumber() ? counter.asLong() : 0;
        }
        assertEquals(2 * coverage.get("seen").asLong(), seen);
    }

    private static long sum(JsonNode array, String field) {
        long sum = 0;
        for (JsonNode item : array) {
            sum += item.get(field).asLong();
        }
        return sum;
    }

    @Test
    void files_are_listed_on_request_only_and_sorted_by_path() throws IOException {
        List<String> paths = new ArrayList<>();
        report(Samples.curl())
                .get("files")
                .forEach(file -> paths.add(file.get("path").asText()));
        assertEquals(paths.stream().sorted().toList(), paths);
        assertFalse(MAPPER.readTree(Golden.render(new JsonReport(), Samples.curl(), Samples.run()))
                .has("files"));
    }

    @Test
    void a_share_of_no_code_is_null() throws IOException {
        JsonNode shipped = report(Samples.noCode()).at("/summary/scopes/shipped");
        assertTrue(shipped.get("unsafeShare").isNull());
        assertTrue(shipped.get("unsafeShareBytes").isNull());
    }

    @Test
    void a_criterion_that_was_asked_in_vain_has_no_points_and_one_not_asked_is_missing() throws IOException {
        JsonNode criteria = report(Samples.curl()).at("/modules/45/criteria");
        assertEquals("{\"R2\":0.0,\"R3\":0.0,\"R4\":2.0}", criteria.toString());
    }

    @Test
    void names_survive_but_for_halves_of_surrogate_pairs() throws IOException {
        JsonNode modules = report(Samples.hostile()).get("modules");
        assertEquals(
                "lib/\u001b[2J\u001b]0;owned\u0007", modules.get(0).get("name").asText());
        assertEquals("lib/\u202egnp.exe\u2066", modules.get(1).get("name").asText());
        assertEquals(
                "lib/\ufffdhalf\u0085next\u2028line\u007f",
                modules.get(3).get("name").asText());
        assertEquals("\ud83d\ude00\ufffd", JsonStyle.whole("\ud83d\ude00\ude00"));
    }
}
