package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BazelReaderTest {
    private static final String OPEN = "package(default_visibility = [\"//visibility:public\"])\n";

    private static DeclaredTree tree(String build) {
        return new DeclaredTree(new BazelReader()).text("net/BUILD.bazel", OPEN + build);
    }

    @Test
    void rules_list_their_sources_with_globs_selects_and_sums() {
        DeclaredTree tree = tree("""
                COMMON = ["a.c"]  # cc_library(name = "no", srcs = ["a.c"])
                cc_library(
                    name = "wire",
                    srcs = COMMON + glob(["*.cc", "deep/**/*.cc"], exclude = ["x_test.cc"]) + select({
                        "//conditions:windows": ["win.c"],
                        "//conditions:default": ["posix.c"],
                    }),
                    hdrs = ["wire.h"],
                    data = ["notes.txt"],
                )
                cc_test(name = "wire_test", srcs = ["x_test.cc"])
                cc_binary(name = "served", srcs = ["main.c"])
                """)
                .files(
                        "net/a.c",
                        "net/b.cc",
                        "net/x_test.cc",
                        "net/deep/er/c.cc",
                        "net/win.c",
                        "net/posix.c",
                        "net/wire.h",
                        "net/notes.txt",
                        "net/main.c",
                        "net/unlisted.c");
        assertEquals(
                List.of(
                        "executable net served: net/main.c",
                        "library net wire: net/a.c net/b.cc net/deep/er/c.cc net/posix.c net/win.c net/wire.h"),
                tree.lines());
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
    }

    @Test
    void a_glob_does_not_see_into_another_package() {
        DeclaredTree tree = tree("cc_library(name = 'all', srcs = glob(['**/*.c']))")
                .text("net/sub/BUILD", "")
                .files("net/a.c", "net/sub/b.c");
        assertEquals(List.of("library net all: net/a.c"), tree.lines());
    }

    @Test
    void constants_and_labels_come_from_other_files_and_packages() {
        DeclaredTree tree = tree("""
                load("//lists:sources.bzl", mine = "wire_sources")
                my_cc_library(name = "wire", srcs = mine + ["//other:group", ":local", "@elsewhere//:x.c"])
                filegroup(name = "local", srcs = ["l.c"])
                """)
                .text(
                        "lists/sources.bzl",
                        "wire_sources = ['net_' + n for n in ['a.c']]\ndef f():\n    wire_sources = []\n")
                .text("other/BUILD", "filegroup(name = 'group', srcs = glob(['*.c']))")
                .files("net/net_a.c", "net/l.c", "other/o.c", "x.c");
        assertEquals(List.of("library net wire: net/l.c net/net_a.c other/o.c"), tree.lines());
    }

    @Test
    void a_small_helper_that_nobody_outside_may_use_is_no_unit() {
        DeclaredTree tree =
                new DeclaredTree(new BazelReader()).text("BUILD", """
                        cc_library(name = "helper", hdrs = ["h.h"])
                        cc_library(name = "inner", srcs = ["a.c", "b.c", "c.c"])
                        cc_library(name = "shown", hdrs = ["s.h"], visibility = ["//visibility:public"])
                        cc_library(name = "for_tests", testonly = True, srcs = ["t.c"], visibility = ["//visibility:public"])
                        """).files("h.h", "a.c", "b.c", "c.c", "s.h", "t.c");
        assertEquals(List.of("library . inner: a.c b.c c.c", "library . shown: s.h"), tree.lines());
    }

    @Test
    void the_workspace_says_where_the_root_is() {
        DeclaredTree tree = new DeclaredTree(new BazelReader())
                .text("sub/WORKSPACE", "")
                .text("sub/BUILD", "cc_library(name = 'a', srcs = ['//x:a.c'], visibility = ['//visibility:public'])")
                .files("sub/x/a.c", "x/a.c");
        assertEquals(List.of("library sub a: sub/x/a.c"), tree.lines());
    }

    @Test
    void files_that_load_each_other_and_names_that_nobody_knows_end_in_notes() {
        DeclaredTree tree = tree("""
                load(":a.bzl", "X")
                cc_library(name = X, srcs = ["a.c"])
                cc_library(name = "b", srcs = ["../../../etc/passwd", "a.c", "/etc/passwd"] + glob(["../../*.c"]))
                """)
                .text("net/a.bzl", "load(':b.bzl', 'X')")
                .text("net/b.bzl", "load(':a.bzl', 'X')")
                .files("net/a.c", "b.c");
        assertEquals(List.of("library net b: net/a.c"), tree.lines());
        assertTrue(tree.notes.get(0).reason().contains("name that is not known"), tree.notes.toString());
        assertTrue(tree.notes.toString().contains("outside the tree"), tree.notes.toString());
    }

    @Test
    void buck_has_the_same_shape() {
        DeclaredTree tree =
                new DeclaredTree(new BuckReader()).text("lib/BUCK", """
                        cxx_library(name = "z", srcs = [("a.c", ["-O2"])], exported_headers = {"z/z.h": "z.h"},
                            visibility = ["PUBLIC"])
                        rust_library(name = "r", srcs = glob(["src/*.rs"]), visibility = ["PUBLIC"])
                        """).files("lib/a.c", "lib/z.h", "lib/src/lib.rs");
        assertEquals(List.of("library lib r: lib/src/lib.rs", "library lib z: lib/a.c lib/z.h"), tree.lines());
    }
}
