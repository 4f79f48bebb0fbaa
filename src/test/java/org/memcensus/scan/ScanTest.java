package org.memcensus.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Census;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Docstrings;
import org.memcensus.model.Extra;
import org.memcensus.model.Fact;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;

/** The one main way, on a small repository: what goes in comes out again, each file once. */
class ScanTest extends ScanCase {
    @Test
    void every_entry_is_counted_or_left_out_with_its_reason() throws Exception {
        Census census = new With().run();
        Coverage coverage = census.coverage();
        assertEquals(new Coverage(COUNTED.size() + 1, 1, 1, 0, 1, 0, 0, 1, 0, List.of()), coverage);
        assertEquals(COUNTED.size() + 5, coverage.seen());
        assertFalse(coverage.incomplete());
        List<String> expected = new ArrayList<>(COUNTED.keySet());
        expected.add("wide.c");
        assertEquals(expected.stream().sorted().toList(), paths(census), "each in one module, and once");
    }

    @Test
    void what_the_modules_hold_adds_up_to_the_whole() throws Exception {
        Census census = new With().run();
        long code = 0;
        long unsafe = 0;
        long files = 0;
        for (var module : census.modules()) {
            code += module.module().code();
            unsafe += module.module().unsafeCode();
            files += module.module().files().size();
        }
        Totals all = census.totals(Scope.ALL);
        assertEquals(census.coverage().counted(), files);
        assertEquals(all.files(), files);
        assertEquals(all.programCode(), code);
        assertEquals(all.unsafeCode(), unsafe);
        assertEquals(
                census.modules().size(),
                census.modules().stream()
                        .map(module -> module.module().id())
                        .distinct()
                        .count());
    }

    @Test
    void a_scope_holds_the_lines_of_its_roles() throws Exception {
        Census census = new With().run();
        // socket.c 4, socket.h 1, text.c 1, wide.c 1; inflate.c 2; check.c 1
        assertEquals(7, census.totals(Scope.FIRST_PARTY).unsafeCode());
        assertEquals(9, census.totals(Scope.SHIPPED).unsafeCode());
        assertEquals(10, census.totals(Scope.ALL).unsafeCode());
        assertEquals(Role.VENDORED, role(census, "third_party/z/inflate.c"));
        assertEquals(Role.TEST, role(census, "tests/check.c"));
    }

    private static Role role(Census census, String path) {
        CountedFile file = files(census).get(path);
        assertNotNull(file, path);
        return file.role();
    }

    @Test
    void c_inside_go_is_unsafe_code_of_the_go_file() throws Exception {
        write(
                "cgo/a.go",
                "package a\n\n// Note.\n\n/*\n#include <sys/socket.h>\n\n// c\nint f(void);\n*/\nimport \"C\"\n");
        commit();
        Census census = new With().run();
        CountedFile file = files(census).get("cgo/a.go");
        assertNotNull(file);
        assertEquals(new LineCounts(4, 4, 3), file.counts());
        assertEquals(2, file.unsafeCode());
        assertEquals(new LineCounts(2, 3, 3), file.ownCounts());
        assertEquals("C", file.embedded().get(0).language().name());
        assertFalse(file.facts().includes().isEmpty());
        Totals totals = census.totals(Scope.FIRST_PARTY);
        assertEquals(9, totals.unsafeCode());
        assertEquals(4, totals.safeCode());
    }

    @Test
    void the_headers_of_a_contributed_library_that_is_installed_ship_with_it() throws Exception {
        write("CMakeLists.txt", "add_subdirectory(contrib/net)\n");
        write("contrib/net/CMakeLists.txt", "add_library(net src/tcp.cpp)\ninstall(TARGETS net)\n");
        write("contrib/net/src/tcp.cpp", "#include \"net/tcp.h\"\nint tcp() { return 1; }\n");
        write("contrib/net/include/net/tcp.h", "int tcp();\n");
        write("contrib/other/other.h", "int other();\n");
        commit();
        Map<String, Role> roles = new HashMap<>();
        files(new With().run()).forEach((path, file) -> roles.put(path, file.role()));
        assertEquals(Role.CORE, roles.get("contrib/net/include/net/tcp.h"));
        assertEquals(Role.EXAMPLE, roles.get("contrib/other/other.h"));
    }

    @Test
    void a_copy_among_what_others_contributed_is_asked_what_it_does() throws Exception {
        write("contrib/zlib/zlib.h", "#define ZLIB_VERSION \"1.2.13\"\nint inflate(void);\n");
        write("contrib/zlib/inflate.c", "#include \"zlib.h\"\nint inflate_it(void) {\n    return inflate();\n}\n");
        write("lib/own.c", "int own;\n".repeat(40)); // a copy is not most of the tree
        commit();
        CountedFile file = files(new With().run()).get("contrib/zlib/inflate.c");
        assertNotNull(file);
        assertEquals(Role.VENDORED, file.role());
        assertTrue(file.facts().facts().stream().map(Fact::rule).toList().contains("codec.decompression"));
    }

    @Test
    void a_program_of_nearly_all_sources_does_not_only_run_while_they_are_built() throws Exception {
        write("boot/meson.build", "boot = executable('boot', 'boot.c', '../lang/vm.c', native: true)\n");
        write("boot/boot.c", "int boot;\n".repeat(200));
        write("lang/vm.c", "int vm;\n".repeat(2000));
        write("small/meson.build", "gen = executable('gen', 'gen.c', native: true)\n");
        write("small/gen.c", "int gen;\n".repeat(300));
        write("meson.build", "project('x', 'c')\nsubdir('boot')\nsubdir('small')\n");
        commit();
        Census census = new With().run();
        assertEquals(Role.CORE, role(census, "lang/vm.c"));
        assertEquals(Role.CORE, role(census, "boot/boot.c"));
        assertEquals(Role.TOOLING, role(census, "small/gen.c"));
    }

    @Test
    void what_was_generated_for_a_copy_is_a_part_of_it() throws Exception {
        String table = "/* Generated by make-table. Do not edit. */\nint table;\n";
        write("engine/zlib/zlib.h.in", "#define ZLIB_VERSION \"@VERSION@\"\nint inflate(void);\n");
        write("engine/zlib/crc32.c", "int crc;\n");
        write("engine/zlib/crc32.h", table);
        write("engine/table.h", table);
        write("lib/own.c", "int own;\n".repeat(40)); // a copy is not most of the tree
        commit();
        Census census = new With().run();
        assertEquals(Role.VENDORED, role(census, "engine/zlib/crc32.c"));
        assertEquals(Role.VENDORED, role(census, "engine/zlib/crc32.h"));
        assertEquals(Role.GENERATED, role(census, "engine/table.h"));
    }

    @Test
    void what_is_no_text_is_binary_whatever_its_name() throws Exception {
        byte[] noise = new byte[9000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 7919 % 255 + 1);
        }
        Files.write(root.resolve("noise.c"), noise);
        write("paper.m", "%PDF-1.4\n1 0 obj\n");
        write("door.c", "\f/* \u001b[1mbold */\nint x;\n");
        commit();
        Census census = new With().run();
        assertEquals(3, census.coverage().binary());
        assertFalse(paths(census).contains("noise.c"));
        assertFalse(paths(census).contains("paper.m"));
        assertTrue(paths(census).contains("door.c"));
    }

    @Test
    void utf_16_is_text_with_and_without_a_mark() throws Exception {
        String text = "// what it does\nint a;\n\nint b;\n";
        Files.write(root.resolve("le.c"), text.getBytes(UTF_16LE));
        Files.write(root.resolve("be.c"), text.getBytes(UTF_16BE));
        Files.write(root.resolve("marked.c"), ("\ufeff" + text).getBytes(UTF_16LE));
        Files.write(root.resolve("latin.c"), "// caf\u00e9\nint a;\n\nint b;\n".getBytes(ISO_8859_1));
        byte[] samples = new byte[400];
        for (int i = 0; i < samples.length; i += 2) {
            samples[i] = (byte) i;
        }
        samples[0] = 1;
        Files.write(root.resolve("samples.c"), samples);
        commit();
        Census census = new With().run();
        for (String path : List.of("le.c", "be.c", "marked.c", "latin.c")) {
            CountedFile file = files(census).get(path);
            assertNotNull(file, path);
            assertEquals(new LineCounts(2, 1, 1), file.counts(), path);
        }
        assertFalse(paths(census).contains("samples.c"));
    }

    @Test
    void docstrings_are_code_where_that_is_asked_for() throws Exception {
        write("doc.py", "\"\"\"Doc.\"\"\"\nimport os\ndef f():\n    'doc'\n    return 1 # x\n# y\n");
        commit();
        ScanOptions options = ScanOptions.of(root.toString());
        assertEquals(new LineCounts(3, 3, 0), docCounts(options));
        assertEquals(
                new LineCounts(5, 1, 0),
                docCounts(options.but().docstrings(Docstrings.CODE).build()));
    }

    private static LineCounts docCounts(ScanOptions options) throws Exception {
        CountedFile file = files(new Scan(options, ScanProgress.NONE).run()).get("doc.py");
        assertNotNull(file);
        return file.counts();
    }

    @Test
    void a_header_is_in_the_language_of_those_who_include_it() throws Exception {
        write("api/shape.h", "int sides(void);\n");
        write("api/guard.h", "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(void);\n");
        write("app/one.cpp", "#include <shape.h>\n#include \"../api/guard.h\"\nint x;\n");
        commit();
        assertEquals("C++", language("api/shape.h"));
        assertEquals("C", language("api/guard.h"));
        write("app/two.c", "#include \"shape.h\"\n");
        commit();
        assertEquals("C", language("api/shape.h"));
    }

    private String language(String path) throws Exception {
        CountedFile file = files(new With().run()).get(path);
        assertNotNull(file, path);
        return file.language().name();
    }

    @Test
    void a_submodule_that_is_entered_is_a_vendored_module_of_its_own() throws Exception {
        Path submodule = root.resolve("libs/codec");
        write("libs/codec/decode.c", "int decode;\n");
        write("libs/codec/contrib/more/more.c", "int more;\n");
        commit(submodule);
        commit(); // git adds what holds a repository as a submodule
        Census without = new With().run();
        assertEquals(1, without.coverage().submodules());
        With entered = new With();
        entered.extras = Set.of(Extra.SUBMODULES);
        Census census = entered.run();
        assertEquals(0, census.coverage().submodules());
        assertEquals(without.coverage().counted() + 2, census.coverage().counted());
        ModuleCensus module = census.modules().stream()
                .filter(each -> each.module().path().equals("libs/codec"))
                .findFirst()
                .orElseThrow();
        assertEquals(ModuleKind.VENDORED, module.module().kind());
        assertEquals(
                List.of("libs/codec/contrib/more/more.c", "libs/codec/decode.c"),
                module.module().files().stream().map(CountedFile::path).toList());
        assertEquals(
                without.modules().stream().map(each -> each.module().id()).toList(),
                census.modules().stream()
                        .map(each -> each.module().id())
                        .filter(id -> !id.equals(module.module().id()))
                        .toList());
    }

    @Test
    void a_pointer_of_lfs_is_code_where_that_was_fetched() throws Exception {
        With fetched = new With();
        fetched.extras = Set.of(Extra.LFS);
        assertEquals(1, fetched.run().coverage().lfsPointers());
        write(".git/lfs/objects/aa/aa/" + "a".repeat(64), "int model;\nint y;\n");
        Census census = fetched.run();
        assertEquals(0, census.coverage().lfsPointers());
        CountedFile model = files(census).get("model.c");
        assertNotNull(model);
        assertEquals(2, model.counts().code());
    }

    @Test
    void the_number_of_threads_changes_nothing() throws Exception {
        for (int i = 0; i < 600; i++) {
            write("many/" + i % 7 + "/f" + i + ".c", "int a" + i + ";\n".repeat(i % 5 + 1));
        }
        commit();
        With one = new With();
        one.jobs = 1;
        With four = new With();
        four.jobs = 4;
        Census alone = one.run();
        assertEquals(COUNTED.size() + 601, alone.coverage().counted());
        assertEquals(alone, four.run());
    }

    @Test
    void the_working_tree_and_its_commit_hold_the_same() throws Exception {
        With head = new With();
        head.revision = "HEAD";
        Census disk = new With().run();
        Census objects = head.run();
        assertEquals(disk.coverage(), objects.coverage());
        assertEquals(disk.modules(), objects.modules());
    }

    @Test
    void a_file_in_utf_16_is_counted_with_its_size_on_disk() throws Exception {
        CountedFile wide = files(new With().run()).get("wide.c");
        assertNotNull(wide);
        assertEquals(new LineCounts(1, 1, 0), wide.counts());
        assertEquals(Files.size(root.resolve("wide.c")), wide.bytes());
    }
}
