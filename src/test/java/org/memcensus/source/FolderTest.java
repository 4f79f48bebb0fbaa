package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceKind;

class FolderTest {
    @TempDir
    private Path root;

    @Test
    void a_plain_folder_is_walked_without_following_links() throws Exception {
        Path folder = Files.createDirectories(root.resolve("plain"));
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/a.c"), "a");
        Files.writeString(root.resolve("outside.c"), "secret");
        Files.createSymbolicLink(folder.resolve("link.c"), root.resolve("outside.c"));
        Files.createSymbolicLink(folder.resolve("up"), root);
        try (Snapshot snapshot = TestRepository.open(folder)) {
            assertEquals(
                    Map.of("link.c", "<SYMLINK>", "sub/a.c", "a", "up", "<SYMLINK>"),
                    TestRepository.contents(snapshot));
            assertEquals(new RepositoryInfo("plain", null, null, null, SourceKind.FOLDER, ""), snapshot.repository());
        }
    }

    @Test
    void a_repository_inside_is_noted_and_its_own_files_are_not_listed() throws Exception {
        Files.writeString(root.resolve("a.c"), "a");
        try (TestRepository inner = new TestRepository(root.resolve("inner"))) {
            inner.write("b.c", "b");
        }
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(Map.of("a.c", "a", "inner/b.c", "b"), TestRepository.contents(snapshot));
            assertEquals(
                    List.of("inner: another git repository: its files are counted as they lie on disk"),
                    TestRepository.notes(snapshot));
        }
    }

    @Test
    void names_that_are_no_utf8_are_entries_that_cannot_be_read() throws Exception {
        Files.writeString(root.resolve("a.c"), "a");
        String make =
                "mkdir \"$(printf 'd\\351')\" && echo x >\"$(printf 'd\\351/b.c')\" && echo y >\"$(printf 'c\\351.c')\"";
        int code;
        try {
            code = new ProcessBuilder("sh", "-c", make)
                    .directory(root.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            code = -1;
        }
        Assumptions.assumeTrue(code == 0, "no such names here");
        try (Snapshot snapshot = TestRepository.open(root)) {
            Map<String, String> contents = TestRepository.contents(snapshot);
            assertEquals(3, contents.size(), contents.toString());
            assertEquals(
                    2,
                    contents.values().stream()
                            .filter(text -> text.startsWith("<its name "))
                            .count(),
                    contents.toString());
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_a_note() throws Exception {
        Files.writeString(root.resolve("a.c"), "a");
        WorkingTreeTest.pipe(root.resolve("pipe.c"));
        try (Snapshot snapshot = TestRepository.open(root)) {
            assertEquals(1, snapshot.files().size());
            assertEquals(List.of("pipe.c: a pipe, socket or device: not read"), TestRepository.notes(snapshot));
        }
    }
}
