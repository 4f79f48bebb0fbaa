package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Build files that mean harm: each test ends in bounded time, or not at all. */
class HostileBuildsTest {
    private static final List<String> BUILD_FILES = List.of(
            "Makefile.am",
            "Makefile",
            "Kbuild",
            "auto/modules",
            "meson.build",
            "BUILD.gn",
            "SConstruct",
            "CMakeLists.txt");

    private static Trees tree(String path, String text) {
        return new Trees().build(path, text).files("a.c");
    }

    private static void noted(String path, Map<String, String> hostile) {
        hostile.forEach((name, text) -> {
            Trees tree = tree(path, text);
            assertEquals("family:a", tree.ids().get("a.c"), name);
            assertFalse(tree.notes.isEmpty(), name);
        });
    }

    @Test
    void make_files_that_never_end_are_given_up_with_a_note() {
        String doubling = "A = x x x x x x x x\n" + "A := $(A) $(A)\n".repeat(20_000) + "y: $(A).o\n\tcc\n";
        StringBuilder tower = new StringBuilder("V0 = a a a a a a a a\n");
        for (int i = 1; i < 60; i++) {
            int below = i - 1;
            tower.append("V" + i + " = $(V" + below + ") $(V" + below + ") $(V" + below + ")\n");
        }
        noted(
                "Makefile",
                Map.of(
                        "cycle",
                        "include Makefile\n",
                        "outside",
                        "include ../../etc/passwd /etc/passwd\n",
                        "too large",
                        "x: a.o\n\tcc\n".repeat(200_000),
                        "doubling",
                        doubling,
                        "tower",
                        tower + "z: $(V59).q\n\tcc\n".repeat(2000) + "include $(V59)\n".repeat(2000)));
        noted("Makefile.am", Map.of("cycle", "include $(srcdir)/Makefile.am\nbin_PROGRAMS = $(bin_PROGRAMS)\n"));
        noted("Kbuild", Map.of("outside", "include ../x.mk\nobj-m += $(obj-m) ../../a.o\n"));
    }

    @Test
    void files_that_include_each_other_in_numbers_are_given_up_with_a_note() {
        Trees tree = new Trees().files("a.c");
        for (int i = 0; i < 30; i++) {
            StringBuilder text = new StringBuilder("x: a.o\n");
            for (int j = 0; j < 30; j++) {
                text.append("include m").append(j).append(".mk\n");
            }
            tree.build("m" + i + ".mk", text.toString());
        }
        tree.build("Makefile", "include m0.mk\n");
        tree.ids();
        assertFalse(tree.notes.isEmpty());
    }

    @Test
    void scripts_that_never_end_are_given_up_with_a_note() {
        String items = "'a','b','c','d','e','f','g','h','i','j'";
        noted(
                "meson.build",
                Map.of(
                        "loops",
                        ("foreach x : [" + items + "]\n").repeat(13) + "y = x\n" + "endforeach\n".repeat(13),
                        "outside",
                        "library('x', '../../../etc/passwd', '/etc/passwd')",
                        "subdir",
                        "subdir('..')",
                        "too large",
                        "x = 1\n".repeat(300_000)));
        noted(
                "SConstruct",
                Map.of(
                        "outside",
                        "SConscript('../../x')",
                        "growth",
                        "a = [" + items + "]\n" + "a += a + a\n".repeat(80_000) + "b = a\n"));
        noted(
                "BUILD.gn",
                Map.of(
                        "cycle", "import(\"BUILD.gn\")",
                        "outside", "import(\"../x.gni\")",
                        "name", "library(\"$unknown\") { sources = [ \"q.c\" ] }"));
    }

    @Test
    void lists_that_hold_themselves_end() {
        for (String text : new String[] {
            "a = []\na += [a]\na.append(a)\nLibrary('x', a)\n".repeat(2000),
            "a = ['q.c']\n" + "a = [a, a, a, a]\n".repeat(60) + "Library('x', a)\n"
        }) {
            assertEquals("family:a", tree("SConstruct", text).ids().get("a.c"));
        }
        String meson = "a = {}\n" + "a += {'k' : a, 'l' : [a, a]}\n".repeat(500) + "library('x', a['k'], a)\n";
        assertEquals("family:a", tree("meson.build", meson).ids().get("a.c"));
    }

    @Test
    void nonsense_is_passed_over() {
        for (String part : new String[] {
            "((((",
            "[",
            "{",
            "}",
            ")",
            "$(",
            "${",
            "$",
            "@a@",
            "\\\n",
            "\\",
            "'",
            "\"",
            "'''",
            "if ",
            "else ",
            "else\n",
            "if x\n",
            "foreach a : b\n",
            "endif\n",
            "for x in y: ",
            "def f(): ",
            "a = ",
            "a += ",
            "x: ",
            ":",
            "=",
            "-y ",
            "define x\n",
            "export ",
            "obj-$(CONFIG_",
            "a_SOURCES = $(a_SOURCES)\n",
            "lambda ",
            "x.y(",
            "a[",
            "not ",
            "a ? ",
            "a if b else ",
            "$(foreach a,b c,",
            "$(patsubst %,",
            "$(A:",
            "%",
            "\0",
            "\u00e4\ud800",
            ". auto/module\n",
            "ngx_module_name=\"",
            "\t",
            "\r",
            "#"
        }) {
            String text = part.repeat(100_000 / part.length());
            for (String path : BUILD_FILES) {
                assertEquals("family:a", tree(path, text).ids().get("a.c"), path + " of " + part);
            }
        }
    }

    @Test
    void random_pieces_of_syntax_are_survived() {
        String[] pieces = {
            "obj-y += ",
            "x-$(CONFIG_A)",
            " a.o ",
            "\n",
            "\t",
            "$(",
            ")",
            "(",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            ":",
            "=",
            "+=",
            ",",
            "foreach ",
            "x",
            " in ",
            "endforeach",
            "if ",
            "else",
            "endif",
            "library(",
            "executable('y', 'a.c')",
            "bin_PROGRAMS",
            "_SOURCES",
            "include ",
            "%",
            "@",
            "\\",
            ".get(",
            "sources",
            "import(",
            "Program(",
            "for ",
            "#"
        };
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            for (String path : BUILD_FILES) {
                assertTrue(tree(path, text.toString()).ids().containsKey("a.c"), path + ", seed " + seed);
            }
        }
    }
}
