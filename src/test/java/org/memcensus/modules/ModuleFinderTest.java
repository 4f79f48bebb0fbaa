package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;

class ModuleFinderTest {
    private static final List<String> WORDS = List.of(
            "inflate", "inftrees", "http", "http2", "url", "urlapi", "curl", "png", "pngread", "t", "x509", "gz");

    @Test
    void roles_are_parts_of_their_own_and_generated_files_are_core() {
        Map<String, String> ids = new Trees()
                .file("net/a.c")
                .file("net/tables.c", Role.GENERATED)
                .file("net/a.md", Role.DOCS)
                .file("net/check.c", Role.TEST)
                .ids();
        assertEquals("dir:net", ids.get("net/a.c"));
        assertEquals("dir:net", ids.get("net/tables.c"));
        assertEquals("dir:net#docs", ids.get("net/a.md"));
        assertEquals("dir:net#test", ids.get("net/check.c"));
    }

    @Test
    void what_a_program_that_tries_out_lists_does_not_get_its_name() {
        Trees tree = new Trees()
                .build("Makefile", """
                        play: examples/play.o tape.o reel.o
                        \t$(CC) -o $@ examples/play.o tape.o reel.o
                        check_all: tests/a.o tests/b.o spool.o
                        \t$(CC) -o $@ tests/a.o tests/b.o spool.o
                        bench.all: spindle.o belt.o tests/bench.all.o
                        \t$(CC) -o $@ spindle.o belt.o tests/bench.all.o
                        deck: deck.o tests/c.o
                        \t$(CC) -o $@ deck.o tests/c.o
                        """)
                .file("examples/play.c", Role.EXAMPLE)
                .file("tests/a.c", Role.TEST)
                .file("tests/b.c", Role.TEST)
                .file("tests/c.c", Role.TEST)
                .file("tests/bench.all.c", Role.TEST)
                .files("tape.c", "reel.c", "spool.c", "deck.c", "spindle.c", "belt.c");
        Map<String, String> ids = tree.ids();
        assertEquals("family:tape", ids.get("tape.c"));
        assertEquals("family:spool", ids.get("spool.c"));
        assertEquals("family:spindle", ids.get("spindle.c"));
        assertEquals("make:deck", ids.get("deck.c"));
    }

    @Test
    void a_build_reader_that_fails_is_a_note_and_its_files_go_by_directory() {
        BuildReader failing = new BuildReader() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public boolean reads(String path) {
                return path.endsWith("BUILD.own");
            }

            @Override
            public List<Declaration> read(
                    List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
                throw new IllegalStateException("no end");
            }
        };
        List<Problem> notes = new ArrayList<>();
        List<Grouping> groups = new ModuleFinder(ModuleMode.AUTO, List.of(failing))
                .find(
                        List.copyOf(new Trees()
                                .file("a/x.py")
                                .file("BUILD.own")
                                .files
                                .values()),
                        path -> new byte[0],
                        notes::add,
                        false)
                .untied()
                .modules();
        assertTrue(groups.stream().anyMatch(group -> group.module().id().equals("dir:a")));
        assertEquals("BUILD.own", notes.get(0).path());
        assertTrue(notes.get(0).reason().contains("no end"), notes.get(0).reason());
    }

    @Test
    void a_path_that_ends_like_a_part_gets_an_id_of_its_own() {
        Map<String, String> ids =
                new Trees().file("a/x.py", Role.TEST).file("a#test/y.py").ids();
        assertNotEquals(ids.get("a/x.py"), ids.get("a#test/y.py"));
    }

    @Test
    void what_go_vendors_is_named_by_its_host_too() {
        Trees tree = new Trees()
                .file("vendor/modules.txt", Role.VENDORED)
                .file("vendor/example.org/far/unix/a.s", Role.VENDORED)
                .file("vendor/golang.org/x/sys/unix/b.s", Role.VENDORED)
                .file("web/vendor/socket.io/src/c.c", Role.VENDORED)
                .file("main.c");
        Map<String, String> ids = tree.ids();
        assertEquals("vendored:vendor/example.org/far", ids.get("vendor/example.org/far/unix/a.s"));
        assertEquals("vendored:vendor/golang.org/x/sys", ids.get("vendor/golang.org/x/sys/unix/b.s"));
        assertEquals("vendored:web/vendor/socket.io", ids.get("web/vendor/socket.io/src/c.c"));
    }

    @Test
    void a_vendored_component_is_one_module() {
        Trees tree = new Trees()
                .file("deps/lua/src/lvm.c", Role.VENDORED)
                .file("deps/lua/README", Role.VENDORED)
                .file("deps/zlib/inflate.c", Role.VENDORED)
                .file("src/json/parse.c", Role.VENDORED)
                .file("src/json/deep/er.c", Role.VENDORED)
                .file("src/main.c");
        Map<String, String> ids = tree.ids();
        assertEquals("vendored:deps/lua", ids.get("deps/lua/src/lvm.c"));
        assertEquals("vendored:deps/lua", ids.get("deps/lua/README"));
        assertEquals("vendored:deps/zlib", ids.get("deps/zlib/inflate.c"));
        assertEquals("vendored:src/json", ids.get("src/json/deep/er.c"));
        CodeModule lua = tree.group().stream()
                .map(Grouping::module)
                .filter(module -> module.path().equals("deps/lua"))
                .findFirst()
                .orElseThrow();
        assertEquals(ModuleKind.VENDORED, lua.kind());
        assertEquals(Role.VENDORED, lua.role());
    }

    @Test
    void what_stands_on_a_shelf_as_single_files_goes_by_their_names() {
        Map<String, String> ids = new Trees()
                .file("deps/sha1.c", Role.VENDORED)
                .file("deps/sha1.h", Role.VENDORED)
                .file("deps/roaring.c", Role.VENDORED)
                .file("deps/src/tree.c", Role.VENDORED)
                .file("deps/include/tree.h", Role.VENDORED)
                .file("deps/src/zip/inflate.c", Role.VENDORED)
                .file("deps/src/github.com/ada/lamp/lamp.c", Role.VENDORED)
                .file("deps/README", Role.VENDORED)
                .file("src/main.c")
                .ids();
        assertEquals("vendored:deps/sha1", ids.get("deps/sha1.c"));
        assertEquals("vendored:deps/sha1", ids.get("deps/sha1.h"));
        assertEquals("vendored:deps/roaring", ids.get("deps/roaring.c"));
        assertEquals("vendored:deps/tree", ids.get("deps/src/tree.c"));
        assertEquals("vendored:deps/tree", ids.get("deps/include/tree.h"));
        assertEquals("vendored:deps/src/zip", ids.get("deps/src/zip/inflate.c"));
        assertEquals("vendored:deps/src/github.com/ada/lamp", ids.get("deps/src/github.com/ada/lamp/lamp.c"));
        assertEquals("vendored:deps", ids.get("deps/README"));
    }

    @Test
    void modes_say_who_decides() {
        Trees tree = new Trees()
                .build("lib/CMakeLists.txt", "add_library(foo ftp.c)")
                .files("lib/ftp.c", "lib/dict.c");
        assertEquals("cmake:lib/foo", Trees.ids(tree.group(ModuleMode.AUTO)).get("lib/ftp.c"));
        assertEquals("family:lib/dict", Trees.ids(tree.group(ModuleMode.AUTO)).get("lib/dict.c"));
        assertEquals("cmake:lib/foo", Trees.ids(tree.group(ModuleMode.BUILD)).get("lib/ftp.c"));
        assertEquals("dir:lib", Trees.ids(tree.group(ModuleMode.BUILD)).get("lib/dict.c"));
        assertEquals("dir:lib", Trees.ids(tree.group(ModuleMode.DIR)).get("lib/ftp.c"));
    }

    @Test
    void every_file_is_in_one_module_and_order_does_not_matter() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Trees tree = random(random);
            List<Grouping> groupings = tree.group();
            assertEquals(tree.files.keySet(), Trees.ids(groupings).keySet());
            Set<String> ids = new HashSet<>();
            groupings.forEach(grouping -> assertTrue(ids.add(grouping.module().id())));
            List<CountedFile> shuffled = new ArrayList<>(tree.files.values());
            Collections.shuffle(shuffled, random);
            assertEquals(groupings, tree.group(ModuleMode.AUTO, shuffled), "seed " + seed);
        }
    }

    @Test
    void an_unrelated_file_changes_no_other_module() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Trees tree = random(random);
            Map<String, String> before = tree.ids();
            List<String> directories = List.of("", "lib/", "src/", "deps/lua/", "net/", "new/");
            String added = directories.get(random.nextInt(directories.size())) + "quaffle" + random.nextInt(9) + ".c";
            Map<String, String> after = tree.file(added, added.startsWith("deps") ? Role.VENDORED : Role.CORE)
                    .ids();
            after.remove(added);
            assertEquals(before, after, "seed " + seed + ", added " + added);
        }
    }

    @Test
    void sums_over_modules_are_the_sums_over_files() {
        for (int seed = 0; seed < 50; seed++) {
            Trees tree = random(new Random(seed));
            List<Grouping> groupings = tree.group();
            assertEquals(
                    tree.files.values().stream()
                            .mapToLong(CountedFile::unsafeCode)
                            .sum(),
                    groupings.stream()
                            .mapToLong(each -> each.module().unsafeCode())
                            .sum());
            assertEquals(
                    tree.files.size(),
                    groupings.stream()
                            .mapToInt(each -> each.module().files().size())
                            .sum());
        }
    }

    @Test
    void a_renamed_file_moves_alone() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Trees tree = random(random);
            String old = "lib/" + word(random) + "_" + word(random) + "_old.c";
            Map<String, String> before = tree.file(old).ids();
            String left = before.remove(old);
            tree.files.remove(old);
            String renamed = "lib/quaffle" + random.nextInt(9) + ".c";
            Map<String, String> after = tree.file(renamed).ids();
            after.remove(renamed);
            // What it leaves may be called by the name of the one that stays: crc32 rather than crc.
            before.forEach((path, id) -> {
                if (!id.equals(left)) {
                    assertEquals(id, after.get(path), path + " without " + old);
                }
            });
        }
    }

    @Test
    void the_order_of_files_does_not_matter_where_builds_compete_for_them() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Trees tree = random(random);
            List<String> paths = new ArrayList<>(tree.files.keySet());
            StringBuilder build = new StringBuilder();
            for (int target = 0; target < 8; target++) {
                build.append(random.nextBoolean() ? "add_library(" : "add_executable(")
                        .append(List.of("foo_a", "foo_b", "bar", "baz").get(random.nextInt(4)));
                for (int file = random.nextInt(5); file >= 0; file--) {
                    build.append(' ').append(paths.get(random.nextInt(paths.size())));
                }
                build.append(")\n");
            }
            tree.build("CMakeLists.txt", build.toString());
            List<Grouping> groupings = tree.group();
            assertEquals(tree.files.keySet(), Trees.ids(groupings).keySet());
            List<CountedFile> shuffled = new ArrayList<>(tree.files.values());
            Collections.shuffle(shuffled, random);
            assertEquals(groupings, tree.group(ModuleMode.AUTO, shuffled), "seed " + seed);
        }
    }

    @Test
    void a_header_that_a_test_lists_with_the_sources_of_a_library_stays_with_the_library() {
        Trees tree = new Trees()
                .file("test/bench.c", Role.TEST)
                .files("core/jpeg.c", "core/jpeg.h", "main/server.c")
                .build("test/Makefile.am", """
                        noinst_PROGRAMS = bench
                        bench_SOURCES = bench.c ../core/jpeg.c ../core/jpeg.h
                        """)
                .build("main/Makefile.am", """
                        lib_LTLIBRARIES = libserver.la
                        libserver_la_SOURCES = server.c ../core/jpeg.c
                        """);
        assertEquals("dir:core", tree.ids().get("core/jpeg.c"));
        assertEquals("dir:core", tree.ids().get("core/jpeg.h"));
    }

    @Test
    void a_file_of_a_target_taken_apart_tells_the_whole_chain() {
        Grouping grouping = new Trees()
                        .build(
                                "CMakeLists.txt",
                                "add_library(all_static net/a.c db/b.c)\nadd_library(all_shared net/a.c db/b.c)")
                        .files("net/a.c", "db/b.c")
                        .group()
                        .stream()
                        .filter(each -> each.module().id().equals("dir:net"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "directory net; part of target all declared at CMakeLists.txt:2, of the same files as all_static at"
                        + " CMakeLists.txt:1, which lies in 2 directories",
                grouping.reason("net/a.c"));
    }

    private static Trees random(Random random) {
        Trees tree = new Trees();
        for (int i = 0; i < 60; i++) {
            String name = word(random) + (random.nextInt(3) == 0 ? "_" + word(random) : "");
            String ending = random.nextInt(3) == 0 ? ".h" : random.nextInt(8) == 0 ? ".md" : ".c";
            switch (random.nextInt(6)) {
                case 0 -> tree.file("deps/lua/" + name + ending, Role.VENDORED);
                case 1 -> tree.file("net/" + name + ending, random.nextBoolean() ? Role.CORE : Role.TEST);
                case 2 -> tree.file(name + ending, word(random) + ".h", word(random) + ".h");
                default -> tree.file("lib/" + name + ending, word(random) + ".h", word(random) + ".h");
            }
        }
        return tree;
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
