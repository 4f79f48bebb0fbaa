package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.transport.Daemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.SourceException;

class CloneTest {
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
        second = repository.write("a.c", "two\n").add(".").commit();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private Path bundle(String branch, RevCommit... assumed) throws Exception {
        Path file = temporary.resolve("made.bundle");
        BundleWriter writer = new BundleWriter(repository.git.getRepository());
        writer.include(branch, second);
        for (RevCommit commit : assumed) {
            try (var walk = new org.eclipse.jgit.revwalk.RevWalk(repository.git.getRepository())) {
                writer.assume(walk.parseCommit(commit));
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        }
        return file;
    }

    private static Set<Path> temporaryClones() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("memcensus-"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void a_bundle_is_read_at_its_branch_and_leaves_nothing_behind() throws Exception {
        Path file = bundle("refs/heads/main");
        Set<Path> before = temporaryClones();
        try (Snapshot snapshot = TestRepository.open(file)) {
            assertEquals(Map.of("a.c", "two\n"), TestRepository.contents(snapshot));
            assertEquals("made", snapshot.repository().name());
            assertEquals(second.name(), snapshot.repository().commit());
            assertEquals(null, snapshot.repository().revision());
            assertFalse(temporaryClones().equals(before));
        }
        try (Snapshot snapshot = TestRepository.open("file://" + file, "main~1")) {
            assertEquals(Map.of("a.c", "one\n"), TestRepository.contents(snapshot));
        }
        assertEquals(before, temporaryClones());
    }

    @Test
    void a_bundle_is_found_by_a_relative_path() throws Exception {
        // Below the folder of this process, and so from no clone's own folder at the same path.
        Path relative = Files.createTempFile(Path.of("target"), "relative", ".bundle");
        try {
            Files.write(relative, Files.readAllBytes(bundle("refs/heads/main")));
            try (Snapshot snapshot = TestRepository.open(relative)) {
                assertEquals(Map.of("a.c", "two\n"), TestRepository.contents(snapshot));
            }
        } finally {
            Files.delete(relative);
        }
    }

    @Test
    void a_bundle_that_lacks_commits_says_so_and_leaves_nothing_behind() throws Exception {
        Path file = bundle("refs/heads/main", first);
        Set<Path> before = temporaryClones();
        var failure = assertThrows(SourceException.class, () -> TestRepository.open(file));
        assertEquals(
                file + ": the bundle needs commits that it does not hold: make it with git bundle create FILE --all",
                TestRepository.message(failure));
        assertEquals(before, temporaryClones());
    }

    @Test
    void a_damaged_bundle_is_one_line() throws Exception {
        Path file = bundle("refs/heads/main");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 30));
        var failure = assertThrows(SourceException.class, () -> TestRepository.open(file));
        assertTrue(
                TestRepository.message(failure).startsWith(file + ": the bundle is damaged, or of a form"),
                TestRepository.message(failure));
    }

    @Test
    void a_remote_is_cloned_at_depth_one_and_removed_on_close() throws Exception {
        Daemon daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((client, name) -> {
            repository.git.getRepository().incrementOpen();
            return repository.git.getRepository();
        });
        daemon.getService("git-upload-pack").setEnabled(true);
        daemon.start();
        try {
            String url = "git://127.0.0.1:" + daemon.getAddress().getPort() + "/some/thing.git";
            Set<Path> before = temporaryClones();
            List<String> heard = new ArrayList<>();
            try (Snapshot snapshot = Sources.open(new SourceRequest(url, null, Set.of()), heard::add)) {
                assertEquals(Map.of("a.c", "two\n"), TestRepository.contents(snapshot));
                assertEquals("thing", snapshot.repository().name());
                assertEquals(url, snapshot.repository().url());
                assertEquals(second.name(), snapshot.repository().commit());
                Set<Path> made = temporaryClones();
                made.removeAll(before);
                Path clone = made.iterator().next().resolve("clone.git");
                assertEquals(second.name() + "\n", Files.readString(clone.resolve("shallow")));
            }
            assertTrue(heard.contains("cloning " + url + " 100 %"), heard.toString());
            for (String revision : List.of("v1", "refs/tags/v1", first.name())) {
                try (Snapshot snapshot = TestRepository.open(url, revision)) {
                    assertEquals(Map.of("a.c", "one\n"), TestRepository.contents(snapshot), revision);
                    assertEquals(revision, snapshot.repository().revision());
                }
            }
            assertEquals(
                    "revision 'nowhere' is no branch, tag or full commit id of " + url
                            + ": see git ls-remote, or clone it first",
                    assertThrows(SourceException.class, () -> TestRepository.open(url, "nowhere"))
                            .getMessage());
            String unknown = "1234567890123456789012345678901234567890";
            assertEquals(
                    url + ": the host does not give commit " + unknown + ": give a branch or a tag, or clone it first",
                    assertThrows(SourceException.class, () -> TestRepository.open(url, unknown))
                            .getMessage());
            assertEquals(before, temporaryClones());
        } finally {
            daemon.stop();
        }
    }

    @Test
    void a_host_that_does_not_listen_is_one_line_without_credentials() throws Exception {
        int port;
        try (var socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        for (String start : List.of("http://me:secret@127.0.0.1:", "git://127.0.0.1:")) {
            var failure = assertThrows(
                    SourceException.class, () -> TestRepository.open(start + port + "/x.git?token=secret"));
            assertFalse(TestRepository.message(failure).contains("secret"), TestRepository.message(failure));
            assertTrue(
                    TestRepository.message(failure).contains("no connection to the host"),
                    TestRepository.message(failure));
        }
    }
}
