package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.cli.History.Ran;

/** What a verdict looks like in the places where a gate runs. */
class GateOutputTest extends GateCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A change with everything: new modules, one of them annotated, one of a hostile name, limits broken, a submodule. */
    @Override
    void makeProject() throws Exception {
        history.c("net/socket.c", 60).write("ui/window.py", "print(1)\n").commit();
        history.c("parser/parse.c", 30).c("parser/lex.c", 20).c("third_party/zip/inflate.c", 50);
        history.c("codec/codec.c", 10).write("odd %41,::name`<b>\n/odd.c", History.code("odd", 9));
        history.write(".memcensus.yml", """
                        annotations:
                          - module: dir:codec
                            reason: interim
                            comment: until v2
                            until: 2027-01-01
                        """);
        history.stage().submodule("sub");
    }

    private JsonNode json(String format) throws Exception {
        Ran ran = history.gate("-f", format, "--max-unsafe-growth", "5");
        assertEquals(ExitCode.GATE_FAILED, ran.code(), ran.all());
        return JSON.readTree(ran.out());
    }

    @Test
    void a_gate_that_failed_has_failed_though_nobody_reads_it_to_the_end() {
        Program program = new Program(new StageEngine(), history.root).writingTo(MainOutputTest.failing("Broken pipe"));
        assertEquals(
                ExitCode.GATE_FAILED, program.run("gate", "--base", "HEAD", history.root.toString()), program.err());
    }

    @Test
    void json_holds_the_whole_verdict() throws Exception {
        JsonNode verdict = json("json");
        assertEquals("memcensus/gate/1", verdict.get("schema").asText());
        assertEquals("FAIL", verdict.get("verdict").asText());
        assertEquals(3, verdict.get("findings").size());
        JsonNode parser = verdict.get("findings").get(1);
        assertEquals("new-unsafe-module", parser.get("kind").asText());
        assertEquals("dir:parser", parser.get("module").asText());
        assertEquals(50, parser.get("newUnsafeCode").asInt());
        assertEquals(
                "[\"parser/lex.c\",\"parser/parse.c\"]", parser.get("files").toString());
        assertEquals("[{\"name\":\"C\",\"code\":50}]", parser.get("languages").toString());
        assertEquals("dir:codec", verdict.get("passed").get(0).get("module").asText());
        assertEquals(
                "max-unsafe-growth",
                verdict.get("brokenLimits").get(0).get("limit").asText());
        assertEquals("sub", verdict.get("unread").get(0).get("path").asText());
        assertEquals("used", verdict.get("annotations").get(0).get("state").asText());
        assertTrue(verdict.get("annotations").get(0).get("addedByThisChange").asBoolean());
        assertEquals(60, verdict.get("base").get("unsafeCode").asInt());
        assertEquals(179, verdict.get("head").get("unsafeCode").asInt());
    }

    @Test
    void sarif_passes_the_schema_of_oasis() throws Exception {
        JsonNode sarif = json("sarif");
        try (InputStream schema = GateOutputTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            var problems = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(Objects.requireNonNull(schema))
                    .validate(sarif);
            assertEquals(Set.of(), problems);
        }
    }

    @Test
    void the_schema_of_oasis_would_find_a_mistake() throws Exception {
        try (InputStream schema = GateOutputTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            var problems = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(Objects.requireNonNull(schema))
                    .validate(JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}"));
            assertFalse(problems.isEmpty());
        }
    }

    @Test
    void sarif_has_one_result_a_module_with_a_fingerprint_of_its_own() throws Exception {
        JsonNode results = json("sarif").get("runs").get(0).get("results");
        assertEquals(5, results.size());
        Set<String> prints = new HashSet<>();
        List<String> places = new ArrayList<>();
        for (JsonNode result : results) {
            prints.add(
                    result.get("partialFingerprints").get("memcensusModule/v1").asText());
            places.add(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asText());
        }
        assertEquals(5, prints.size());
        assertEquals(
                List.of(
                        "odd%20%2541,%3A%3Aname%60%3Cb%3E%0A/odd.c",
                        "parser/lex.c", "third_party/zip/inflate.c", ".memcensus.yml", "codec/codec.c"),
                places);
        JsonNode suppressed = results.get(4).get("suppressions").get(0);
        assertEquals("interim: until v2", suppressed.get("justification").asText());
    }

    @Test
    void fingerprints_stay_when_code_is_added_to_a_module() throws Exception {
        String print = "/runs/0/results/1/partialFingerprints/memcensusModule~1v1";
        String before = json("sarif").at(print).asText();
        history.c("parser/parse.c", 35).stage().submodule("sub");
        assertEquals(before, json("sarif").at(print).asText());
        assertNotEquals("", before);
    }

    @Test
    void gitlab_gets_what_code_quality_asks_for() throws Exception {
        JsonNode entries = json("gitlab");
        assertEquals(5, entries.size());
        Set<String> prints = new HashSet<>();
        for (JsonNode entry : entries) {
            assertFalse(entry.get("description").asText().isBlank());
            assertFalse(entry.get("check_name").asText().isBlank());
            assertTrue(Set.of("info", "minor", "major", "critical", "blocker")
                    .contains(entry.get("severity").asText()));
            assertTrue(entry.at("/location/lines/begin").asInt() >= 1);
            assertFalse(entry.at("/location/path").asText().isBlank());
            prints.add(entry.get("fingerprint").asText());
        }
        assertEquals(5, prints.size());
    }

    @Test
    void github_gets_one_command_a_line_and_no_name_adds_another() throws Exception {
        Ran ran = history.with("GITHUB_ACTIONS", "true").gate();
        List<String> commands =
                ran.out().lines().filter(line -> line.startsWith("::")).toList();
        assertEquals(
                "::error file=odd %2541%2C%3A%3Aname`<b>\\n/odd.c,line=1,title=memcensus%3A new unsafe module",
                commands.get(0).substring(0, commands.get(0).indexOf("::", 2)));
        assertTrue(commands.get(1).startsWith("::error file=parser/lex.c,line=1,title="), commands.get(1));
        assertTrue(commands.stream().anyMatch(line -> line.startsWith("::warning file=sub,")), ran.out());
        assertTrue(commands.stream().anyMatch(line -> line.contains("this change itself adds it")), ran.out());
        assertEquals(6, commands.size(), String.join("\n", commands));
        assertFalse(history.with("GITHUB_ACTIONS", "false").gate().out().contains("\n::error"));
    }

    @Test
    void the_summary_of_a_step_gets_the_markdown_behind_what_is_there() throws Exception {
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        Ran ran = history.with("GITHUB_STEP_SUMMARY", summary.toString()).gate();
        String text = Files.readString(summary);
        assertTrue(ran.out().startsWith("FAIL"), ran.all());
        assertTrue(text.startsWith("before\n## Memory-safety gate: FAIL\n"), text);
        assertTrue(text.contains("### `parser`"), text);
        assertTrue(text.contains("    annotations:\n      - module: \"dir:parser\"\n"), text);
        // What is indented is shown as it is.
        assertFalse(text.lines().anyMatch(line -> !line.startsWith("    ") && line.contains("<b>")), text);
    }

    @Test
    void several_forms_go_to_a_folder() {
        Ran ran = history.gate("-f", "text,json,markdown,sarif,gitlab,github", "-o", "out/");
        assertEquals(ExitCode.GATE_FAILED, ran.code(), ran.all());
        assertEquals("", ran.out());
        for (String name : List.of("txt", "json", "md", "sarif", "gitlab.json", "github.txt")) {
            assertTrue(Files.exists(history.root.resolve("out/memcensus." + name)), name);
        }
    }
}
