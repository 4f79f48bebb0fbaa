package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Build files below the limit of their size whose meaning is far larger than their text: lists that are put in again and again,
 * values that multiply. Each ends in bounded time and memory, and what was left out is said.
 */
class HostileGrowthTest {
    private static final int LARGE = 400_000;

    private static String fill(String part) {
        return part.repeat(LARGE / part.length());
    }

    /** The same words, numbered, with something between them. */
    private static String numbered(String pattern, int count, String between) {
        return IntStream.range(0, count)
                .mapToObj(number -> pattern.replace("#", String.valueOf(number)))
                .collect(Collectors.joining(between));
    }

    private static Trees ends(Map<String, String> texts, String... files) {
        Trees tree = new Trees().files(files);
        texts.forEach(tree::build);
        assertTimeoutPreemptively(
                Duration.ofMinutes(2),
                () -> {
                    tree.ids();
                },
                texts.keySet().toString());
        return tree;
    }

    /** Each file by itself ends, and a note says that it was not read to its end. */
    private static void costly(String path, Map<String, String> texts) {
        texts.forEach((name, text) -> {
            Trees tree = ends(Map.of(path, text), "a.c");
            assertTrue(tree.notes.toString().contains("too costly"), path + ", " + name + ": " + tree.notes);
        });
    }

    @Test
    void a_make_file_is_cut_into_lines_at_the_cost_of_its_length() {
        Trees tree = ends(Map.of("Makefile", "x: a.o\n\tcc -o x a.o\n".repeat(45_000)), "a.c");
        assertEquals("make:x", tree.ids().get("a.c"));
        ends(Map.of("Makefile.am", "A += b\n".repeat(140_000) + "include_HEADERS = $(A)\n"), "a.c");
    }

    @Test
    void make_values_that_multiply_are_cut() {
        String letters = "V := " + fill("a") + "\nW := " + fill("b") + "\n";
        ends(Map.of("Makefile", letters + "x: $(subst a,$(W),$(V)).o\n\tcc\n"), "a.c");
        ends(Map.of("Makefile", "x/%.o: " + fill("%") + ".c\n\tcc\ny: x/" + fill("a") + ".o\n\tcc\n"), "a.c");
        String deep = "directory/".repeat(300);
        ends(
                Map.of(
                        "Makefile.am",
                        "include " + deep + "x.am\n",
                        deep + "x.am",
                        "A = " + fill("%D% ") + "\nbin_PROGRAMS = $(A)\n"),
                "a.c");
    }

    @Test
    void sources_that_are_looked_for_in_many_places_are_given_up_with_a_note() {
        String search = "VPATH = " + numbered("d#", 100, " ") + "\n" + numbered("o#/%.o: e#/%.c\n\tcc\n", 100, "");
        costly(
                "Makefile",
                Map.of(
                        "objects",
                        search + "y: " + fill("q.o ") + "\n\tcc\n",
                        "lists",
                        search + "O = " + fill("q.o ") + "\n" + "y: $(O)\n\tcc\n".repeat(30_000)));
    }

    @Test
    void objects_made_of_objects_again_and_again_are_given_up_with_a_note() {
        String parts = "a-y := " + "b.o ".repeat(2000) + "\nb-y := " + "c.o ".repeat(2000) + "\nc-y := "
                + "d.o ".repeat(2000) + "\nd-y := " + "a.o ".repeat(2000) + "\n";
        costly("Kbuild", Map.of("parts", "obj-m := a.o\n" + parts));
        Trees tree = ends(Map.of("Kbuild", "obj-$(CONFIG_A) += x.o\nx-objs := a.o\n".repeat(25_000)), "a.c");
        assertEquals("kbuild:x", tree.ids().get("a.c"));
    }

    @Test
    void cmake_arguments_that_are_long_and_many_are_given_up_with_a_note() {
        String loop = "set(L " + fill("a ") + ")\nforeach(x ${L})\n";
        costly(
                "CMakeLists.txt",
                Map.of(
                        "word",
                        loop + "list(LENGTH " + fill("b") + " y)\nendforeach()\n",
                        "text",
                        loop + "list(LENGTH \"${x}" + fill("b") + "\" y)\nendforeach()\n",
                        "keywords",
                        "function(f)\ncmake_parse_arguments(P \"" + fill("a;")
                                + "\" \"\" \"\" ${ARGN})\nendfunction()\n" + "f(a)\n".repeat(80_000)));
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            many.put("d" + i + "/CMakeLists.txt", "option(AB c)\n".repeat(75_000));
        }
        assertTrue(ends(many).notes.toString().contains("too many build options"));
    }

    @Test
    void lists_that_install_rules_name_again_and_again_are_given_up_with_a_note() {
        costly(
                "CMakeLists.txt",
                Map.of("install", "set(L " + fill("a.h ") + ")\ninstall(FILES " + fill("${L} ") + ")\n"));
        costly("meson.build", Map.of("install", "a = [" + fill("'a.h',") + "]\ninstall_headers(" + fill("a ") + ")\n"));
        costly(
                "Makefile",
                Map.of("install", "L = " + fill("a.h ") + "\nx:\n\tcp " + fill("$(L) ") + " $(includedir)\n"));
    }

    @Test
    void an_nginx_list_for_many_modules_is_given_up_with_a_note() {
        costly(
                "auto/modules",
                Map.of(
                        "modules",
                        "ngx_module_name=a\nngx_module_srcs=\"" + fill("a.c ") + "\"\n" + fill(". auto/module\n")));
    }

    @Test
    void qmake_and_msbuild_values_that_multiply_are_given_up_with_a_note() {
        costly("x.pro", Map.of("square", "A = " + numbered("a#", 10_000, " ") + "\nSOURCES = $$A/$$A\n"));
        String list = "<Project><P>" + fill("a;") + "</P><Q>" + "a;".repeat(30_000) + "</Q>";
        costly("x.vcxproj", Map.of("items", list + "<C Include=\"$(P)$(Q)\"/>".repeat(20_000) + "</Project>"));
    }

    @Test
    void a_large_file_that_many_others_take_in_is_given_up_with_a_note() {
        Map<String, String> scripts = new LinkedHashMap<>();
        Map<String, String> projects = new LinkedHashMap<>();
        Map<String, String> crates = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            projects.put("d" + i + "/x.csproj", "<Project><Import Project=\"../all.props\"/></Project>");
            scripts.put("d" + i + "/x.gyp", "{'includes': ['../all.gypi']}");
            crates.put("d" + i + "/Cargo.toml", "[package]\nname = \"x" + i + "\"\nbuild = \"../build.rs\"\n");
        }
        projects.put("all.props", "<Project>" + "<P>a</P>".repeat(110_000) + "</Project>");
        scripts.put("all.gypi", "{'variables': {'a': [" + "'b',".repeat(150_000) + "]}}");
        crates.put("build.rs", "fn main() { cc::Build::new()" + ".file(\"a.c\")".repeat(60_000) + "; }");
        for (Map<String, String> tree : List.of(projects, scripts, crates)) {
            assertTrue(ends(tree, "a.c").notes.toString().contains("too costly"), tree.keySet()::toString);
        }
    }

    @Test
    void python_values_that_multiply_are_cut() {
        String table = "a = {" + numbered("'#':['x']", 30_000, ",") + "}\n";
        String nested = "l = ['a.c']\n" + ("l = [" + "l,".repeat(100) + "]\n").repeat(9);
        for (String script : new String[] {
            table + "b = a[q]\n".repeat(20_000),
            table + "b = zip(a, a)\n".repeat(100),
            nested + "Extension('x', l)\n".repeat(100),
            "p = '" + "y".repeat(3900) + "{}'\na = 'x'\n" + "a = p.format(a)\n".repeat(20_000),
            "v = '" + "y".repeat(3900) + "'\nl = [" + "'a',".repeat(40_000) + "]\nr = ['" + "{v}".repeat(1300)
                    + "' for x in l]\n",
            "s = '" + fill("a ") + "'\n" + "x = s.split()\n".repeat(20_000)
        }) {
            ends(Map.of("setup.py", script), "a.c");
        }
    }

    @Test
    void targets_of_long_lists_in_starlark_and_swift_are_given_up_with_a_note() {
        costly(
                "BUILD.bazel",
                Map.of(
                        "targets",
                        "a = [" + "'a.c',".repeat(80_000) + "]\n" + "cc_library(name='x', srcs=a)\n".repeat(4000)));
        String[] files = numbered("d/x#.c", 5000, " ").split(" ", -1);
        String package_ = "let e = [" + numbered("\"y#\"", 20_000, ",") + "]\nlet package = Package(targets: ["
                + numbered(".target(name: \"t#\", path: \"d\", exclude: e)", 500, ",") + "])\n";
        assertTrue(
                ends(Map.of("Package.swift", package_), files).notes.toString().contains("too costly"));
    }

    @Test
    void script_values_that_multiply_are_cut() {
        String doubled = "a = 'x'\n" + "a = a + a\n".repeat(16);
        Map<String, String> scripts = Map.of(
                "meson.build",
                "b = {" + numbered("'k#':'x'", 15_000, ",") + "}\n" + "c = b\n".repeat(40_000) + doubled
                        + "d = a.underscorify()\n".repeat(20_000),
                "SConstruct",
                "p = '" + "y".repeat(60_000) + "%s'\na = 'x'\n" + "a = p % a\n".repeat(30_000));
        scripts.forEach((path, text) -> ends(Map.of(path, text), "a.c"));
        String marks = "a = '" + "@0@".repeat(1200) + "'\nb = '" + "y".repeat(400) + "'\n";
        ends(Map.of("meson.build", marks + numbered("c# = a.format(b)\n", 20_000, "")), "a.c");
    }

    @Test
    void names_and_marks_without_end_are_passed_over() {
        ends(Map.of("Cargo.toml", "[" + fill("a") + "]\n" + numbered("k#=\"x\"\n", 30_000, "")), "a.c");
        ends(Map.of("binding.gyp", "{'variables': {'" + fill("=") + "x': 'a'}}"), "a.c");
        ends(Map.of("binding.gyp", "{'targets': [{'target_name': 'a', 'sources': ['" + fill("<") + "']}]}"), "a.c");
    }
}
