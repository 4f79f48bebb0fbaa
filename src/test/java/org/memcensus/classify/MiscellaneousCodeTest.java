package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memcensus.model.SampleFiles.including;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;

/** What lies in misc/ ships where the product includes it. */
class MiscellaneousCodeTest {
    private static final CountedFile HEADER = including(Role.TOOLING, "misc/list.h");
    private static final CountedFile SOURCE = including(Role.TOOLING, "misc/list.c", "list.h", "../misc/deep/node.h");
    private static final CountedFile DEEP = including(Role.TOOLING, "misc/deep/node.h");
    private static final CountedFile TOOL = including(Role.TOOLING, "misc/tool.c", "misc/list.h", "tool.h");
    private static final CountedFile OF_TOOL = including(Role.TOOLING, "misc/tool.h");

    @Test
    void a_header_that_the_product_includes_ships_with_its_source_and_what_that_includes() {
        assertEquals(
                Map.of(
                        "misc/list.h", "directory misc/, but src/a.c includes it",
                        "misc/list.c", "directory misc/, but src/a.c includes it",
                        "misc/deep/node.h", "directory misc/, but misc/list.c includes it"),
                found(including(Role.CORE, "src/a.c", "misc/list.h"), HEADER, SOURCE, DEEP, TOOL, OF_TOOL));
        assertEquals(
                Map.of("misc/list.h", "directory misc/, but src/sub/a.c includes it"),
                found(including(Role.CORE, "src/sub/a.c", "../../misc/list.h"), HEADER));
    }

    @Test
    void what_only_tools_and_examples_include_stays_a_tool() {
        assertEquals(
                Map.of(),
                found(including(Role.EXAMPLE, "contrib/a.c", "misc/list.h"), HEADER, SOURCE, DEEP, TOOL, OF_TOOL));
        assertEquals(Map.of(), found(including(Role.CORE, "src/a.c", "list.h", "../../../list.h"), HEADER));
    }

    private static Map<String, String> found(CountedFile... files) {
        Map<String, String> reasons = new TreeMap<>();
        MiscellaneousCode.in(Arrays.asList(files)).forEach((path, decision) -> {
            assertEquals(Role.CORE, decision.role());
            reasons.put(path, decision.reason());
        });
        return reasons;
    }
}
