package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a build installs ships, whatever the directory is called in which it lies. */
class DeliveredCodeTest {
    private static final String[] FILES = {
        "tools/daemon.c",
        "tools/daemon.h",
        "tools/sub/deep.h",
        "tools/gen.c",
        "tools/gen_data.h",
        "contrib/plug/plug.c",
        "contrib/plug/own.h",
        "src/a.c"
    };

    @Test
    void what_automake_installs_ships_with_its_headers() {
        Map<String, String> found = found(Map.of(
                "tools/Makefile.am",
                "sbin_PROGRAMS = daemon\nnoinst_PROGRAMS = gen\n",
                "contrib/plug/Makefile.am",
                "pkglib_LTLIBRARIES = plug.la\nplug_la_SOURCES = plug.c\n"));
        assertEquals(
                Set.of("tools/daemon.c", "tools/daemon.h", "contrib/plug/plug.c", "contrib/plug/own.h"),
                found.keySet());
        assertEquals("target daemon declared at tools/Makefile.am:1, which is installed", found.get("tools/daemon.c"));
    }

    @Test
    void a_helper_library_ships_with_what_links_it() {
        assertEquals(
                Set.of("tools/daemon.c", "tools/daemon.h", "tools/gen.c", "tools/gen_data.h"),
                found(Map.of("tools/Makefile.am", """
                                bin_PROGRAMS = daemon
                                noinst_LTLIBRARIES = libgen.la
                                libgen_la_SOURCES = gen.c
                                daemon_SOURCES = daemon.c
                                daemon_LDADD = libgen.la
                                """)).keySet());
    }

    @Test
    void the_build_file_of_the_root_may_speak_of_such_a_directory() {
        assertEquals(
                Set.of("tools/gen.c"),
                found(Map.of("Makefile.am", "bin_PROGRAMS = tools/gen src/a\ntools_gen_SOURCES = tools/gen.c\n"))
                        .keySet());
    }

    @Test
    void what_is_only_built_or_is_an_example_or_test_does_not_ship() {
        for (String list : List.of("noinst_PROGRAMS", "check_PROGRAMS", "EXTRA_PROGRAMS", "example_PROGRAMS")) {
            assertEquals(Map.of(), found(Map.of("tools/Makefile.am", list + " = daemon gen\n")), list);
        }
    }

    @Test
    void what_cmake_installs_ships() {
        String tools = """
                add_executable(daemon daemon.c)
                add_executable(gen gen.c)
                install(TARGETS daemon RUNTIME DESTINATION sbin)
                """;
        assertEquals(
                Set.of("tools/daemon.c", "tools/daemon.h"),
                found(Map.of("CMakeLists.txt", "add_subdirectory(tools)\n", "tools/CMakeLists.txt", tools))
                        .keySet());
        assertEquals(
                Map.of(),
                found(Map.of("CMakeLists.txt", "project(x)\n", "tools/CMakeLists.txt", tools)),
                "a project of its own");
    }

    @Test
    void what_meson_installs_ships() {
        String tools = "executable('daemon', 'daemon.c', install: true)\nexecutable('gen', 'gen.c', install: false)\n";
        assertEquals(
                Set.of("tools/daemon.c", "tools/daemon.h"),
                found(Map.of("meson.build", "subdir('tools')\n", "tools/meson.build", tools))
                        .keySet());
    }

    private static Map<String, String> found(Map<String, String> builds) {
        Map<String, String> texts = new TreeMap<>(builds);
        for (String file : FILES) {
            texts.put(file, "");
        }
        return DeliveredCode.in(
                List.copyOf(texts.keySet()),
                directory -> directory.startsWith("tools") || directory.startsWith("contrib"),
                path -> texts.containsKey(path) ? texts.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8) : null);
    }
}
