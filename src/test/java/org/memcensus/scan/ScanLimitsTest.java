package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Comparison;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Explanation;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.LineCounts;
import org.memcensus.model.PastCommits;
import org.memcensus.model.Problem;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;
import org.memcensus.model.UsageException;

/** What is left out of a scan, how it is judged, and what is said of it. */
class ScanLimitsTest extends ScanCase {
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
    void a_history_that_is_known_needs_no_objects(@TempDir Path cache) throws Exception {
        ScanOptions cached = ScanOptions.of(root.toString())
                .but()
                .history(new HistoryOptions(true, HistoryBounds.DEFAULT, null, cache))
                .build();
        Census first = new Scan(cached, ScanProgress.NONE).run();
        Files.move(root.resolve(".git/objects"), root.resolve(".git/elsewhere"));
        Files.createDirectory(root.resolve(".git/objects"));
        assertEquals(first.history(), new Scan(cached, ScanProgress.NONE).run().history());
        assertNotNull(first.history());
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
