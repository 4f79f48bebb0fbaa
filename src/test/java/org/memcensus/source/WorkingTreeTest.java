package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Extra;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceFile;
import org.memcensus.model.SourceKind;

class WorkingTreeTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;
    private Path root;

    @BeforeEach
    void make() throws Exception {
        root = Files.createDirectory(temporary.resolve("project")).toRealPath();
        repository = new TestRepository(root);
        repository.write("src/a.c", "int a;\n").write("src/net/b.c", "int b;\n").write("README", "read\n");
        repository.add(".");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void tracked_files_are_read_as_they_lie_on_disk() throws Exception {
        String commit = repository.commit().name();
        repository.write("src/a.c", "int changed;\n").write("untracked.c", "no\n");
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(
                    Map.of("README", "read\n", "src/a.c", "int changed;\n", "src/net/b.c", "int b;\n"),
                    TestRepository.contents(snapshot));
            assertEquals(
                    new RepositoryInfo("project", null, null, commit, SourceKind.WORKTREE, ""), snapshot.repository());
            assertEquals(snapshot.files(), snapshot.readingOrder());
        }
    }

    @Test
    void staged_files_count_before_the_first_commit() throws Exception {
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(3, snapshot.files().size());
            assertNull(snapshot.repository().commit());
        }
    }

    @Test
    void a_folder_in_it_is_only_that_part() throws Exception {
        try (Snapshot snapshot = TestRepository.open(root.resolve("src"))) {
            assertEquals(Map.of("a.c", "int a;\n", "net/b.c", "int b;\n"), TestRepository.contents(snapshot));
            assertEquals("src", snapshot.repository().folder());
            assertEquals("project", snapshot.repository().name());
        }
    }

    @Test
    void a_linked_worktree_has_its_own_index_and_the_common_settings() throws Exception {
        String commit = repository.commit().name();
        Path linked = Files.createDirectory(temporary.resolve("linked"));
        Path own = Files.createDirectories(root.resolve(".git/worktrees/linked"));
        Files.writeString(linked.resolve(".git"), "gitdir: " + own + "\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Files.writeString(own.resolve("gitdir"), linked.resolve(".git") + "\n");
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.copy(root.resolve(".git/index"), own.resolve("index"));
        Files.writeString(linked.resolve("README"), "linked\n");
        repository
                .git
                .getRepository()
                .getConfig()
                .setString("remote", "origin", "url", "https://t@example.org/x/y.git");
        repository.git.getRepository().getConfig().save();
        try (Snapshot snapshot = TestRepository.open(linked)) {
            assertEquals("linked\n", TestRepository.contents(snapshot).get("README"));
            assertEquals(commit, snapshot.repository().commit());
            assertEquals("https://example.org/x/y.git", snapshot.repository().url());
            assertEquals("y", snapshot.repository().name());
        }
        try (Snapshot snapshot = TestRepository.open(linked, "HEAD")) {
            assertEquals("read\n", TestRepository.contents(snapshot).get("README"));
        }
    }

    @Test
    void untracked_files_come_in_when_asked_but_not_ignored_ones() throws Exception {
        repository.write(".gitignore", "*.o\n/build/\n!keep.o\n").write("src/net/.gitignore", "b.tmp\n");
        repository.write("new.c", "new\n").write("x.o", "o").write("keep.o", "keep");
        repository.write("build/y.c", "y").write("src/net/b.tmp", "t").write("src/b.tmp", "kept");
        repository.write(".git/info/exclude", "secret\n").write("src/secret", "s");
        try (Snapshot snapshot =
                Sources.open(new SourceRequest(root.toString(), null, Set.of(Extra.UNTRACKED)), line -> {})) {
            assertEquals(
                    List.of(
                            ".gitignore",
                            "README",
                            "keep.o",
                            "new.c",
                            "src/a.c",
                            "src/b.tmp",
                            "src/net/.gitignore",
                            "src/net/b.c"),
                    snapshot.files().stream().map(SourceFile::path).toList());
        }
        try (Snapshot snapshot = Sources.open(
                new SourceRequest(root.resolve("src").toString(), null, Set.of(Extra.UNTRACKED)), line -> {})) {
            assertEquals(
                    List.of("a.c", "b.tmp", "net/.gitignore", "net/b.c"),
                    snapshot.files().stream().map(SourceFile::path).toList());
        }
    }

    @Test
    void links_and_submodules_are_entries_without_content() throws Exception {
        repository.index("link", FileMode.SYMLINK, "README");
        repository.index("sub", FileMode.GITLINK, "");
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals("<SYMLINK>", TestRepository.contents(snapshot).get("link"));
            assertEquals("<SUBMODULE>", TestRepository.contents(snapshot).get("sub"));
            assertEquals(3, snapshot.readingOrder().size());
        }
    }

    @Test
    void a_link_on_the_way_is_not_followed_out_of_the_tree() throws Exception {
        Path outside = Files.createDirectories(temporary.resolve("outside/net"));
        Files.writeString(outside.resolve("b.c"), "secret\n");
        Files.writeString(temporary.resolve("outside/a.c"), "secret\n");
        Files.delete(root.resolve("src/a.c"));
        Files.delete(root.resolve("src/net/b.c"));
        Files.delete(root.resolve("src/net"));
        Files.delete(root.resolve("src"));
        Files.createSymbolicLink(root.resolve("src"), temporary.resolve("outside"));
        Files.delete(root.resolve("README"));
        Files.createSymbolicLink(root.resolve("README"), outside.resolve("b.c"));
        try (Snapshot snapshot = TestRepository.open(root)) {
            Map<String, String> contents = TestRepository.contents(snapshot);
            assertEquals("<its folder is a symbolic link on disk: not followed>", contents.get("src/a.c"));
            assertEquals("<its folder is a symbolic link on disk: not followed>", contents.get("src/net/b.c"));
            assertEquals("<a symbolic link on disk, a file in the index: not followed>", contents.get("README"));
        }
    }

    @Test
    void a_vanished_file_is_said_and_the_rest_is_read() throws Exception {
        Files.delete(root.resolve("src/net/b.c"));
        Files.delete(root.resolve("src/net"));
        try (Snapshot snapshot = TestRepository.open(root)) {
            Map<String, String> contents = TestRepository.contents(snapshot);
            assertTrue(String.valueOf(contents.get("src/net/b.c")).startsWith("<no longer there"), contents.toString());
            assertEquals("int a;\n", contents.get("src/a.c"));
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_at_a_tracked_path_does_not_block() throws Exception {
        Files.delete(root.resolve("README"));
        pipe(root.resolve("README"));
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(
                    "<a pipe, socket or device: not read>",
                    TestRepository.contents(snapshot).get("README"));
        }
    }

    static void pipe(Path path) throws IOException, InterruptedException {
        int code;
        try {
            code = new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
        } catch (IOException e) {
            code = -1;
        }
        Assumptions.assumeTrue(code == 0, "no mkfifo here");
    }

    @Test
    void a_sparse_checkout_is_a_note_and_no_failure() throws Exception {
        var cache = repository.git.getRepository().lockDirCache();
        var builder = cache.builder();
        for (int i = 0; i < cache.getEntryCount(); i++) {
            var entry = cache.getEntry(i);
            builder.add(entry);
        }
        builder.finish();
        cache.unlock();
        skipWorktree(root.resolve(".git/index"), "README");
        Files.delete(root.resolve("README"));
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(
                    List.of("src/a.c", "src/net/b.c"),
                    snapshot.files().stream().map(SourceFile::path).toList());
            assertEquals(
                    List.of(": 1 tracked files or folders are not checked out (sparse checkout)"),
                    TestRepository.notes(snapshot));
        }
    }

    /** Rewrites an index of version 2 as version 3, with one entry's skip-worktree bit set. */
    private static void skipWorktree(Path index, String path) throws IOException {
        var in = java.nio.ByteBuffer.wrap(Files.readAllBytes(index));
        var out = java.nio.ByteBuffer.allocate(in.limit() + 1024);
        int count = in.getInt(8);
        out.putInt(in.getInt(0)).putInt(3).putInt(count);
        int at = 12;
        for (int i = 0; i < count; i++) {
            int length = in.getShort(at + 60) & 0xfff;
            byte[] fixed = new byte[60];
            in.get(at, fixed);
            byte[] name = new byte[length];
            in.get(at + 62, name);
            boolean skip = new String(name, java.nio.charset.StandardCharsets.UTF_8).equals(path);
            int start = out.position();
            out.put(fixed).putShort((short) (length | (skip ? 0x4000 : 0)));
            if (skip) {
                out.putShort((short) 0x4000);
            }
            out.put(name);
            do {
                out.put((byte) 0);
            } while ((out.position() - start) % 8 != 0);
            at += (62 + length) / 8 * 8 + 8;
        }
        out.put(new byte[20]);
        Files.write(index, java.util.Arrays.copyOf(out.array(), out.position()));
    }

    @Test
    void hostile_paths_in_the_index_are_listed_and_never_opened() throws Exception {
        Files.writeString(temporary.resolve("victim"), "secret\n");
        replaceInIndex("README", "../vic");
        try (Snapshot snapshot = TestRepository.open(root)) {
            Map<String, String> contents = TestRepository.contents(snapshot);
            assertEquals("<its name leads out of the tree: not read>", contents.get("../vic"));
            assertFalse(contents.containsValue("secret\n"));
        }
        replaceInIndex("../vic", ".git/x");
        Files.writeString(root.resolve(".git/x"), "secret\n");
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(
                    "<its name leads out of the tree: not read>",
                    TestRepository.contents(snapshot).get(".git/x"));
        }
    }

    /** Puts another name of the same length into the index. */
    private void replaceInIndex(String name, String other) throws IOException {
        Path index = root.resolve(".git/index");
        var latin = java.nio.charset.StandardCharsets.ISO_8859_1;
        String text = new String(Files.readAllBytes(index), latin);
        assertTrue(text.contains(name));
        Files.write(index, text.replace(name, other).getBytes(latin));
    }

    @Test
    void a_name_that_is_no_utf8_is_said_and_not_taken_for_another_one() throws Exception {
        repository.write("caf\u00e9.c", "int other;\n");
        replaceInIndex("README", "caf\u00e9.c");
        for (Set<Extra> extras : List.of(Set.<Extra>of(), Set.of(Extra.UNTRACKED))) {
            try (Snapshot snapshot = Sources.open(new SourceRequest(root.toString(), null, extras), line -> {})) {
                assertEquals(
                        "<its name is no UTF-8, so it cannot be opened: rename it, or read it with --rev>",
                        TestRepository.contents(snapshot).get("caf\u00e9.c"));
            }
        }
    }

    @Test
    void a_file_that_may_not_be_read_is_said_without_the_place_of_the_tree() throws Exception {
        String tooLong = "x".repeat(300);
        repository.index(tooLong, FileMode.REGULAR_FILE, "x");
        repository.index("src/" + tooLong + "/a.c", FileMode.REGULAR_FILE, "x");
        Files.setPosixFilePermissions(root.resolve("README"), Set.of());
        boolean root = Files.isReadable(this.root.resolve("README")); // who is root reads all
        try (Snapshot snapshot = TestRepository.open(this.root)) {
            Map<String, String> contents = TestRepository.contents(snapshot);
            assertEquals(root ? "read\n" : "<permission denied>", contents.get("README"));
            for (String path : List.of(tooLong, "src/" + tooLong + "/a.c")) {
                String said = String.valueOf(contents.get(path));
                assertFalse(said.contains(this.root.toString()) || said.contains("no longer there"), said);
            }
        }
    }

    @Test
    void an_entry_of_an_unknown_mode_is_one_that_cannot_be_read() throws Exception {
        replaceInIndex("\u0000\u0000\u0081\u00a4", "\u0000\u00001\u00a4");
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(
                    "<its mode 30644 is none that git knows>",
                    TestRepository.contents(snapshot).get("README"));
        }
    }

    @Test
    void a_damaged_index_is_one_clear_line() throws Exception {
        Path index = root.resolve(".git/index");
        byte[] bytes = Files.readAllBytes(index);
        for (int length = 0; length < bytes.length - 20; length += 7) {
            Files.write(index, java.util.Arrays.copyOf(bytes, length));
            var failure = assertThrows(org.memcensus.model.SourceException.class, () -> TestRepository.open(root));
            assertTrue(TestRepository.message(failure).contains("index is damaged"), TestRepository.message(failure));
        }
    }

    @Test
    void a_file_above_the_limit_says_its_size() throws Exception {
        try (Snapshot snapshot = TestRepository.open(root);
                ContentReader reader = snapshot.newReader()) {
            var failure = assertThrows(
                    FileTooLargeException.class,
                    () -> reader.read(snapshot.readingOrder().get(0), 4));
            assertEquals(5, failure.size());
        }
    }
}
