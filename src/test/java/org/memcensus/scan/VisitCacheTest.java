package org.memcensus.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Census;
import org.memcensus.model.CountedFile;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

/** What is kept from one scan to the next saves work, and changes nothing. */
class VisitCacheTest {
    /** Enough that the cache is worth its while. */
    private static final int FILES = 600;

    /** Longer than a change on disk may go unseen. */
    private static final long SETTLED = 3200;

    /** Milliseconds in which a file is not trusted yet. */
    private static final long STILL_NEW = 2800;

    private static final PersonIdent AUTHOR =
            new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    @TempDir
    private Path temporary;

    private Path root;
    private Path cache;

    @BeforeEach
    void make_a_repository() throws Exception {
        root = temporary.resolve("project");
        cache = temporary.resolve("cache");
        for (int i = 0; i < FILES; i++) {
            write("lib" + i % 20 + "/part" + i + ".c", "int f" + i + "(void) { return recv(0); }\n");
        }
        write("lib0/part.h", "int part;\n");
        commit();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(UTF_8));
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

    private Census scan(String revision, String policy, boolean cached) throws Exception {
        HistoryOptions history = new HistoryOptions(false, HistoryBounds.DEFAULT, null, cached ? cache : null);
        return new Scan(
                        ScanOptions.of(root.toString())
                                .but()
                                .revision(revision.isEmpty() ? null : revision)
                                .policy(policy)
                                .jobs(2)
                                .history(history)
                                .build(),
                        ScanProgress.NONE)
                .run();
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }

    private static Optional<CountedFile> file(Census census, String path) {
        return census.files().filter(file -> file.path().equals(path)).findFirst();
    }

    private static void deleteObjects(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void a_second_scan_of_a_commit_reads_no_blob() throws Exception {
        Census first = scan("HEAD", "default", true);
        String part = first.repository().commit();
        Path objects = root.resolve(".git/objects");
        try (Git git = Git.open(root.toFile())) {
            String blob = git.getRepository().resolve(part + ":lib1/part1.c").name();
            deleteObjects(objects.resolve(blob.substring(0, 2)).resolve(blob.substring(2)));
        }

        assertEquals(first, scan("HEAD", "default", true));
        assertEquals(1, scan("HEAD", "default", false).coverage().unreadable());
    }

    @Test
    void files_on_disk_are_known_again_until_they_change() throws Exception {
        Thread.sleep(SETTLED);
        Census first = scan("", "default", true);
        byte[] written = Files.readAllBytes(kept());
        assertEquals(FILES + 1, VisitPages.read(kept()).count());

        assertEquals(first, scan("", "default", true));
        assertArrayEquals(written, Files.readAllBytes(kept()));

        write("lib1/part1.c", "int f1(void) { return recv(1); }\nint more;\n");
        Census after = scan("", "default", true);
        assertEquals(2, file(after, "lib1/part1.c").orElseThrow().counts().code());
        assertEquals(scan("", "default", false), after);
    }

    @Test
    void what_has_changed_just_now_is_read_each_time() throws Exception {
        FileTime now = FileTime.from(Instant.now());
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, now);
            }
        }
        long start = System.nanoTime();
        scan("", "default", true);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assumeTrue(millis < STILL_NEW, "too slow a machine to tell");
        assertFalse(Files.exists(cache) && VisitPages.read(kept()).count() > 0);
    }

    @Test
    void what_surrounds_a_file_counts_too() throws Exception {
        scan("HEAD", "default", true);
        write(".gitattributes", "lib2/*.c linguist-language=Rust\n");
        write("lib0/part.cpp", "int cpp;\n");
        for (int i = 0; i < FILES / 20; i++) {
            Files.move(
                    root.resolve("lib0/part" + i * 20 + ".c"),
                    root.resolve("lib0/part" + i * 20 + ".cc"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        commit();

        Census after = scan("HEAD", "default", true);
        assertEquals(
                "Rust", file(after, "lib2/part2.c").orElseThrow().language().name());
        assertEquals("C++", file(after, "lib0/part.h").orElseThrow().language().name());
        assertEquals(scan("HEAD", "default", false), after);
    }

    @Test
    void a_role_that_the_rest_of_the_tree_decides_is_not_kept_beyond_it() throws Exception {
        write("lib1/tools/names.py", "x = 1\n");
        write("own/trace-b9e4006/a.c", "int a;\n");
        commit();
        Census before = scan("HEAD", "default", true);
        assertEquals(
                Role.TOOLING, file(before, "lib1/tools/names.py").orElseThrow().role());
        assertEquals(
                Role.CORE, file(before, "own/trace-b9e4006/a.c").orElseThrow().role());
        write("own/codec-1.2.3/b.c", "int b;\n");
        for (int i = 0; i < FILES; i++) {
            write("own/part" + i + ".py", "x = " + i + "\n");
        }
        commit();

        Census after = scan("HEAD", "default", true);
        assertEquals(Role.CORE, file(after, "lib1/tools/names.py").orElseThrow().role());
        assertEquals(
                Role.VENDORED,
                file(after, "own/trace-b9e4006/a.c").orElseThrow().role());
        assertEquals(scan("HEAD", "default", false), after);
    }

    @Test
    void each_policy_has_its_own() throws Exception {
        write("odd.chpl", "var x = 1;\n");
        commit();
        Safety safety =
                file(scan("HEAD", "default", true), "odd.chpl").orElseThrow().safety();
        assertNotEquals(
                safety,
                file(scan("HEAD", "strict", true), "odd.chpl").orElseThrow().safety());
        assertEquals(
                safety,
                file(scan("HEAD", "default", true), "odd.chpl").orElseThrow().safety());
    }

    @Test
    void a_damaged_file_is_passed_over_and_written_anew() throws Exception {
        Census first = scan("HEAD", "default", true);
        Path file = kept();
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            assertEquals(0, VisitPages.read(file).count());
        }
        Files.write(file, new byte[0]);
        assertEquals(first, scan("HEAD", "default", true));
        assertArrayEquals(new byte[] {1}, new byte[] {
            (byte) (VisitPages.read(file).count() > 0 ? 1 : 0)
        });

        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(first, scan("HEAD", "default", true));
    }

    @Test
    void what_is_no_longer_found_goes_when_it_is_most_of_the_file() throws Exception {
        scan("HEAD", "default", true);
        for (int i = 0; i < FILES; i++) {
            write("lib" + i % 20 + "/part" + i + ".c", "int g" + i + ";\n");
        }
        commit();
        scan("HEAD", "default", true);
        int both = VisitPages.read(kept()).count();
        assertTrue(both > FILES + FILES / 2, "" + both);
        for (int i = 0; i < FILES; i++) {
            write("lib" + i % 20 + "/part" + i + ".c", "int h" + i + ";\n");
        }
        commit();
        scan("HEAD", "default", true);
        assertEquals(FILES + 1, VisitPages.read(kept()).count());
    }
}
