package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What only runs while a project is built does not ship. */
class BuildProgramsTest {
    private static final List<String> FILES =
            List.of("host/mk.c", "host/mk.h", "host/parts.c", "src/a.c", "src/gen_own.c", "src/shared.c", "src/own.c");

    private static Map<String, String> found(String path, String text) {
        return found(Map.of(path, text));
    }

    private static Map<String, String> found(Map<String, String> texts) {
        List<String> paths = new ArrayList<>(FILES);
        paths.addAll(texts.keySet());
        paths.sort(null);
        return new TreeMap<>(BuildPrograms.in(paths, path -> {
            String text = texts.get(path);
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }));
    }

    @Test
    void what_a_make_file_compiles_for_the_building_machine_runs_there_alone() {
        String text = """
                MK_O= host/mk.o host/parts.o
                host/mk: $(MK_O)
                \t$(HOST_CC) $(HOST_FLAGS) -o $@ $(MK_O)
                src/gen_own: src/gen_own.c
                \t$(CC_FOR_BUILD) -o $@ $<
                own: src/a.o
                \t$(CC) -o $@ $^
                """;
        Map<String, String> found = found("Makefile", text);
        assertEquals(Set.of("host/mk.c", "host/mk.h", "host/parts.c", "src/gen_own.c"), found.keySet());
        assertEquals("target mk declared at Makefile:2, which only the build runs", found.get("host/mk.c"));
    }

    @Test
    void what_the_product_is_made_of_too_ships() {
        String text = """
                OWN ?= ./own-host
                OWN = ./own$(EXE)
                own$(EXE): src/own.o src/shared.o
                \t$(CC) -o $@ $^
                $(OWN): src/own.host.o src/shared.host.o
                \t$(HOST_CC) -o $@ $^
                """;
        assertEquals(Set.of(), found("Makefile", text).keySet());
    }

    @Test
    void objects_that_lie_deep_are_those_of_the_product_all_the_same() {
        String text = """
                OBJ = .obj
                ifdef CHECKED
                OBJ := $(OBJ)/checked
                endif
                own: $(OBJ)/a.o $(OBJ)/shared.o
                \t$(CC) -o $@ $^
                own-host: $(OBJ)/a.host.o $(OBJ)/shared.host.o $(OBJ)/gen_own.host.o
                \t$(HOST_CC) -o $@ $^
                """;
        assertEquals(Set.of("src/gen_own.c"), found("src/Makefile", text).keySet());
    }

    @Test
    void flags_for_the_host_alone_are_no_compiler() {
        String text = "own: src/a.c\n\t$(CC) $(HOST_CXXFLAGS) -o $@ src/a.c\n";
        assertEquals(Set.of(), found("Makefile", text).keySet());
    }

    @Test
    void kbuild_lists_them() {
        String text = "hostprogs-y := mk\nmk-objs := mk.o parts.o\nobj-y += other.o\n";
        assertEquals(
                Set.of("host/mk.c", "host/mk.h", "host/parts.c"),
                found("host/Makefile", text).keySet());
    }

    @Test
    void what_automake_installs_nowhere_and_a_rule_runs_to_make_a_source_is_one() {
        String text = """
                bin_PROGRAMS = own
                own_SOURCES = own.c shared.c
                noinst_PROGRAMS = gen_own a
                gen_own_SOURCES = gen_own.c shared.c
                own_data.h: gen_own$(EXEEXT)
                \t$(AM_V_GEN)./gen_own$(EXEEXT) > $@
                check-local:
                \t./a own_data.h
                """;
        assertEquals(Set.of("src/gen_own.c"), found("src/Makefile.am", text).keySet());
    }

    @Test
    void meson_says_that_they_are_native() {
        String text = "gen = executable('gen', 'src/gen_own.c', native: true)\nexecutable('own', 'src/own.c')\n";
        assertEquals(Set.of("src/gen_own.c"), found("meson.build", text).keySet());
    }

    @Test
    void cmake_runs_them_by_a_command_that_makes_a_source() {
        String text = """
                add_executable(gen_own src/gen_own.c)
                add_custom_command(OUTPUT own.h COMMAND gen_own own.h)
                add_executable(own src/own.c)
                add_custom_command(OUTPUT own.txt COMMAND own)
                add_executable(a src/a.c)
                install(TARGETS a)
                add_custom_command(OUTPUT a.c COMMAND $<TARGET_FILE:a>)
                """;
        assertEquals(Set.of("src/gen_own.c"), found("CMakeLists.txt", text).keySet());
    }
}
