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
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.SourceKind;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.NewCode;
import org.memcensus.model.Timeline.Point;
import org.memcensus.model.Timeline.Use;
import org.memcensus.model.Totals;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** How a history looks. */
class TimelineReportTest {
    private static final long DAY = 24L * 60 * 60;
    private static final RunInfo WIDE = RunInfo.of("0.1.0", List.of());

    private static Point point(int number, long unsafe, long safe, long tests, Coverage coverage) {
        List<CountedFile> files = new ArrayList<>();
        files.add(Samples.c("lib/a.c", unsafe));
        if (safe > 0) {
            files.add(Samples.file("src/main.rs", "Rust", Safety.SAFE, Role.CORE, safe));
        }
        files.add(Samples.file("tests/t.c", "C", Safety.UNSAFE, Role.TEST, tests));
        Map<Scope, Totals> totals = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            totals.put(
                    scope,
                    Totals.of(files.stream()
                            .filter(file -> scope.contains(file.role()))
                            .toList()));
        }
        List<Use> languages = new ArrayList<>();
        languages.add(new Use("C", Safety.UNSAFE, Map.of(Role.CORE, unsafe, Role.TEST, tests)));
        if (safe > 0) {
            languages.add(new Use("Ru|st\u001b[31m", Safety.SAFE, Map.of(Role.CORE, safe)));
        }
        String commit = Integer.toString(number).repeat(40);
        return new Point(commit, 1_600_000_000 + number * 100L * DAY, totals, null, languages, coverage);
    }

    private static Coverage whole(int files) {
        return new Coverage(files, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    private static Timeline sample() {
        Coverage hole = new Coverage(
                3, 0, 0, 0, 0, 0, 1, 0, 0, List.of(new Problem("lib/\u202egnp.c", "git object is missing")));
        NewCode none = NewCode.NONE;
        return new Timeline(
                new RepositoryInfo(
                        "cu`rl<b>", "https://example.org/curl", "v1", "3".repeat(40), SourceKind.OBJECTS, ""),
                "default",
                "1",
                List.of(
                        point(1, 12_000, 0, 300, whole(2)),
                        point(2, 12_000, 0, 310, whole(2))
                                .since(Map.of(
                                        Scope.SHIPPED,
                                        none,
                                        Scope.FIRST_PARTY,
                                        none,
                                        Scope.ALL,
                                        new NewCode(10, 0, 0))),
                        point(3, 11_500, 4_000, 310, hole)
                                .since(Map.of(
                                        Scope.SHIPPED,
                                        new NewCode(1_000, 4_000, 0),
                                        Scope.FIRST_PARTY,
                                        new NewCode(1_000, 4_000, 0),
                                        Scope.ALL,
                                        new NewCode(1_000, 4_000, 0)))));
    }

    private static String write(TimelineFormat format, Timeline timeline, RunInfo run) throws IOException {
        StringWriter out = new StringWriter();
        format.report().write(timeline, run, out);
        return out.toString();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = TimelineJson.class.getResourceAsStream("/schema/history-1.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    @ParameterizedTest
    @EnumSource(TimelineFormat.class)
    void a_history_looks_as_expected(TimelineFormat format) throws IOException {
        Golden.check("history." + format.extension(), write(format, sample(), WIDE));
    }

    @ParameterizedTest
    @EnumSource(TimelineFormat.class)
    void no_foreign_name_reaches_the_terminal_as_a_command(TimelineFormat format) throws IOException {
        RunInfo verbose = new RunInfo("0.1.0", false, false, 60, 0, false, true, Scope.ALL, Map.of());
        String text = write(format, sample(), verbose);
        assertFalse(text.contains("\u001b") || text.contains("\u202e"), text);
        assertFalse(format == TimelineFormat.MARKDOWN && text.contains("<b>"), text);
        if (format == TimelineFormat.TEXT) {
            assertTrue(text.lines().allMatch(line -> line.length() <= 60), text);
            assertTrue(text.chars().allMatch(c -> c < 0x7f), text);
            assertTrue(text.contains("lib/\\u202egnp.c: git object is missing"), text);
            assertTrue(text.contains("5,000   20.0 %"), text);
        }
    }

    @Test
    void the_words_say_how_the_share_moved_and_what_is_new() {
        assertEquals(
                "74.2 % of the code that ships is memory-unsafe, down from 100 % on 2020-12-22.",
                TimelineWords.headline(sample(), Scope.SHIPPED));
        assertEquals(
                "Of the code that is new since 2020-12-22, 20.0 % is memory-unsafe, less than of the whole (74.2 %):"
                        + " 1,000 of 5,000 lines.",
                TimelineWords.newCode(sample(), Scope.SHIPPED));
        Timeline still = new Timeline(
                sample().repository(), "default", "1", sample().points().subList(0, 2));
        assertEquals(
                "100 % of the code that ships is memory-unsafe, as it was on 2020-12-22.",
                TimelineWords.headline(still, Scope.SHIPPED));
        assertEquals("No code that ships is new since then.", TimelineWords.newCode(still, Scope.SHIPPED));
        assertEquals(
                "Of the code that is new since 2020-12-22, 100 % is memory-unsafe, as of the whole: 10 of 10 lines.",
                TimelineWords.newCode(still, Scope.ALL));
        Timeline one = new Timeline(
                sample().repository(), "default", "1", sample().points().subList(0, 1));
        assertEquals("100 % of the code that ships is memory-unsafe.", TimelineWords.headline(one, Scope.SHIPPED));
        assertEquals("There is one point, and no new code to tell of.", TimelineWords.newCode(one, Scope.SHIPPED));
    }

    private static List<String> texts(String html, String element) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void a_page_draws_the_code_of_each_point_and_the_share_of_what_is_new() throws Exception {
        String html = write(TimelineFormat.HTML, sample(), WIDE);
        assertEquals(
                List.of(
                        "0", "5,000", "10,000", "15,000", "20,000", "2021", "0 %", "25 %", "50 %", "75 %", "100 %",
                        "2021"),
                texts(html, "text"));
        // 15,500 of 20,000 lines at the end: 11,500 unsafe, 4,000 safe on them; the middle point stands in the middle.
        assertTrue(
                html.contains(
                        "<path class=\"unsafe\" d=\"M75.0,230.0 532.5,230.0 990.0,230.0 990.0,104.7 532.5,99.2 75.0,99.2 Z\"/>"),
                html);
        assertTrue(html.contains("d=\"M75.0,99.2 532.5,99.2 990.0,104.7 990.0,61.0 532.5,99.2 75.0,99.2 Z\"/>"), html);
        assertFalse(html.contains("<path class=\"undetermined\""), html);
        assertTrue(
                html.contains("<rect class=\"p3\" x=\"532.5\" y=\"186.4\" width=\"457.5\" height=\"43.6\"></rect>"),
                html);
        assertEquals(
                List.of(
                        "2020-12-22: 100 % unsafe, 12,000 of 12,000 lines",
                        "2021-04-01: 100 % unsafe, 12,000 of 12,000 lines",
                        "2021-07-10: 74.2 % unsafe, 11,500 of 15,500 lines; 20.0 % of 5,000 new"),
                texts(html, "title").subList(1, 4));
    }

    @Test
    void a_page_of_one_point_or_of_one_moment_is_whole() throws Exception {
        Timeline whole = sample();
        Timeline one =
                new Timeline(whole.repository(), "default", "1", whole.points().subList(0, 1));
        assertFalse(write(TimelineFormat.HTML, one, WIDE).contains("<svg"));
        Point first = whole.points().get(0);
        Timeline same = new Timeline(whole.repository(), "default", "1", List.of(first, first, first));
        String html = write(TimelineFormat.HTML, same, WIDE);
        assertTrue(html.contains("M75.0,230.0 532.5,230.0 990.0,230.0 990.0,"), html);
        Timeline none = new Timeline(
                whole.repository(), "default", "1", List.of(point(1, 0, 0, 5, whole(1)), point(2, 0, 0, 5, whole(1))));
        assertTrue(write(TimelineFormat.HTML, none, WIDE).contains("No code that ships is there at the end"));
    }

    @Test
    void new_code_that_there_is_none_of_has_no_share() throws IOException {
        JsonNode json = new ObjectMapper().readTree(write(TimelineFormat.JSON, sample(), WIDE));
        assertEquals(Set.of(), schema().validate(json));
        assertTrue(json.at("/points/0/scopes/shipped/newCode").isNull());
        assertTrue(json.at("/points/1/scopes/shipped/newCode/unsafeShare").isNull());
        assertEquals(
                0.2, json.at("/points/2/scopes/shipped/newCode/unsafeShare").asDouble());
        assertEquals(1_010, json.at("/summary/scopes/all/newCode/unsafeCode").asLong());
    }

    @Test
    void the_schema_refuses_what_a_history_does_not_have() throws IOException {
        String json = write(TimelineFormat.JSON, sample(), WIDE);
        for (String change : List.of(
                "\"points\": [|\"point\": [",
                "memcensus/history/1|memcensus/history/2",
                "\"newCode\": null|\"newCode\": 0",
                "\"source\": \"objects\"|\"source\": \"worktree\"",
                "\"unsafeShare\": 0.2000|\"unsafeShare\": 20",
                "\"safety\": \"unsafe\"|\"safety\": \"none\"",
                "\"committed\":|\"date\":")) {
            String[] parts = change.split("\\|", -1);
            assertTrue(json.contains(parts[0]), change);
            JsonNode changed = new ObjectMapper().readTree(json.replaceFirst(Pattern.quote(parts[0]), parts[1]));
            assertFalse(schema().validate(changed).isEmpty(), change);
        }
    }
}
