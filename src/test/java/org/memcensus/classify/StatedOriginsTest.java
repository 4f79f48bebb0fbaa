package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleMarks.Origin;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.SampleFiles;

class StatedOriginsTest {
    private static final List<Origin> KNOWN = List.of(new Origin("ORIGIN", List.of("from", "revision"), "https://x"));

    private static Map<String, RoleDecision> found(String path, String text) {
        List<CountedFile> files = List.of(
                SampleFiles.c("main.c", 10),
                SampleFiles.c("lib/own.c", 10),
                SampleFiles.c("lib/squeeze/deep/tree.c", 900));
        Map<String, String> texts = new HashMap<>(Map.of(path, text));
        files.forEach(file -> texts.put(file.path(), "int x;"));
        return StatedOrigins.in(
                KNOWN,
                texts.keySet(),
                files,
                asked -> texts.getOrDefault(asked, "").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_says_that_it_comes_from_elsewhere_is_others_code_however_much_it_is() {
        assertEquals(
                Map.of(
                        "lib/squeeze/deep/tree.c",
                        new RoleDecision(
                                Role.VENDORED, "directory lib/squeeze/, which is others' code as its ORIGIN says")),
                found("lib/squeeze/ORIGIN", "taken from https://x at revision 12\n"));
        assertEquals(
                Set.of("lib/own.c", "lib/squeeze/deep/tree.c"),
                found("lib/ORIGIN", "revision 2 from there").keySet());
    }

    @Test
    void a_whole_repository_or_a_file_that_says_less_or_is_called_otherwise_tells_nothing() {
        assertEquals(Map.of(), found("ORIGIN", "from there at revision 12\n"));
        assertEquals(Map.of(), found("lib/ORIGIN", "revision 12 of our library\n"));
        assertEquals(Map.of(), found("lib/OUR-ORIGIN", "from there at revision 12\n"));
    }
}
