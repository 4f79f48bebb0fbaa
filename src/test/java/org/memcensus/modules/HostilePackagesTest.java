package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a build file, reading ends, names only files of the tree, and does not throw. */
class HostilePackagesTest {
    private static final List<String> NAMES = List.of(
            "BUILD.bazel",
            "BUCK",
            "Cargo.toml",
            "build.rs",
            "go.mod",
            "pom.xml",
            "settings.gradle",
            "build.gradle",
            "package.json",
            "binding.gyp",
            "pyproject.toml",
            "setup.py",
            "setup.cfg",
            "Package.swift",
            "x.gemspec",
            "ext/extconf.rb",
            "Makefile.PL",
            "x.pro",
            "x.vcxproj",
            "x.csproj",
            "x.sln",
            "CMakeLists.txt");

    private static final List<String> WORDS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\"\"\"",
            "=",
            "+=",
            ":",
            ",",
            ".",
            "*",
            "**",
            "#",
            "//",
            "/*",
            "\\",
            "\n",
            "\n    ",
            "for ",
            " in ",
            "if ",
            " else ",
            "def ",
            "lambda ",
            "name",
            "srcs",
            "glob",
            "load",
            "Extension",
            "setup",
            "cc_library",
            ".target",
            "include",
            "SOURCES",
            "$$",
            "${",
            "$(",
            "<@(",
            "targets",
            "module ",
            "[[",
            "]]",
            "%s",
            "a.c",
            "../../../a.c",
            "/etc/passwd",
            "C:\\a.c",
            "<a>",
            "</a>",
            "<!DOCTYPE a [",
            "&x;",
            "\0",
            "\uFFFF",
            "é",
            "9",
            "-",
            "|");

    private static void survives(String text, int copies) {
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (BuildReader reader : BuildReaders.ALL) {
                DeclaredTree tree = new DeclaredTree(reader).files("a.c", "ext/a.c", "a.go", "a.rs");
                for (String name : NAMES) {
                    for (int i = 0; i < copies; i++) {
                        tree.text(i == 0 ? name : "d" + i + "/" + name, text);
                    }
                }
                for (Declaration declaration : tree.read()) {
                    for (String file : declaration.files()) {
                        assertTrue(!file.startsWith("/") && !file.contains(".."), file);
                    }
                }
                assertTrue(tree.notes.size() < 200, reader.name() + " says too much: " + tree.notes.size());
            }
        });
    }

    @Test
    void nonsense_of_the_right_words_is_survived() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
            }
            survives(text.toString(), 1);
        }
    }

    @Test
    void brackets_signs_and_operators_without_end_are_survived() {
        for (String part : List.of(
                "(",
                "[",
                "{",
                "a(",
                "[[",
                "-",
                "*",
                "!",
                "a+",
                "a.",
                "a[",
                "\"a\"+",
                "a or ",
                "a=",
                "lambda:",
                "x if y else ",
                "<a>",
                "a:{",
                "$$",
                "$(",
                "<@(",
                "a=b\\\n",
                "for a in b:",
                "[a for a in ",
                "'",
                "\"\"\"",
                "/*",
                "a\n",
                "**/")) {
            survives(part.repeat(300_000 / part.length()), 1);
        }
    }

    @Test
    void a_list_that_doubles_for_ever_ends_in_a_note() {
        DeclaredTree tree = new DeclaredTree(new PythonReader())
                .text("setup.py", "a = ['a.c']\n" + "a = a + a\n".repeat(200) + "Extension('x', a)\n")
                .files("a.c");
        assertTimeoutPreemptively(Duration.ofMinutes(5), tree::read);
        assertTrue(tree.notes.toString().contains("too costly"), tree.notes.toString());
    }

    @Test
    void loops_in_loops_end() {
        String loops = "a = list('x')\nr = [" + "1,".repeat(2000) + "]\n";
        StringBuilder text = new StringBuilder(loops);
        for (int i = 0; i < 5; i++) {
            text.append("    ".repeat(i)).append("for x").append(i).append(" in r:\n");
        }
        text.append("    ".repeat(5)).append("a.append('a.c')\n");
        survives(text.toString(), 1);
    }

    @Test
    void a_file_that_is_too_large_is_said_and_not_read() {
        DeclaredTree tree = new DeclaredTree(new BazelReader())
                .text("BUILD", "cc_library(name = 'a', srcs = ['a.c'])\n" + "#".repeat(1 << 20))
                .files("a.c");
        assertEquals(List.of(), tree.lines());
        assertTrue(tree.notes.get(0).reason().contains("larger than"), tree.notes.toString());
    }
}
