package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Study;
import org.memcensus.model.StudyFigures;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@SuppressWarnings("StringConcatToTextBlock") // a line a record reads better
@NullUnmarked // a null fails the test
class StudyReportTest {
    private static Study.Project project(String name, long unsafe, long safe, long other) {
        return new Study.Project("https://x.org/" + name, name, "c0ffee", null, unsafe, safe, 0, other);
    }

    private static Study study(String policy, List<Study.Project> projects) {
        return new Study(
                new Study.About("default 1", policy, Scope.ALL),
                new Study.Progress(projects.size() + 1L, projects.size(), 0, 1, 0),
                projects,
                List.of(new Study.LanguageUse("C", Safety.UNSAFE, 2, 3, 1200)),
                List.of(new Study.RankedModule("https://x.org/a", "a", "dir:lib", 900, 80.06, 84.05, "rustls (Rust)")),
                List.of(new Study.Component("zlib", 5, 12, 9000, "zlib-rs (Rust)")),
                List.of(new Study.Failure("https://x.org/no", "failed", "https://x.org/no: nothing | there")));
    }

    private static final List<Study.Project> FOUR = List.of(
            project("a", 950, 50, 1000), project("b", 250, 750, 0), project("c", 0, 100, 0), project("d", 0, 0, 10));

    private static String write(Study study, StudyFormat format) throws IOException {
        StringWriter out = new StringWriter();
        StudyReport.write(study, format, RunInfo.of("1.0", List.of()), out);
        return out.toString();
    }

    @Test
    void the_figures_are_those_of_a_calculation_by_hand() {
        StudyFigures figures = StudyFigures.ofCode(FOUR);
        assertEquals(4, figures.projects());
        assertEquals(2, figures.withUnsafe());
        assertEquals(2100, figures.code());
        assertEquals(1200.0 / 2100, figures.share().orElseThrow(), 1e-9);
        assertEquals(0.25, figures.median().orElseThrow(), 1e-9);
        assertEquals(List.of(1L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L), figures.bins());
        assertEquals(
                List.of("a", "b", "c"),
                figures.largest().stream().map(Study.Project::name).toList());
        assertEquals(0, figures.largestLeast().orElseThrow());
        assertEquals(1, figures.largestAlmostAll());
        StudyFigures all = StudyFigures.ofAllLines(FOUR);
        assertEquals(3110, all.code());
        assertEquals(0, all.largestAlmostAll());
        assertEquals((0 + 0.25) / 2, all.median().orElseThrow(), 1e-9);
    }

    @Test
    void of_many_the_ten_largest_are_looked_at() {
        List<Study.Project> projects = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            projects.add(project("p" + i, i, 100L * i - i, 0));
        }
        StudyFigures figures = StudyFigures.ofCode(projects);
        assertEquals(10, figures.largest().size());
        assertEquals("p20", figures.largest().get(0).name());
        assertEquals(20, figures.bins().get(1));
    }

    @Test
    void the_headlines_of_2024_stand_beside_cisas_only_under_its_policy() throws Exception {
        String text = write(study("cisa-2024 1", FOUR), StudyFormat.TEXT);
        assertTrue(text.contains("50.0 % of the projects hold memory-unsafe code: 2 of 4."), text);
        assertTrue(text.contains("57.1 % of all code lines are memory-unsafe: 1,200 of 2,100"), text);
        assertTrue(text.contains("CISA's report of June 2024"), text);
        assertFalse(write(study("default 1", FOUR), StudyFormat.TEXT).contains("CISA"));
        assertTrue(write(study("default 1", List.of()), StudyFormat.TEXT).contains("No repository was scanned yet"));
    }

    @Test
    void json_and_markdown_say_the_same() throws Exception {
        JsonNode json = new ObjectMapper().readTree(write(study("default 1", FOUR), StudyFormat.JSON));
        assertEquals("memcensus/study/1", json.get("schema").asText());
        assertEquals(0.5714, json.at("/figures/code/share").asDouble());
        assertEquals(2, json.at("/figures/code/withUnsafe").asLong());
        assertEquals(5, json.at("/components/0/projects").asLong());
        assertTrue(json.at("/projects/3/unsafeShare").isNull());
        String page = write(study("default 1", FOUR), StudyFormat.MARKDOWN);
        assertTrue(page.contains("| 1 | a | `dir:lib` | 84.1 | 900 | rustls (Rust) |"), page);
        assertTrue(page.contains("nothing &#124; there"), page);
    }

    @Test
    void the_page_shows_each_project_in_its_place_and_keeps_foreign_text_as_text() throws Exception {
        List<Study.Project> projects = new ArrayList<>(FOUR);
        projects.add(new Study.Project("javascript:alert(1)", "<script>e</script>", null, 0.75, 100, 0, 0, 0));
        String html = write(study("cisa-2024 1", projects), StudyFormat.HTML);
        NodeList rows = rows(html);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.getLength(); i++) {
            lines.add(rows.item(i).getTextContent());
        }
        assertTrue(lines.contains("1adir:lib84.1900rustls (Rust)"), lines::toString);
        assertTrue(lines.contains("zlib59,000zlib-rs (Rust)"), lines::toString);
        assertTrue(lines.contains("https://x.org/nohttps://x.org/no: nothing | there"), lines::toString);
        int first = lines.indexOf("a1,00095095.0 %");
        assertTrue(first > 0, lines::toString);
        assertEquals("b1,00025025.0 %", lines.get(first + 1));
        assertEquals("<script>e</script>0.75100100100 %", lines.get(first + 2));
        assertTrue(html.contains("<title>&lt;script&gt;e&lt;/script&gt;: 100 lines, 100 % unsafe</title>"), html);
        assertTrue(html.contains("CISA&#39;s report of June 2024"), html);
        assertFalse(html.contains("<script") || html.contains("href=\"javascript"), html);
        assertTrue(write(study("default 1", List.of()), StudyFormat.HTML).contains("No repository was scanned yet"));
    }

    @Test
    void each_project_of_the_map_leads_to_its_line_and_the_smallest_stand_together() throws Exception {
        List<Study.Project> projects = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            projects.add(project("p" + i, 0, 1000 + i, 0));
        }
        String html = write(study("default 1", projects), StudyFormat.HTML);
        assertEquals(300, html.split("<a href=\"#p", -1).length - 1);
        assertTrue(html.contains("<title>100 smaller projects: 104,950 lines, 0 % unsafe</title>"), html);
        assertTrue(html.contains("<a href=\"#p1\"><rect class=\"safe\""), html);
        assertTrue(html.contains("<tr id=\"p1\"><td><a href=\"https://x.org/p399\">p399</a>"), html);
    }

    /** The rows of a page, which is XML. */
    private static NodeList rows(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getElementsByTagName("tr");
    }

    @Test
    void a_table_holds_foreign_text_as_text() {
        List<Study.Project> hostile =
                List.of(new Study.Project("https://x.org/a", "=cmd(\"x\"),\u001b[31m", null, 0.5, 1, 0, 0, 0));
        Map<String, String> tables = StudyReport.tables(study("default 1", hostile));
        assertEquals(
                "url,name,commit,criticality,code,unsafe,safe,undetermined,other,share,share_of_all\n"
                        + "https://x.org/a,\"'=cmd(\"\"x\"\"),\\x1b[31m\",,0.5000,1,1,0,0,0,1.0000,1.0000\n",
                tables.get("projects.csv"));
        assertEquals(6, tables.size());
        assertTrue(tables.get("figures.csv").startsWith("of,projects,with_unsafe,lines,unsafe,share,"));
    }
}
