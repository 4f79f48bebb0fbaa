package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Finding;
import org.memcensus.model.GateLimits;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.Verdict;

/** What is kept of a base from one gate to the next saves work, and changes no verdict. */
class StateCacheTest extends ScanCase {
    /** Enough that a base is kept. */
    private static final int FILES = 510;

    private Path cache;

    @BeforeEach
    void make_a_base() throws Exception {
        cache = temporary.resolve("cache");
        for (int i = 0; i < FILES; i++) {
            write("part" + i % 20 + "/part" + i + ".c", source("part" + i));
        }
        commit();
    }

    private static String source(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append("int ").append(name).append("_take_").append(i).append("(int given) { return given + ");
            text.append(i).append("; }\n");
        }
        return text.toString();
    }

    private Verdict gate(ScanOptions.Builder options, boolean cached) throws Exception {
        HistoryOptions history = new HistoryOptions(false, HistoryBounds.DEFAULT, null, cached ? cache : null);
        return new GateScan(options.jobs(2).history(history).build(), ScanProgress.NONE)
                .againstCommit("HEAD", GateLimits.NONE, LocalDate.of(2026, 1, 1));
    }

    private Verdict gate(boolean cached) throws Exception {
        return gate(ScanOptions.of(root.toString()).but(), cached);
    }

    private List<Path> states() throws IOException {
        if (!Files.exists(cache)) {
            return List.of(); // nothing was kept at all
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.getFileName().toString().startsWith("state-"))
                    .toList();
        }
    }

    private Path object(String path) throws IOException {
        try (Git git = Git.open(root.toFile())) {
            ObjectId blob = git.getRepository().resolve("HEAD:" + path);
            return root.resolve(".git/objects")
                    .resolve(blob.name().substring(0, 2))
                    .resolve(blob.name().substring(2));
        }
    }

    @Test
    void a_base_that_was_kept_is_not_read_again() throws Exception {
        write("part1/part1.c", source("other"));
        Verdict first = gate(true);
        assertEquals(Verdict.Outcome.PASS, first.outcome());
        assertEquals(1, states().size());
        Files.delete(object("part1/part1.c"));

        assertEquals(first, gate(true));
        assertTrue(gate(false).unsafeBefore() < first.unsafeBefore(), "without the cache, the base misses a file");
    }

    @Test
    void a_module_is_new_or_moved_as_it_is_without_a_cache() throws Exception {
        gate(true);
        write(
                "fresh/fresh.c",
                "#include <sys/socket.h>\nint hear(int s) { return accept(s, 0, 0); }\n" + source("fresh"));
        Files.createDirectories(root.resolve("moved"));
        Files.move(root.resolve("part2/part2.c"), root.resolve("moved/moved.c"));
        write("moved/moved.c", "int more;\n" + Files.readString(root.resolve("moved/moved.c")));
        stage();

        Verdict verdict = gate(true);

        assertEquals(
                List.of("dir:fresh"),
                verdict.findings().stream().map(Finding::id).toList());
        assertFalse(verdict.findings().get(0).module().evidence().isEmpty());
        assertEquals(gate(false), verdict);
        assertEquals(1, states().size());
    }

    @Test
    void a_damaged_entry_is_passed_over() throws Exception {
        Verdict first = gate(true);
        Path state = states().get(0);
        byte[] bytes = Files.readAllBytes(state);
        bytes[bytes.length / 2]++;
        Files.write(state, bytes);

        assertEquals(first, gate(true));
    }

    @Test
    void a_base_that_could_not_be_read_whole_is_not_kept() throws Exception {
        write("part1/part1.c", source("other"));
        Files.delete(object("part1/part1.c"));

        gate(true);

        assertEquals(List.of(), states());
    }

    @Test
    void other_options_and_another_configuration_have_entries_of_their_own() throws Exception {
        gate(true);
        assertEquals(
                gate(ScanOptions.of(root.toString()).but().include(List.of("part3/**")), false),
                gate(ScanOptions.of(root.toString()).but().include(List.of("part3/**")), true));
        assertEquals(2, states().size());
        write(".memcensus.yml", "roles:\n  - glob: [part4/**]\n    role: test\n    reason: tried only\n");
        stage();
        assertEquals(gate(false), gate(true));
        assertEquals(3, states().size());
    }

    private void stage() throws Exception {
        try (Git git = Git.open(root.toFile())) {
            git.add().addFilepattern(".").call();
            git.add().setUpdate(true).addFilepattern(".").call();
        }
    }
}
