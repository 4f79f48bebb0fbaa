package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Census;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceKind;

class SarifReportTest {
    private static JsonNode render(Format format, Census census) throws Exception {
        return new ObjectMapper().readTree(Golden.render(format.report(), census, Samples.run()));
    }

    private static Census inFolder(Census census) {
        RepositoryInfo repository = new RepositoryInfo("p", null, null, null, SourceKind.FOLDER, "sub");
        return new Census(repository, "default", "1", census.modules(), census.coverage());
    }

    @Test
    void there_is_a_result_for_each_ranked_module_in_their_order() throws Exception {
        Census census = Samples.curl();
        List<ModuleCensus> ranked =
                census.modules().stream().filter(module -> module.rank() > 0).toList();
        JsonNode results = render(Format.SARIF, census).at("/runs/0/results");
        JsonNode entries = render(Format.GITLAB, census);
        assertEquals(ranked.size(), results.size());
        assertEquals(ranked.size(), entries.size());
        Set<String> prints = new HashSet<>();
        for (int i = 0; i < ranked.size(); i++) {
            JsonNode result = results.get(i);
            assertEquals(ranked.get(i).score().priority(), result.get("rank").asDouble(), 0.05);
            assertEquals(
                    ranked.get(i).module().id(),
                    result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                            .asText());
            assertTrue(
                    result.at("/locations/0/physicalLocation/region/startLine").asInt() >= 1);
            assertTrue(result.at("/message/text")
                    .asText()
                    .startsWith(ranked.get(i).module().name()));
            assertEquals(
                    result.at("/partialFingerprints/memcensusModule~1v1").asText(),
                    entries.get(i).get("fingerprint").asText());
            assertTrue(prints.add(entries.get(i).get("fingerprint").asText()));
        }
    }

    @Test
    void exposed_modules_are_warnings_and_the_others_notes() throws Exception {
        Census census = Samples.curl();
        JsonNode results = render(Format.SARIF, census).at("/runs/0/results");
        Set<String> levels = new HashSet<>();
        for (JsonNode result : results) {
            String id = result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                    .asText();
            ModuleCensus module = census.modules().stream()
                    .filter(each -> each.module().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            String level = result.get("level").asText();
            levels.add(level);
            assertEquals(Wording.criteria(module, true).equals("boundary, critical"), level.equals("warning"), id);
        }
        assertFalse(levels.isEmpty());
    }

    @Test
    void places_are_named_from_the_root_of_the_repository() throws Exception {
        Census census = inFolder(Samples.curl());
        assertTrue(render(Format.SARIF, census)
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText()
                .startsWith("sub/"));
        assertTrue(render(Format.GITLAB, census).at("/0/location/path").asText().startsWith("sub/"));
    }
}
