package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memcensus.model.Census;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.HistoryOptions;

/** However a tree is read, and by however many threads, the same comes of it. */
class SameResultsTest {
    private static final PersonIdent AUTHOR =
            new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    @TempDir
    private Path temporary;

    static List<Path> trees() throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("test-repos"))) {
            return cases.map(each -> each.resolve("repo"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("trees")
    void threads_read_paths_and_the_cache_make_no_difference(Path tree) throws Exception {
        Path root = temporary.resolve("project");
        copy(tree, root);
        try (Git git =
                Git.init().setDirectory(root.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("all")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
        }
        Path cache = temporary.resolve("cache");
        Census disk = scan(root, null, 1, null);
        assertSame(disk, scan(root, null, 3, null), "three threads");
        assertSame(disk, scan(root, "HEAD", 1, null), "git objects");
        assertSame(disk, scan(root, "HEAD", 3, null), "git objects, three threads");
        assertSame(disk, scan(root, "HEAD", 2, cache), "cold cache");
        assertSame(disk, scan(root, "HEAD", 2, cache), "warm cache");
    }

    private static void assertSame(Census expected, Census actual, String how) {
        assertEquals(expected.modules(), actual.modules(), how);
        assertEquals(expected.coverage(), actual.coverage(), how);
        assertEquals(expected.foundations(), actual.foundations(), how);
    }

    private static Census scan(Path root, @Nullable String revision, int jobs, @Nullable Path cache) throws Exception {
        ScanOptions options = ScanOptions.of(root.toString())
                .but()
                .revision(revision)
                .jobs(jobs)
                .history(new HistoryOptions(false, HistoryBounds.DEFAULT, null, cache))
                .build();
        return new Scan(options, ScanProgress.NONE, 0).run();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(file, place, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
