package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Role;
import org.memcensus.model.SourceKind;
import org.memcensus.report.MapAreas.Area;
import org.memcensus.report.Treemap.Tile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static Document page(String sample) throws Exception {
        String page = Golden.render(Format.HTML.report(), Samples.named(sample), Samples.run());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document page) {
        NodeList all = page.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "hostile", "empty", "no-code", "safe"})
    void a_page_is_well_formed_and_loads_and_runs_nothing(String sample) throws Exception {
        Set<String> tags = new HashSet<>();
        for (Element element : elements(page(sample))) {
            tags.add(element.getTagName());
            assertFalse(element.hasAttribute("src"), element.getTagName());
            assertFalse(element.hasAttribute("onclick"), element.getTagName());
            if (element.hasAttribute("href")) {
                assertTrue(element.getAttribute("href").matches("(https://|#m[0-9]).*"), element.getAttribute("href"));
            }
        }
        tags.removeAll(Set.of("html", "head", "meta", "title", "style", "body", "header", "section", "footer"));
        tags.removeAll(
                Set.of("h1", "h2", "h3", "p", "b", "i", "em", "span", "div", "code", "a", "ul", "li", "dl", "dt"));
        tags.removeAll(Set.of("dd", "table", "tr", "th", "td", "details", "summary", "svg", "g", "rect", "text"));
        assertEquals(Set.of(), tags);
    }

    @Test
    void every_ranked_module_has_its_place_and_links_lead_to_it() throws Exception {
        Set<String> ids = new HashSet<>();
        Set<String> targets = new HashSet<>();
        for (Element element : elements(page("curl"))) {
            if (element.hasAttribute("id")) {
                ids.add("#" + element.getAttribute("id"));
            }
            if (element.getAttribute("href").startsWith("#")) {
                targets.add(element.getAttribute("href"));
            }
        }
        long ranked = Samples.curl().modules().stream()
                .filter(module -> module.rank() > 0)
                .count();
        assertEquals(ranked, ids.size());
        assertFalse(targets.isEmpty());
        assertTrue(ids.containsAll(targets), targets + " in " + ids);
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/curl/curl.git, https://github.com/curl/curl/blob/abc/x%20y/lib/a%25b.c#L7",
        "git@github.com:curl/curl.git, https://github.com/curl/curl/blob/abc/x%20y/lib/a%25b.c#L7",
        "ssh://git@gitlab.com/group/sub/p, https://gitlab.com/group/sub/p/-/blob/abc/x%20y/lib/a%25b.c#L7",
        "https://codeberg.org/o/p/, https://codeberg.org/o/p/src/commit/abc/x%20y/lib/a%25b.c#L7",
        "https://example.org/o/p, ''",
        "https://github.com.example.org/o/p, ''",
        "https://github.com/o/p?x=1, ''",
        "https://github.com/o/p\"onload, ''",
        "/srv/git/p, ''",
        "javascript:alert(1), ''",
    })
    void lines_are_linked_where_a_known_host_shows_them(String url, String expected) {
        RepositoryInfo repository = new RepositoryInfo("p", url, null, "abc", SourceKind.WORKTREE, "x y");
        assertEquals(expected, SourceLinks.of(repository).to("lib/a%b.c", 7));
    }

    @Test
    void without_a_commit_no_line_is_linked() {
        RepositoryInfo repository =
                new RepositoryInfo("p", "https://github.com/o/p", null, null, SourceKind.FOLDER, "");
        assertEquals("", SourceLinks.of(repository).to("a.c", 1));
    }

    @Test
    void tiles_have_the_areas_of_their_numbers_and_do_not_overlap() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double[] numbers = random.ints(1 + random.nextInt(80), 1, 10_000)
                    .boxed()
                    .sorted((a, b) -> b - a)
                    .mapToDouble(Integer::doubleValue)
                    .toArray();
            double sum = 0;
            for (double number : numbers) {
                sum += number;
            }
            List<Tile> tiles = Treemap.of(numbers, 1000, 400);
            assertEquals(numbers.length, tiles.size());
            for (int i = 0; i < numbers.length; i++) {
                Tile tile = tiles.get(i);
                assertEquals(numbers[i] * 400_000 / sum, tile.width() * tile.height(), 1e-6);
                assertTrue(tile.x() > -1e-6 && tile.x() + tile.width() < 1000 + 1e-6);
                assertTrue(tile.y() > -1e-6 && tile.y() + tile.height() < 400 + 1e-6);
                for (int j = 0; j < i; j++) {
                    assertFalse(overlap(tile, tiles.get(j)), i + " and " + j);
                }
            }
        }
    }

    private static boolean overlap(Tile one, Tile other) {
        double little = 1e-6;
        return one.x() + little < other.x() + other.width()
                && other.x() + little < one.x() + one.width()
                && one.y() + little < other.y() + other.height()
                && other.y() + little < one.y() + one.height();
    }

    @Test
    void a_map_of_many_modules_shows_each_once_in_areas_that_can_be_seen() {
        Random random = new Random(11);
        List<ModuleCensus> modules = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String directory = "d" + random.nextInt(5) + (random.nextInt(3) == 0 ? "" : "/e" + random.nextInt(400));
            modules.add(Samples.unranked(
                    directory + "/m" + i, Role.CORE, List.of(Samples.c(directory + "/m" + i + ".c", 1 + i % 50))));
        }
        List<Area> areas = MapAreas.of(modules);
        assertTrue(areas.size() > 100 && areas.size() <= 300, areas.size() + " areas");
        List<ModuleCensus> shown =
                areas.stream().flatMap(area -> area.modules().stream()).toList();
        assertEquals(modules.size(), shown.size());
        assertEquals(new HashSet<>(modules), new HashSet<>(shown));
    }

    @Test
    void a_map_of_few_modules_shows_them_by_themselves() {
        List<ModuleCensus> modules = List.of(
                Samples.unranked("a/b/c", Role.CORE, List.of(Samples.c("a/b/c/x.c", 10))),
                Samples.unranked("a/b", Role.CORE, List.of(Samples.c("a/b/y.c", 20))),
                Samples.unranked("d", Role.CORE, List.of(Samples.c("d/z.c", 5))));
        assertEquals(
                List.of("a/b", "a/b/c", "d"),
                MapAreas.of(modules).stream().map(Area::name).toList());
    }
}
