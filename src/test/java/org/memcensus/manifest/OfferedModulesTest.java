package org.memcensus.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.CodeModule;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;
import org.memcensus.model.SampleFiles;
import org.memcensus.tables.ManifestTable;
import org.memcensus.tables.RuleTable;

class OfferedModulesTest {
    private static final Map<String, String> BUILD =
            new TreeMap<>(Map.of("CMakeLists.txt", """
            add_library(plug SHARED tests/plug.c)
            add_library(wire SHARED lib/wire.c)
            """, "src/Makefile.am", "lib_LTLIBRARIES = libwire.la\n"));

    private static final List<BuildTarget> TARGETS = List.of(
            new BuildTarget("cmake:plug", "target plug declared at CMakeLists.txt:1", List.of("tests/plug.c")),
            new BuildTarget("cmake:wire", "target wire declared at CMakeLists.txt:2", List.of("lib/wire.c")));

    private static List<String> places(CodeModule module) {
        Manifests manifests = Manifests.read(
                ManifestTable.rules(),
                List.copyOf(BUILD.keySet()),
                List.of(),
                path -> BUILD.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8));
        return new OfferedModules(manifests, List.of(module), TARGETS, RuleTable.rules())
                .of(module).stream()
                        .map(each -> each.path() + ":" + each.line())
                        .toList();
    }

    private static CodeModule library(String file) {
        return new CodeModule("cmake:any", "any", ModuleKind.LIBRARY, "", Role.CORE, List.of(SampleFiles.c(file, 10)));
    }

    @Test
    void a_library_is_offered_by_the_target_that_holds_its_code() {
        assertEquals(List.of("CMakeLists.txt:2"), places(library("lib/wire.c")));
        assertEquals(List.of("CMakeLists.txt:2"), places(library("lib/beside.c")));
    }

    @Test
    void the_library_of_a_test_offers_nothing_else_of_its_build_file() {
        assertEquals(List.of("src/Makefile.am:1"), places(library("src/more.c")));
        assertEquals(List.of(), places(library("old/other.c")));
    }
}
