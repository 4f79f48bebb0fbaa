package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Finding;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Role;
import org.memcensus.model.SourceKind;
import org.memcensus.model.Verdict;

/** The limits that GitHub sets for what it takes and shows. */
class GateSarifTest {
    private static final int MOST_RESULTS = 5_000;
    private static final int MOST_LOCATIONS = 100;
    private static final int MOST_LETTERS = 1_024;
    private static final int MOST_TAGS = 10;

    private static Finding finding(int number, int files) {
        List<String> paths = IntStream.range(0, files)
                .mapToObj(i -> "m" + number + "/f" + i + ".c")
                .toList();
        return new Finding(
                Finding.Kind.NEW_MODULE,
                Samples.unranked("m" + number, Role.CORE, List.of(Samples.c(paths.get(0), 10))),
                null,
                10,
                paths,
                "",
                null);
    }

    private static JsonNode run(List<Finding> findings) throws Exception {
        Verdict verdict = new Verdict(
                Verdict.Outcome.FAIL,
                "base main",
                null,
                new RepositoryInfo("project", null, null, null, SourceKind.WORKTREE, ""),
                findings,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                10,
                OptionalDouble.empty(),
                OptionalDouble.of(1));
        StringWriter out = new StringWriter();
        new GateSarif().write(verdict, Samples.run(), out);
        return new ObjectMapper().readTree(out.toString()).get("runs").get(0);
    }

    @Test
    void no_more_results_are_written_than_are_shown() throws Exception {
        JsonNode results = run(IntStream.range(0, MOST_RESULTS + 100)
                        .mapToObj(i -> finding(i, 1))
                        .toList())
                .get("results");
        assertEquals(MOST_RESULTS, results.size());
        Set<String> prints = new HashSet<>();
        results.forEach(result ->
                prints.add(result.at("/partialFingerprints/memcensusModule~1v1").asText()));
        assertEquals(MOST_RESULTS, prints.size());
    }

    @Test
    void a_module_of_many_files_names_no_more_places_than_are_shown() throws Exception {
        JsonNode result = run(List.of(finding(0, 2_000))).get("results").get(0);
        assertEquals(1, result.get("locations").size());
        assertTrue(1 + result.get("relatedLocations").size() <= MOST_LOCATIONS);
    }

    @Test
    void each_rule_has_the_texts_that_are_asked_for() throws Exception {
        JsonNode rules = run(List.of(finding(0, 1))).at("/tool/driver/rules");
        assertEquals(Finding.Kind.values().length, rules.size());
        for (JsonNode rule : rules) {
            for (String text : List.of("shortDescription", "fullDescription", "help")) {
                String said = rule.get(text).get("text").asText();
                assertFalse(said.isBlank() || said.length() > MOST_LETTERS, said);
            }
            assertTrue(rule.at("/properties/tags").size() <= MOST_TAGS);
        }
    }
}
