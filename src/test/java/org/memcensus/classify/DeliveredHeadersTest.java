package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.memcensus.model.SampleFiles.including;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;

/** Of a part of contrib/ that the build installs, what is included ships too. */
class DeliveredHeadersTest {
    private static final CountedFile INSTALLED = including(Role.CORE, "contrib/net/src/tcp.cpp", "net/tcp.h");
    private static final CountedFile HEADER = including(Role.EXAMPLE, "contrib/net/include/net/tcp.h", "tcp.inl");
    private static final CountedFile TEMPLATES = including(Role.EXAMPLE, "contrib/net/include/net/tcp.inl");
    private static final CountedFile SERVER = including(Role.EXAMPLE, "contrib/net/include/net/server.h");
    private static final CountedFile UNUSED = including(Role.EXAMPLE, "contrib/net/play/unused.h");
    private static final CountedFile OTHER = including(Role.EXAMPLE, "contrib/other/tcp.h");

    @Test
    void what_an_installed_source_or_the_product_includes_of_its_part_ships() {
        assertEquals(
                Map.of(
                        "contrib/net/include/net/tcp.h",
                        "directory contrib/, but contrib/net/src/tcp.cpp includes it",
                        "contrib/net/include/net/tcp.inl",
                        "directory contrib/, but contrib/net/include/net/tcp.h includes it",
                        "contrib/net/include/net/server.h",
                        "directory contrib/, but src/a.cpp includes it"),
                found(
                        including(Role.CORE, "src/a.cpp", "net/server.h"),
                        INSTALLED,
                        HEADER,
                        TEMPLATES,
                        SERVER,
                        UNUSED,
                        OTHER));
    }

    @Test
    void a_name_that_the_product_has_itself_means_that() {
        assertEquals(
                Map.of(),
                found(
                        including(Role.CORE, "src/a.cpp", "server.h"),
                        including(Role.CORE, "src/server.h"),
                        including(Role.CORE, "contrib/net/src/tcp.cpp"),
                        SERVER));
    }

    @Test
    void of_what_is_not_installed_nothing_ships() {
        assertEquals(Map.of(), DeliveredHeaders.in(List.of(INSTALLED, HEADER, TEMPLATES), Set.of("tools/net/tcp.cpp")));
    }

    private static Map<String, String> found(CountedFile... files) {
        Map<String, String> reasons = new TreeMap<>();
        DeliveredHeaders.in(Arrays.asList(files), Set.of("contrib/net/src/tcp.cpp"))
                .forEach((path, decision) -> {
                    assertEquals(Role.CORE, decision.role());
                    reasons.put(path, decision.reason());
                });
        return reasons;
    }
}
