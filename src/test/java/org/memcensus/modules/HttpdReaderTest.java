package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class HttpdReaderTest {
    @Test
    void each_module_of_a_directory_is_a_plugin_by_the_name_that_it_is_loaded_by() {
        DeclaredTree tree = new DeclaredTree(new HttpdReader())
                .text("modules/relay/config2.m4", """
                        dnl APACHE_MODULE(name, helptext)
                        APACHE_MODPATH_INIT(relay)
                        relay_objs="dnl
                        mod_relay.lo dnl the core
                        relay_util.lo dnl
                        "
                        cast_objs="mod_cast.lo"
                        case "$host" in
                          *os2*)
                            cast_objs="$cast_objs mod_relay.la"
                            ;;
                        esac
                        APACHE_MODULE(relay, [relays, by (any) way], $relay_objs, , most)
                        APACHE_MODULE(cast,
                            'sends' to many, $cast_objs, , most, [
                          APR_ADDTO(MOD_CAST_LDADD, [-lm])
                        ], [relay,watch])
                        if test "$old" = yes; then
                            APACHE_MODULE(echo, answers, , , no)
                        else
                            APACHE_MODULE(echo, answers, , , yes)
                        fi
                        # APACHE_MODULE(none)
                        """)
                .files("modules/relay/mod_relay.c", "modules/relay/relay_util.c", "modules/relay/mod_cast.c")
                .files("modules/relay/mod_echo.c", "modules/relay/mod_none.c");
        assertEquals(
                List.of(
                        "plugin modules/relay mod_cast: modules/relay/mod_cast.c",
                        "plugin modules/relay mod_echo: modules/relay/mod_echo.c",
                        "plugin modules/relay mod_relay: modules/relay/mod_relay.c modules/relay/relay_util.c"),
                tree.lines());
        assertEquals(
                List.of("mod_relay", "mod_relay.la", "mod_watch"),
                tree.read().get(0).links());
    }

    @Test
    void a_process_model_is_of_the_object_that_has_its_name() {
        DeclaredTree tree = new DeclaredTree(new HttpdReader())
                .text("server/mpm/wave/config.m4", """
                        APACHE_MPMPATH_INIT(wave)
                        APACHE_MPM_MODULE(wave, $enable_mpm_wave, wave.lo, [
                            AC_CHECK_FUNCS(pthread_kill)
                        ])
                        """)
                .text("server/mpm/tide/config.m4", "APACHE_MPM_MODULE(tide, $enable_mpm_tide)\n")
                .files("server/mpm/wave/wave.c", "server/mpm/tide/tide.c");
        assertEquals(
                List.of(
                        "plugin server/mpm/tide mod_mpm_tide: server/mpm/tide/tide.c",
                        "plugin server/mpm/wave mod_mpm_wave: server/mpm/wave/wave.c"),
                tree.lines());
    }

    @Test
    void a_module_goes_before_the_library_that_another_build_puts_it_into() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", "add_library(server SHARED core/a.c core/b.c http/mod_http.c http/split.c)\n")
                .build(
                        "http/config.m4",
                        "http_objects='mod_http.lo split.lo'\nAPACHE_MODULE(http, speaks, $http_objects)\n")
                .files("core/a.c", "core/b.c", "http/mod_http.c", "http/split.c", "http/mod_http.h");
        assertEquals("httpd:http/mod_http", tree.ids().get("http/split.c"));
        assertEquals("httpd:http/mod_http", tree.ids().get("http/mod_http.h"));
        assertEquals(ModuleKind.PLUGIN, GroupedFile.kind(tree, "http/split.c"));
        assertTrue(GroupedFile.reason(tree, "http/split.c").startsWith("target mod_http declared at http/config.m4:2"));
    }

    @Test
    void hostile_scripts_end_in_bounded_time_with_a_note() {
        String doubling =
                "x=a.lo\n" + "x=\"$x $x $x $x\"\n".repeat(20_000) + "APACHE_MODULE(a, b, $x)\n".repeat(10_000);
        for (String text : List.of(
                "APACHE_MODULE(".repeat(50_000),
                "APACHE_MODULE(a,\n".repeat(50_000),
                doubling,
                "APACHE_MODULE(" + "[".repeat(200_000),
                "\n".repeat(900_000) + "APACHE_MODULE(")) {
            DeclaredTree tree =
                    new DeclaredTree(new HttpdReader()).text("config.m4", text).files("a.c");
            assertTimeoutPreemptively(Duration.ofSeconds(20), tree::lines);
        }
    }
}
