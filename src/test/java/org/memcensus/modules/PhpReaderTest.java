package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhpReaderTest {
    @Test
    void each_extension_is_a_plugin_by_the_name_that_it_is_loaded_by() {
        DeclaredTree tree = new DeclaredTree(new PhpReader())
                .text("config.m4", """
                        dnl PHP_NEW_EXTENSION(none, none.c, $ext_shared)
                        PHP_ARG_WITH(tide2, for tides, [  --with-tide2])
                        if test "$PHP_TIDE2" != "no"; then
                          tide_sources="tide2.c \\
                            lib/wave.c"
                          PHP_NEW_EXTENSION(tide2, $tide_sources missing.c ../up.c, $ext_shared)
                        fi
                        """)
                .text("ext/moon/config9.m4", """
                        PHP_NEW_EXTENSION([moon],
                          m4_normalize([
                            moon.c
                            phase.c
                          ]),
                          [$ext_shared],,
                          [-DOWN=1])
                        """)
                .files("none.c", "tide2.c", "lib/wave.c", "ext/moon/moon.c", "ext/moon/phase.c");
        assertEquals(
                List.of("plugin . tide2: lib/wave.c tide2.c", "plugin ext/moon moon: ext/moon/moon.c ext/moon/phase.c"),
                tree.lines());
    }

    @Test
    void hostile_scripts_end_in_bounded_time() {
        String doubling =
                "x=a.c\n" + "x=\"$x $x $x $x\"\n".repeat(20_000) + "PHP_NEW_EXTENSION(a, $x)\n".repeat(10_000);
        for (String text : List.of(
                "PHP_NEW_EXTENSION(".repeat(50_000),
                "PHP_NEW_EXTENSION(a,\n".repeat(50_000),
                doubling,
                "PHP_NEW_EXTENSION(a, " + "[".repeat(200_000))) {
            DeclaredTree tree =
                    new DeclaredTree(new PhpReader()).text("config.m4", text).files("a.c");
            assertTimeoutPreemptively(Duration.ofSeconds(20), tree::lines);
        }
    }
}
