package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memcensus.model.StoredReport;
import org.memcensus.model.UsageException;
import org.memcensus.report.Format;
import org.memcensus.report.RunInfo;

/** Whatever a file holds, it is a report that every format takes, or a mistake in one line. */
class ReportReaderTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WAY_OUT = ": make it anew with memcensus scan -f json";
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "7",
            "1.5",
            "1e999",
            "9223372036854775807",
            "123456789012345678901234567890",
            "\"\"",
            "\"core\"",
            "\"/etc/passwd\"",
            "\"\\u001b[2J\\ud800\\u0000\"",
            "[]",
            "[null]",
            "{}",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("test-repos", name, "expected", "report.json"));
    }

    private static StoredReport read(String json) throws UsageException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static StoredReport read(byte[] json) throws UsageException {
        return ReportReader.read("x.json", new ByteArrayInputStream(json));
    }

    private static String mistake(String json) {
        return String.valueOf(
                assertThrows(UsageException.class, () -> read(json)).getMessage());
    }

    private static String render(Format format, StoredReport report) throws IOException {
        StringWriter out = new StringWriter();
        boolean byFile = report.census().hasFiles();
        RunInfo plain = RunInfo.of(report.version(), List.of());
        RunInfo run = new RunInfo(plain.version(), false, true, 100, 0, byFile, true, plain.scope(), plain.phrases());
        format.report().write(report.census(), run, out);
        return out.toString();
    }

    /** True for a report; a mistake must be one line. Anything else is thrown. */
    private static boolean isReport(byte[] json) throws IOException {
        try {
            StoredReport report = read(json);
            for (Format format : Format.values()) {
                assertFalse(render(format, report).isEmpty());
            }
            return true;
        } catch (UsageException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.startsWith("x.json") && message.lines().count() == 1, message);
            assertTrue(message.length() < 300, message);
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmake-library", "hostile-names", "mixed-c-and-rust"})
    void what_is_read_is_written_again_byte_for_byte(String name) throws Exception {
        assertEquals(sample(name), render(Format.JSON, read(sample(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmake-library", "hostile-names"})
    void the_order_of_fields_and_unknown_fields_change_nothing(String name) throws Exception {
        ObjectNode report = (ObjectNode) MAPPER.readTree(sample(name));
        ObjectNode turned = (ObjectNode) turned(report);
        assertEquals("zzz", turned.properties().iterator().next().getKey());
        assertEquals(sample(name), render(Format.JSON, read(MAPPER.writeValueAsString(turned))));
    }

    /** The last field first, and one that nobody knows in every object. */
    private static JsonNode turned(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(item -> copy.add(turned(item)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<String> names = new ArrayList<>();
        object.properties().forEach(field -> names.add(0, field.getKey()));
        ObjectNode copy = MAPPER.createObjectNode();
        boolean data =
                names.stream().allMatch(name -> name.matches("[A-Z][0-9]|core|test|docs|example|tooling|vendored"));
        if (!data) {
            copy.putObject("zzz").putArray("more").add(1).addObject();
        }
        names.forEach(name -> copy.set(name, turned(object.get(name))));
        return copy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmake-library", "hostile-names"})
    void a_value_that_is_another_or_missing_gives_a_report_or_one_line(String name) throws Exception {
        JsonNode report = MAPPER.readTree(sample(name));
        Random random = new Random(7);
        int reports = 0;
        int mistakes = 0;
        List<JsonNode> parents = new ArrayList<>();
        collect(report, parents);
        for (JsonNode parent : parents) {
            for (int i = 0; i < parent.size(); i++) {
                for (int n = 0; n < 2; n++) {
                    byte[] changed = changed(report, parent, i, random);
                    if (isReport(changed)) {
                        reports++;
                    } else {
                        mistakes++;
                    }
                }
            }
        }
        assertTrue(reports > 30 && mistakes > 500, reports + " reports, " + mistakes + " mistakes");
    }

    /** Some of the objects and lists; lists of the same kind of thing are sampled. */
    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            int number = 0;
            for (JsonNode child : node) {
                if (node.isObject() || number++ < 3) {
                    collect(child, into);
                }
            }
        }
    }

    private static byte[] changed(JsonNode report, JsonNode parent, int place, Random random) throws IOException {
        JsonNode odd = MAPPER.readTree(ODD.get(random.nextInt(ODD.size())));
        boolean remove = random.nextInt(5) == 0;
        if (parent instanceof ArrayNode array) {
            JsonNode before = array.get(place);
            array.set(place, odd);
            byte[] changed = MAPPER.writeValueAsBytes(report);
            array.set(place, before);
            return changed;
        }
        ObjectNode object = (ObjectNode) parent;
        String key = new ArrayList<>(object.properties()).get(place).getKey();
        JsonNode before = object.get(key);
        if (remove) {
            object.remove(key);
        } else {
            object.set(key, odd);
        }
        byte[] changed = MAPPER.writeValueAsBytes(report);
        object.set(key, before);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmake-library", "hostile-names"})
    void bytes_that_are_others_or_missing_give_a_report_or_one_line(String name) throws Exception {
        byte[] json = sample(name).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        for (int n = 0; n < 300; n++) {
            byte[] changed = json.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            isReport(changed);
            byte[] cut = java.util.Arrays.copyOf(json, random.nextInt(json.length - 2));
            assertFalse(isReport(cut), "cut after " + cut.length);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memcensus/report/1 | memcensus/report/2 | :2: its schema is 'memcensus/report/2', and only"
                        + " memcensus/report/1, the JSON of a scan, is read",
                "\"schema\" | \"scheme\" | : schema is missing, so this is no report of a scan",
                "\"modules\": [ | \"modulez\": [ | : modules is missing, so this is no report of a scan",
                "\"holds\" | \"hold\" | modules[0].holds is missing",
                "\"kind\": \"library\" | \"kind\": \"shop\" | modules[1].kind must be one of library, executable",
                "\"path\": \"src/ | \"path\": \"/src/ | must be a path from the scanned root, without / before it",
                "\"unreadable\": 0 | \"unreadable\": -1 | coverage.unreadable must be a whole number from 0 to",
                "\"unreadable\": 0 | \"unreadable\": 1e30 | coverage.unreadable must be a whole number from 0 to",
                "\"unreadable\": 0 | \"unreadable\": \"0\" | coverage.unreadable must be a whole number from 0 to",
                "\"unreadable\": 0 | \"unreadable\": 1 | coverage.seen is not the sum of the other counters",
                "\"unreadable\": 0 | \"binary\": 0 | a field stands twice",
                "\"unreadable\": 0 | 0 | no JSON"
            })
    void a_mistake_is_named_with_its_place(String before, String after, String message) throws Exception {
        String json = sample("cmake-library");
        assertTrue(json.contains(before), before);
        String said = mistake(json.replace(before, after));
        assertTrue(said.contains(message) && said.endsWith(WAY_OUT), said);
    }

    @Test
    void the_line_of_a_mistake_is_said() throws Exception {
        List<String> lines = sample("cmake-library").lines().toList();
        int line = 0;
        while (!lines.get(line).contains("\"rolePoints\"")) {
            line++;
        }
        String said = mistake(sample("cmake-library").replaceFirst("\"rolePoints\": [0-9.]+", "\"rolePoints\": 101"));
        assertEquals("x.json:" + (line + 1) + ": modules[0].rolePoints must be a number from 0 to 100" + WAY_OUT, said);
    }

    @Test
    void a_replacement_is_told_with_its_way_and_its_fit() throws Exception {
        ObjectNode report = (ObjectNode) MAPPER.readTree(sample("cmake-library"));
        ((ObjectNode) report.at("/modules/0"))
                .putArray("replacements")
                .addObject()
                .put("component", "gzip")
                .put("project", "flate2")
                .put("language", "Rust")
                .put("url", "https://example.org/flate2")
                .put("cApi", "partial")
                .put("maturity", "new")
                .put("swapLevel", "c-api")
                .put("fit", "twin")
                .put("reason", "inflates by itself")
                .put("path", "src/inflate.c")
                .put("line", 7);
        StoredReport read = read(report.toString());
        String text = render(Format.TEXT, read);
        assertTrue(text.contains("flate2 (Rust) for its gzip, through a C API in part"), text);
        assertEquals(
                report.at("/modules/0/replacements"),
                MAPPER.readTree(render(Format.JSON, read)).at("/modules/0/replacements"));
    }

    @Test
    void numbers_that_do_not_add_up_are_refused() throws Exception {
        ObjectNode report = (ObjectNode) MAPPER.readTree(sample("hostile-names"));
        ObjectNode file = (ObjectNode) report.get("files").get(0);
        file.put("code", file.get("code").asLong() + 1);
        file.put("lines", file.get("lines").asLong() + 1);
        assertTrue(mistake(report.toString()).contains("do not agree"), mistake(report.toString()));

        ObjectNode shares = (ObjectNode) MAPPER.readTree(sample("cmake-library"));
        ((ObjectNode) shares.at("/summary/scopes/shipped")).put("unsafeShare", 0.0);
        assertTrue(mistake(shares.toString()).contains("summary.scopes.shipped.unsafeShare does not go with"));

        ObjectNode summary = (ObjectNode) MAPPER.readTree(sample("cmake-library"));
        ObjectNode all = (ObjectNode) summary.at("/summary/scopes/first-party");
        all.put("files", all.get("files").asLong() + 1);
        assertTrue(
                mistake(summary.toString()).contains("languages and summary.scopes.first-party do not agree in files"));
    }

    @Test
    void what_stands_behind_the_end_and_what_is_no_report_is_refused() throws Exception {
        assertEquals("x.json is empty" + WAY_OUT, mistake(" \n"));
        assertEquals("x.json:1: JSON, but no report of a scan" + WAY_OUT, mistake("[1]"));
        assertTrue(mistake(sample("cmake-library") + "{}").contains("goes on after its end"));
        assertTrue(mistake("[".repeat(100_000)).contains("no report of a scan"));
        assertTrue(mistake("{\"x\":" + "[".repeat(100_000)).contains("nested too deeply"));
        assertTrue(mistake("{\"modules\":[" + "[".repeat(100_000)).contains("nested too deeply"));
        assertTrue(mistake("{\"schema\":\"" + "x".repeat(2_000_000)).contains("longer than any text"));
        assertTrue(mistake("{\"tool\":{},\"tool\":{}}").contains("tool stands twice"));
        StringBuilder many = new StringBuilder("{\"tool\":{\"a\":0");
        for (int i = 0; i < 2000; i++) {
            many.append(",\"a").append(i).append("\":0");
        }
        assertTrue(mistake(many.toString()).contains("an object of more fields than any report has"));
        assertTrue(mistake("{\"schema\":\"" + "x".repeat(9_000) + "\"}").length() < 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\":\"a\",\"language\":\"C\",\"safety\":\"unsafe\",\"role\":\"core\",\"module\":\"m\","
                        + "\"bytes\":1,\"lines\":1,\"code\":1,\"comments\":0,\"blanks\":0},",
                "{\"more\":[" + "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"" + "]},"
            })
    void a_report_without_end_ends_where_memory_does(String item) {
        String list = item.contains("path") ? "files" : "coverage";
        String head = "{\"" + list + "\":" + (list.equals("files") ? "[" : "{\"notes\":[");
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), repeating(item));
        String said =
                String.valueOf(assertThrows(UsageException.class, () -> ReportReader.read("x.json", endless, 8 << 20))
                        .getMessage());
        assertTrue(said.contains("larger than fits into 8 MB of memory: give it more with MEMCENSUS_JAVA_OPTS"), said);
    }

    private static InputStream repeating(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                int next = bytes[at] & 0xff;
                at = (at + 1) % bytes.length;
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                for (int i = 0; i < length; i++) {
                    into[from + i] = (byte) read();
                }
                return length;
            }
        };
    }
}
