package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.transport.Daemon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.SourceException;

/** The line of commits that led to one, wherever the repository lies. */
class MainlineTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;
    private RevCommit first;
    private RevCommit second;

    @BeforeEach
    void make() throws Exception {
        repository = new TestRepository(temporary.resolve("origin"));
        first = repository.write("a.c", "one\n").add(".").commit();
        repository
                .git
                .tag()
                .setName("v1")
                .setTagger(TestRepository.AUTHOR)
                .setMessage("1")
                .setSigned(false)
                .call();
        second = repository.write("a.c", "two\n").write("b.c", "b\n").add(".").commit();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    /** The whole line with its files, and a line that begins with a tag. */
    private void assertWhole(String target) throws SourceException {
        try (Mainline line = open(target, null)) {
            List<Mainline.Commit> commits = line.since(null);
            assertEquals(
                    List.of(first.name(), second.name()),
                    commits.stream().map(Mainline.Commit::id).toList());
            assertEquals(1_700_000_000, commits.get(0).time());
            assertEquals(second.name(), line.repository().commit());
            assertEquals(Map.of("a.c", "one\n"), TestRepository.contents(line.at(commits.get(0))));
            assertEquals(Map.of("a.c", "two\n", "b.c", "b\n"), TestRepository.contents(line.at(commits.get(1))));
            assertEquals(2, line.since("v1").size());
            assertEquals(1, line.since(second.name()).size());
        }
    }

    private static Mainline open(String target, @Nullable String revision) throws SourceException {
        return Sources.openLine(new SourceRequest(target, revision, Set.of()), line -> {});
    }

    @Test
    void a_repository_on_this_machine_is_read_where_it_lies() throws Exception {
        assertWhole(repository.root.toString());
        assertWhole("file://" + repository.root);
        try (Mainline line = open(repository.root.toString(), "v1")) {
            assertEquals("v1", line.repository().revision());
            assertEquals(1, line.since(null).size());
        }
    }

    @Test
    void a_bundle_holds_its_history() throws Exception {
        Path file = temporary.resolve("made.bundle");
        BundleWriter writer = new BundleWriter(repository.git.getRepository());
        writer.include("refs/heads/main", second);
        writer.include("refs/tags/v1", repository.git.getRepository().resolve("v1"));
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        }
        try (Mainline line = open(file.toString(), "main")) {
            assertEquals(2, line.since(null).size());
            assertEquals(2, line.since("v1").size());
        }
    }

    @Test
    void a_remote_is_cloned_with_its_history_and_removed_on_close() throws Exception {
        Daemon daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((client, name) -> {
            repository.git.getRepository().incrementOpen();
            return repository.git.getRepository();
        });
        daemon.getService("git-upload-pack").setEnabled(true);
        daemon.start();
        try {
            String url = "git://127.0.0.1:" + daemon.getAddress().getPort() + "/some/thing.git";
            assertWhole(url);
            try (Mainline line = open(url, "v1")) {
                assertEquals(url, line.repository().url());
            }
            try (Mainline line = open(url, null)) {
                assertEquals("thing", line.repository().name());
                assertTrue(hasClone());
            }
            assertFalse(hasClone());
        } finally {
            daemon.stop();
        }
    }

    /** Whether a clone of the second commit lies in the folder for temporary files. */
    private boolean hasClone() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path file : files.toList()) {
                // Several refs that come at once are packed.
                Path refs = file.resolve("clone.git/packed-refs");
                if (Files.exists(refs) && Files.readString(refs).contains(second.name())) {
                    return true;
                }
            }
        }
        return false;
    }
}
