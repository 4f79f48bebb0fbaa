package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class BuildsTest {
    private static final List<String> SYSTEMS = List.of("cmake", "meson", "automake");

    private static Declaration target(String system, ModuleKind kind, String... files) {
        return new Declaration(system, "t", kind, "", List.of(files), false, system, 1);
    }

    @Test
    void among_complete_builds_the_first_reader_wins() {
        Declaration cmake = target("cmake", ModuleKind.LIBRARY, "a.c");
        Declaration automake = target("automake", ModuleKind.LIBRARY, "a.c", "b.c");
        Builds builds = Builds.of(SYSTEMS, List.of(automake, cmake));
        assertTrue(builds.isFirst("a.c", cmake, automake));
    }

    @Test
    void a_build_of_a_small_part_does_not_overrule_the_main_one() {
        Declaration cmake = target("cmake", ModuleKind.LIBRARY, "a.c");
        Declaration automake = target("automake", ModuleKind.EXECUTABLE, "a.c", "b.c", "c.c");
        Builds builds = Builds.of(SYSTEMS, List.of(cmake, automake));
        assertTrue(builds.isFirst("a.c", automake, cmake));
    }

    @Test
    void within_a_build_a_library_wins_over_a_program() {
        Declaration program = target("cmake", ModuleKind.EXECUTABLE, "a.c");
        Declaration library = target("cmake", ModuleKind.LIBRARY, "a.c");
        Builds builds = Builds.of(SYSTEMS, List.of(program, library));
        assertTrue(builds.isFirst("a.c", library, program));
        assertEquals(-1, Integer.signum(builds.order().compare(library, program)));
    }
}
