package org.memcensus.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Comparison;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Docstrings;
import org.memcensus.model.Explanation;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.LineCounts;
import org.memcensus.model.PastCommits;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;
import org.memcensus.model.UsageException;

/** The one main way, on a small repository: what goes in comes out again, each file once. */
class ScanTest {
    private static final PersonIdent AUTHOR =
            new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    /** Files of the repository that are counted. */
    private static final Map<String, String> COUNTED = Map.of(
            "lib/net/socket.c", "#include <sys/socket.h>\n\nint open_it(void) {\n    return 0; /* none */\n}\n",
            "lib/net/socket.h", "int open_it(void);\n",
            "lib/text.c", "int length;\n// a comment\n",
            "src/main.rs", "fn main() {}\n",
            "tests/check.c", "int check;\n",
            "third_party/z/inflate.c", "int inflate;\nint state;\n",
            "shader.glsl", "void main() {}\n",
            "run.py", "print(1)\n",
            "README.md", "# Title\n");

    @TempDir
    private Path temporary;

    private Path root;

    @BeforeEach
    void make_a_repository_with_everything_in_it() throws Exception {
        root = Files.createDirectory(temporary.resolve("project"));
        COUNTED.forEach(this::write);
        write("wide.c", "");
        Files.write(root.resolve("wide.c"), "\ufeffint wide;\n// \u00e9\n".getBytes(UTF_16LE));
        write("big.bin", "");
        Files.write(root.resolve("big.bin"), new byte[] {0, 1, 2, 3, 0, 0, 7});
        write("model.c", "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a".repeat(64) + "\nsize 12345\n");
        write("notes.unheardof", "do { f(x); } @@\ng(y); h{z};\n");
        Files.createSymbolicLink(root.resolve("link.c"), Path.of("lib/text.c"));
        commit();
    }

    private void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commit() throws Exception {
        try (Git git =
                Git.init().setDirectory(root.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("change")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
        }
    }

    /** The defaults, for a change of one of them. */
    private final class With {
        private String revision = "";
        private String policy = "default";
        private List<String> include = List.of();
        private List<String> exclude = List.of();
        private int jobs = 2;
        private long maxFileSize = ScanOptions.DEFAULT_MAX_FILE_SIZE;
        private long maxFiles = ScanOptions.DEFAULT_MAX_FILES;

        private Scan scan() {
            return new Scan(
                    ScanOptions.of(root.toString())
                            .but()
                            .revision(revision.isEmpty() ? null : revision)
                            .policy(policy)
                            .include(include)
                            .exclude(exclude)
                            .jobs(jobs)
                            .maxFileSize(maxFileSize)
                            .maxFiles(maxFiles)
                            .build(),
                    ScanProgress.NONE);
        }

        private Census run() throws Exception {
            return scan().run();
        }
    }

    private static Map<String, CountedFile> files(Census census) {
        return census.files().collect(Collectors.toMap(CountedFile::path, file -> file));
    }

    private static List<String> paths(Census census) {
        return census.files().map(CountedFile::path).sorted().toList();
    }

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
    void globs_choose_what_is_read_and_the_rest_is_counted_as_excluded() throws Exception {
        With with = new With();
        with.include = List.of("lib/**/*.c", "*.rs");
        Census census = with.run();
        assertEquals(List.of("lib/net/socket.c", "lib/text.c", "src/main.rs"), paths(census));
        assertEquals(new Coverage(3, 0, 0, 0, 0, 0, 0, 0, COUNTED.size() + 2, List.of()), census.coverage());

        with.exclude = List.of("net/", "lib/net/");
        assertEquals(List.of("lib/text.c", "src/main.rs"), paths(with.run()));

        With without = new With();
        without.exclude = List.of("*.c", "third_party/");
        census = without.run();
        assertEquals(List.of("README.md", "lib/net/socket.h", "run.py", "shader.glsl", "src/main.rs"), paths(census));
        // five that are counted otherwise, the pointer and the link
        assertEquals(7, census.coverage().excluded());
        assertEquals(0, census.coverage().symlinks());
    }

    @Test
    void too_many_files_are_refused() throws Exception {
        With with = new With();
        with.maxFiles = COUNTED.size() + 4L;
        UsageException failure = assertThrows(UsageException.class, with::run);
        assertTrue(String.valueOf(failure.getMessage()).contains("--max-files"), failure.getMessage());
        with.maxFiles++;
        assertEquals(COUNTED.size() + 5, with.run().coverage().seen());
    }

    @Test
    void a_file_above_the_limit_is_left_out_with_a_note_in_the_tree_and_in_the_commit() throws Exception {
        write("lib/table.c", "int a;\n".repeat(200));
        commit();
        for (String revision : List.of("", "HEAD")) {
            With with = new With();
            with.revision = revision;
            with.maxFileSize = 1000;
            Census census = with.run();
            assertEquals(1, census.coverage().tooLarge());
            assertEquals(COUNTED.size() + 1, census.coverage().counted());
            assertEquals(
                    List.of("lib/table.c"),
                    census.coverage().notes().stream().map(Problem::path).toList());
            assertFalse(census.coverage().incomplete());
        }
    }

    @Test
    void attributes_that_are_gone_leave_the_others_in_force() throws Exception {
        write("a/.gitattributes", "*.q linguist-language=C\n");
        write("b/.gitattributes", "*.q linguist-language=Rust\n");
        write("b/x.q", "fn main() {}\n");
        commit();
        Files.delete(root.resolve("a/.gitattributes"));
        CountedFile file = new With()
                .run()
                .files()
                .filter(each -> each.path().equals("b/x.q"))
                .findFirst()
                .orElseThrow();
        assertEquals("Rust", file.language().name());
    }

    @Test
    void a_file_that_is_gone_is_unreadable_and_the_rest_is_counted() throws Exception {
        Files.delete(root.resolve("lib/text.c"));
        Census census = new With().run();
        assertEquals(1, census.coverage().unreadable());
        assertTrue(census.coverage().incomplete());
        assertEquals(COUNTED.size(), census.coverage().counted());
        assertEquals(
                List.of("lib/text.c"),
                census.coverage().notes().stream().map(Problem::path).toList());
        With head = new With();
        head.revision = "HEAD";
        assertFalse(head.run().coverage().incomplete(), "the commit still has it");
    }

    @Test
    void a_file_in_utf_16_is_counted_with_its_size_on_disk() throws Exception {
        CountedFile wide = files(new With().run()).get("wide.c");
        assertNotNull(wide);
        assertEquals(new LineCounts(1, 1, 0), wide.counts());
        assertEquals(Files.size(root.resolve("wide.c")), wide.bytes());
    }

    @Test
    void the_policy_decides_what_is_unsafe() throws Exception {
        Map<String, List<Long>> code = new TreeMap<>();
        for (String policy : List.of("default", "strict", "cisa-2024")) {
            With with = new With();
            with.policy = policy;
            Census census = with.run();
            assertEquals(policy, census.policyName());
            Totals shipped = census.totals(Scope.SHIPPED);
            code.put(policy, List.of(shipped.unsafeCode(), shipped.safeCode(), shipped.undeterminedCode()));
        }
        // the shader is what they differ in; Rust and Python are safe to all
        assertEquals(
                Map.of(
                        "default", List.of(9L, 2L, 1L),
                        "strict", List.of(10L, 2L, 0L),
                        "cisa-2024", List.of(9L, 3L, 0L)),
                code);
    }

    @Test
    void an_unknown_policy_is_a_mistake_of_the_user() {
        With with = new With();
        with.policy = "lenient";
        assertThrows(UsageException.class, with::run);
    }

    @Test
    void a_counted_file_is_explained_by_its_module() throws Exception {
        Explanation explanation =
                new With().scan().explain(List.of("lib/net/socket.c")).get(0);
        assertEquals("", explanation.status());
        assertEquals(new LineCounts(4, 0, 1), explanation.counts());
        assertNotNull(explanation.classification());
        assertEquals("C", explanation.classification().language().name());
        assertNotNull(explanation.module());
        assertTrue(explanation.module().module().files().stream()
                .anyMatch(file -> file.path().equals("lib/net/socket.c")));
        assertFalse(explanation.grouping().isEmpty());
        assertTrue(explanation.evidence().stream().allMatch(item -> item.path().equals("lib/net/socket.c")));
    }

    @Test
    void a_module_is_explained_by_its_id_its_name_and_its_folder() throws Exception {
        Explanation file =
                new With().scan().explain(List.of("lib/net/socket.c")).get(0);
        assertNotNull(file.module());
        CodeModule module = file.module().module();
        for (String wanted : List.of(module.id(), module.name())) {
            Explanation explanation = new With().scan().explain(List.of(wanted)).get(0);
            assertNotNull(explanation.module(), wanted);
            assertEquals(module.id(), explanation.module().module().id());
            assertNull(explanation.classification());
            assertEquals(file.grouping(), explanation.grouping());
        }
    }

    @Test
    void two_commits_are_compared_module_by_module() throws Exception {
        Comparison comparison = new With().scan().compare("HEAD").comparison();
        assertNotNull(comparison);
        assertEquals("HEAD", comparison.revision());
        assertFalse(comparison.shifts().isEmpty());
        for (Comparison.Shift shift : comparison.shifts()) {
            assertEquals(shift.rankBefore(), shift.rank(), shift.id());
            assertEquals(0, shift.gain(), 1e-9, shift.id());
        }
    }

    @Test
    void history_is_read_and_said_unless_nobody_asks() throws Exception {
        Census census = new With().run();
        assertNotNull(census.history());
        assertEquals(PastCommits.End.START, census.history().span().end());
        ScanOptions without = ScanOptions.of(root.toString())
                .but()
                .history(HistoryOptions.NONE)
                .build();
        assertNull(new Scan(without, ScanProgress.NONE).run().history());
    }

    @Test
    void what_was_left_out_is_explained_by_its_reason() throws Exception {
        With with = new With();
        with.exclude = List.of("run.py");
        List<Explanation> explanations = with.scan().explain(List.of("model.c", "link.c", "run.py"));
        assertEquals(
                List.of("Git LFS pointer", "symbolic link", "excluded by --include or --exclude"),
                explanations.stream().map(Explanation::status).toList());
        for (Explanation explanation : explanations) {
            assertNull(explanation.module(), explanation.path());
            assertEquals(LineCounts.NONE, explanation.counts());
        }
        assertTrue(new With().scan().explain(List.of("big.bin")).get(0).status().startsWith("binary"));
        assertTrue(new With()
                .scan()
                .explain(List.of("notes.unheardof"))
                .get(0)
                .status()
                .startsWith("in no known language"));
    }

    @Test
    void a_path_that_is_not_there_and_a_folder_are_told_apart() {
        UsageException absent =
                assertThrows(UsageException.class, () -> new With().scan().explain(List.of("lib/absent.c")));
        assertTrue(String.valueOf(absent.getMessage()).startsWith("lib/absent.c: not among the scanned files"));
        UsageException folder =
                assertThrows(UsageException.class, () -> new With().scan().explain(List.of("lib")));
        assertEquals("lib: a folder, and no module; name files in it, or a module of the report", folder.getMessage());
    }
}
