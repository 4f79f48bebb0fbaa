package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Role;
import org.memcensus.model.SampleFiles;

/** What lies in misc/ ships where the product includes it. */
class MiscellaneousCodeTest {
    private static final CountedFile HEADER = file(Role.TOOLING, "misc/list.h");
    private static final CountedFile SOURCE = file(Role.TOOLING, "misc/list.c", "list.h", "../misc/deep/node.h");
    private static final CountedFile DEEP = file(Role.TOOLING, "misc/deep/node.h");
    private static final CountedFile TOOL = file(Role.TOOLING, "misc/tool.c", "misc/list.h", "tool.h");
    private static final CountedFile OF_TOOL = file(Role.TOOLING, "misc/tool.h");

    @Test
    void a_header_that_the_product_includes_ships_with_its_source_and_what_that_includes() {
        assertEquals(
                Map.of(
                        "misc/list.h", "directory misc/, but src/a.c includes it",
                        "misc/list.c", "directory misc/, but src/a.c includes it",
                        "misc/deep/node.h", "directory misc/, but misc/list.c includes it"),
                found(file(Role.CORE, "src/a.c", "misc/list.h"), HEADER, SOURCE, DEEP, TOOL, OF_TOOL));
        assertEquals(
                Map.of("misc/list.h", "directory misc/, but src/sub/a.c includes it"),
                found(file(Role.CORE, "src/sub/a.c", "../../misc/list.h"), HEADER));
    }

    @Test
    void what_only_tools_and_examples_include_stays_a_tool() {
        assertEquals(
                Map.of(), found(file(Role.EXAMPLE, "contrib/a.c", "misc/list.h"), HEADER, SOURCE, DEEP, TOOL, OF_TOOL));
        assertEquals(Map.of(), found(file(Role.CORE, "src/a.c", "list.h", "../../../list.h"), HEADER));
    }

    private static Map<String, String> found(CountedFile... files) {
        Map<String, String> reasons = new TreeMap<>();
        MiscellaneousCode.in(Arrays.asList(files)).forEach((path, decision) -> {
            assertEquals(Role.CORE, decision.role());
            reasons.put(path, decision.reason());
        });
        return reasons;
    }

    private static CountedFile file(Role role, String path, String... includes) {
        List<FileFacts.Include> quoted = Arrays.stream(includes)
                .map(include -> new FileFacts.Include(include, false))
                .toList();
        return SampleFiles.file(path, role, SampleFiles.C, 1, new FileFacts(List.of(), quoted, List.of()));
    }
}
