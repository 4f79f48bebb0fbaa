package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class TwinsTest {
    private static final List<String> SYSTEMS = List.of("cmake", "automake", "msvc");

    private static Declaration target(String system, String directory, String name, ModuleKind kind, String... files) {
        return new Declaration(
                system, name, kind, directory, List.of(files), false, directory + "/" + system + ".txt", 1);
    }

    private static List<String> merged(Declaration... declarations) {
        List<Declaration> all = List.of(declarations);
        return Twins.merge(all, Builds.of(SYSTEMS, all)).stream()
                .map(each -> each.target().system() + ":" + each.target().name()
                        + each.target().files())
                .toList();
    }

    @Test
    void static_and_shared_library_and_the_same_in_another_build_are_one() {
        assertEquals(
                List.of("cmake:foo[a.c, b.c, c.c, w.c]"),
                merged(
                        target("cmake", "lib", "foo_static", ModuleKind.LIBRARY, "a.c", "b.c"),
                        target("cmake", "lib", "foo_shared", ModuleKind.LIBRARY, "a.c", "b.c", "c.c"),
                        target("msvc", "win", "libfoo", ModuleKind.LIBRARY, "a.c", "b.c", "w.c")));
    }

    @Test
    void a_program_of_a_library_with_files_of_its_own_is_not_the_library() {
        assertEquals(
                List.of("cmake:foo[a.c, b.c]", "cmake:run[a.c, b.c, r.c]"),
                merged(
                        target("cmake", "app", "run", ModuleKind.EXECUTABLE, "a.c", "b.c", "r.c"),
                        target("cmake", "lib", "foo", ModuleKind.LIBRARY, "a.c", "b.c")));
        assertEquals(
                List.of("cmake:foo[a.c, b.c]"),
                merged(
                        target("cmake", "app", "run", ModuleKind.EXECUTABLE, "a.c", "b.c"),
                        target("cmake", "lib", "foo", ModuleKind.LIBRARY, "a.c", "b.c")));
    }

    @Test
    void a_variant_that_is_not_installed_gives_no_name_to_one_that_is() {
        Target installed = new Target("automake", "own-tool", ModuleKind.EXECUTABLE, "Makefile.am", 1);
        installed.add(List.of("tool.c"));
        installed.deliver();
        assertEquals(
                List.of("automake:own-tool[tool.c]"),
                merged(
                        target("automake", "", "own-cov-tool", ModuleKind.EXECUTABLE, "tool.c"),
                        installed.declaration()));
    }

    @Test
    void targets_of_which_each_has_a_file_of_its_name_are_two() {
        assertEquals(
                List.of("cmake:psd[psd.c, read.h]", "cmake:tiff[psd.c, read.h, tiff.c]"),
                merged(
                        target("cmake", "coders", "psd", ModuleKind.PLUGIN, "psd.c", "read.h"),
                        target("cmake", "coders", "tiff", ModuleKind.PLUGIN, "psd.c", "read.h", "tiff.c")));
    }

    @Test
    void what_is_said_of_a_file_names_those_that_list_it() {
        List<Declaration> all = List.of(
                target("cmake", "lib", "foo_shared", ModuleKind.LIBRARY, "a.c", "b.c"),
                target("cmake", "lib", "foo_static", ModuleKind.LIBRARY, "a.c", "b.c", "c.c"),
                target("msvc", "win", "foo", ModuleKind.LIBRARY, "a.c", "c.c", "w.c"));
        Twins.Merged merged = Twins.merge(all, Builds.of(SYSTEMS, all)).get(0);
        assertEquals(
                "target foo declared at lib/cmake.txt:1, of the same files as foo_static at lib/cmake.txt:1",
                merged.said("b.c"));
        assertEquals(
                "target foo_static declared at lib/cmake.txt:1, of the same files as msvc's foo at win/msvc.txt:1",
                merged.said("c.c"));
        assertEquals("target foo declared at win/msvc.txt:1", merged.said("w.c"));
        assertEquals("foo", merged.first("w.c").name());
    }

    @Test
    void a_target_that_is_declared_for_each_of_two_cases_is_said_once() {
        List<Declaration> all = List.of(
                target("automake", "", "own", ModuleKind.EXECUTABLE, "own.c", "a.c"),
                target("automake", "", "own", ModuleKind.EXECUTABLE, "own.c", "a.c", "b.c"));
        assertEquals(
                "target own declared at /automake.txt:1",
                Twins.merge(all, Builds.of(SYSTEMS, all)).get(0).said("a.c"));
    }

    @Test
    void a_variant_with_a_name_of_its_own_does_not_name_the_library() {
        assertEquals(
                List.of("cmake:libcurl[a.c, b.c]"),
                merged(
                        target("cmake", "lib", "curlu", ModuleKind.LIBRARY, "a.c", "b.c"),
                        target("cmake", "lib", "libcurl_shared", ModuleKind.LIBRARY, "a.c", "b.c"),
                        target("cmake", "lib", "libcurl_static", ModuleKind.LIBRARY, "a.c", "b.c")));
    }

    @Test
    void a_library_that_another_build_lists_with_its_headers_is_one() {
        assertEquals(
                List.of("cmake:pki[a.c, a.h, b.c, b.h]"),
                merged(
                        target("cmake", "lib", "pki", ModuleKind.LIBRARY, "a.c", "b.c"),
                        target("msvc", "lib", "pki", ModuleKind.LIBRARY, "a.c", "a.h", "b.c", "b.h")));
        assertEquals(
                2,
                merged(
                                target("cmake", "src", "get", ModuleKind.EXECUTABLE, "get.c", "io.c", "log.c"),
                                target(
                                        "msvc",
                                        "src",
                                        "put",
                                        ModuleKind.EXECUTABLE,
                                        "put.c",
                                        "io.c",
                                        "io.h",
                                        "log.c",
                                        "log.h"))
                        .size());
    }

    @Test
    void programs_that_share_their_helpers_are_two() {
        assertEquals(
                2,
                merged(
                                target("cmake", "src", "get", ModuleKind.EXECUTABLE, "get.c", "io.c", "log.c"),
                                target("cmake", "src", "put", ModuleKind.EXECUTABLE, "put.c", "io.c", "log.c"))
                        .size());
    }

    @Test
    void a_common_name_that_another_target_has_is_not_taken() {
        assertEquals(
                List.of("cmake:foo[z.c]", "cmake:foo_a[a.c]"),
                merged(
                        target("cmake", "lib", "foo_a", ModuleKind.LIBRARY, "a.c"),
                        target("cmake", "lib", "foo_b", ModuleKind.LIBRARY, "a.c"),
                        target("cmake", "lib", "foo", ModuleKind.LIBRARY, "z.c")));
    }

    @Test
    void the_order_of_declarations_does_not_matter() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Declaration> declarations = declarations(random);
            List<Declaration> shuffled = new ArrayList<>(declarations);
            Collections.shuffle(shuffled, random);
            assertEquals(
                    Twins.merge(declarations, Builds.of(SYSTEMS, declarations)),
                    Twins.merge(shuffled, Builds.of(SYSTEMS, shuffled)),
                    "seed " + seed);
        }
    }

    @Test
    void merged_targets_lose_no_file_and_have_names_of_their_own() {
        for (int seed = 0; seed < 300; seed++) {
            List<Declaration> declarations = declarations(new Random(seed));
            TreeSet<String> before = new TreeSet<>();
            declarations.forEach(each -> before.addAll(each.files()));
            TreeSet<String> after = new TreeSet<>();
            TreeSet<String> names = new TreeSet<>();
            List<Twins.Merged> merged = Twins.merge(declarations, Builds.of(SYSTEMS, declarations));
            merged.forEach(each -> {
                after.addAll(each.target().files());
                names.add(each.target().system() + each.target().directory() + ":"
                        + each.target().name());
            });
            assertEquals(before, after);
            assertEquals(merged.size(), names.size(), "seed " + seed);
        }
    }

    private static List<Declaration> declarations(Random random) {
        List<Declaration> declarations = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            TreeSet<String> files = new TreeSet<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                files.add((char) ('a' + random.nextInt(8)) + ".c");
            }
            declarations.add(target(
                    SYSTEMS.get(random.nextInt(3)),
                    random.nextBoolean() ? "lib" : "src",
                    List.of("foo", "foo_a", "foo_b", "bar-x", "bar-y", "baz").get(random.nextInt(6)),
                    random.nextBoolean() ? ModuleKind.LIBRARY : ModuleKind.EXECUTABLE,
                    files.toArray(String[]::new)));
        }
        return declarations;
    }
}
