package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.ModuleMode;

class FineLibrariesTest {
    /** Libraries of a header and a source each, as a build file of CMake and one of Bazel declare them. */
    private static Trees libraries(String directory, String... names) {
        StringBuilder cmake = new StringBuilder();
        StringBuilder bazel = new StringBuilder("package(default_visibility = [\"//visibility:public\"])\n");
        Trees tree = new Trees();
        for (String name : names) {
            cmake.append("add_library(%s %s.h %s.c)%n".formatted(name, name, name));
            bazel.append("cc_library(name = '%s', hdrs = ['%s.h'], srcs = ['%s.c'])%n".formatted(name, name, name));
            tree.files(directory + "/" + name + ".h", directory + "/" + name + ".c");
        }
        return tree.build(directory + "/CMakeLists.txt", cmake.toString())
                .build(directory + "/BUILD.bazel", bazel.toString());
    }

    @Test
    void a_library_for_each_header_of_a_directory_is_a_part_of_it() {
        Trees tree = libraries("base/bits", "and", "or", "not", "xor");
        assertEquals("dir:base/bits", tree.ids().get("base/bits/xor.c"));
        assertEquals(
                "cmake:base/bits/xor", Trees.ids(tree.group(ModuleMode.BUILD)).get("base/bits/xor.c"));
        String why = tree.group().stream()
                .filter(grouping -> grouping.module().id().equals("dir:base/bits"))
                .findFirst()
                .orElseThrow()
                .reason("base/bits/xor.h");
        assertTrue(why.contains("one of 4 libraries, most of one header, at base/bits/CMakeLists.txt"), why);
    }

    @Test
    void a_joined_library_is_still_a_target() {
        List<String> targets = libraries("base/bits", "and", "or", "not", "xor").targets().stream()
                .map(BuildTarget::id)
                .filter(id -> id.startsWith("cmake:"))
                .toList();
        assertEquals(
                List.of("cmake:base/bits/and", "cmake:base/bits/not", "cmake:base/bits/or", "cmake:base/bits/xor"),
                targets);
    }

    @Test
    void few_libraries_are_units() {
        assertEquals(
                "cmake:base/bits/or",
                libraries("base/bits", "and", "or", "not").ids().get("base/bits/or.c"));
    }

    @Test
    void libraries_that_list_no_headers_are_units() {
        Trees tree = new Trees().files("vmod/a.c", "vmod/b.c", "vmod/c.c", "vmod/d.c", "vmod/e.c");
        tree.build("vmod/CMakeLists.txt", """
                add_library(a a.c)
                add_library(b b.c)
                add_library(c c.c)
                add_library(d d.c e.c)
                """);
        assertEquals("cmake:vmod/a", tree.ids().get("vmod/a.c"));
    }

    @Test
    void a_large_library_beside_them_and_one_with_a_directory_to_itself_are_units() {
        Trees tree = libraries("base/bits", "and", "or", "not", "xor");
        StringBuilder large = new StringBuilder("add_library(large");
        for (int i = 0; i < 8; i++) {
            tree.files("base/bits/large" + i + ".c");
            large.append(" large").append(i).append(".c");
        }
        tree.files("base/bits/own/own.c", "base/bits/own/own.h", "base/bits/in/p.h", "base/bits/in/q.h");
        tree.build("base/bits/CMakeLists.txt", tree.texts.getOrDefault("base/bits/CMakeLists.txt", "") + large + """
                )
                add_library(own own/own.h own/own.c)
                add_library(p in/p.h)
                add_library(q in/q.h)
                """);
        Map<String, String> ids = tree.ids();
        assertEquals("cmake:base/bits/large", ids.get("base/bits/large3.c"));
        assertEquals("cmake:base/bits/own", ids.get("base/bits/own/own.c"));
        assertEquals("dir:base/bits/in", ids.get("base/bits/in/q.h"), "shared by two");
        assertEquals("dir:base/bits", ids.get("base/bits/and.h"));
    }

    @Test
    void libraries_that_compile_nothing_are_parts_of_their_directory() {
        Trees tree = new Trees().files("base/algo/sort.h", "base/algo/find.h");
        tree.build("base/algo/CMakeLists.txt", """
                add_library(sort INTERFACE sort.h)
                add_library(find INTERFACE find.h)
                """);
        assertEquals("dir:base/algo", tree.ids().get("base/algo/find.h"));
    }
}
