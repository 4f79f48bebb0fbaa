package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memcensus.model.Scope;

class FormatTest {
    @ParameterizedTest
    @EnumSource
    void every_format_writes_what_is_expected(Format format) throws IOException {
        for (String name : new String[] {"curl", "hostile", "empty", "no-code", "safe"}) {
            String report = Golden.render(format.report(), Samples.named(name), Samples.run());
            Golden.check(name + "." + format.extension(), report);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_census_gives_the_same_characters(Format format) throws IOException {
        String first = Golden.render(format.report(), Samples.curl(), Samples.run());
        assertEquals(first, Golden.render(format.report(), Samples.curl(), Samples.run()));
    }

    @ParameterizedTest
    @EnumSource
    void no_report_lets_a_hostile_name_through(Format format) throws IOException {
        String report = Golden.render(format.report(), Samples.hostile(), Samples.run());
        report.codePoints()
                .filter(point -> point != '\n' && !Plain.shows(point))
                .findFirst()
                .ifPresent(point -> {
                    throw new AssertionError(String.format("U+%04X in %s", point, format));
                });
    }

    @Test
    void lines_of_json_hold_the_parts_of_the_report() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        RunInfo run = new RunInfo("1.0.0", false, true, 80, 0, true, false, Scope.SHIPPED, Map.of());
        JsonNode whole = mapper.readTree(Golden.render(Format.JSON.report(), Samples.curl(), run));
        ObjectNode joined = mapper.createObjectNode();
        for (String line :
                Golden.render(Format.NDJSON.report(), Samples.curl(), run).split("\n", -1)) {
            if (!line.isEmpty()) {
                mapper.readTree(line).properties().forEach(part -> {
                    switch (part.getKey()) {
                        case "language", "module", "file" ->
                            joined.withArray(part.getKey() + "s").add(part.getValue());
                        default -> joined.set(part.getKey(), part.getValue());
                    }
                });
            }
        }
        for (String part :
                List.of("tool", "repository", "policy", "summary", "languages", "modules", "files", "coverage")) {
            assertEquals(whole.get(part), joined.get(part), part);
        }
    }

    @Test
    void a_table_of_files_and_the_lines_of_cloc_add_up_to_the_census() throws IOException {
        RunInfo run = new RunInfo("1.0.0", false, true, 80, 0, true, false, Scope.SHIPPED, Map.of());
        long code = Samples.curl().totals(Scope.ALL).counts().code();

        List<String> rows = Golden.render(Format.CSV.report(), Samples.curl(), run)
                .lines()
                .skip(1)
                .toList();
        JsonNode cloc = new ObjectMapper().readTree(Golden.render(Format.CLOC.report(), Samples.curl(), run));

        assertEquals(
                code,
                rows.stream()
                        .mapToLong(row -> Long.parseLong(row.split(",", -1)[7]))
                        .sum());
        assertEquals(code, cloc.get("SUM").get("code").asLong());
        assertEquals(rows.size(), cloc.get("header").get("n_files").asInt());
        assertEquals(rows.size(), cloc.size() - 2, "a file each, the head and the sum");
    }
}
