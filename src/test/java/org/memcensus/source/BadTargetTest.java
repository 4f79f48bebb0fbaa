package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.SourceException;

class BadTargetTest {
    private static final String GIVE = "give a working tree, a folder, a bare repository, a bundle or a URL";

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void real() throws Exception {
        root = folder.toRealPath();
    }

    private static void assertFails(String message, Object target, @Nullable String revision) {
        assertEquals(
                message,
                assertThrows(SourceException.class, () -> TestRepository.open(target, revision))
                        .getMessage());
    }

    @Test
    void a_missing_path() {
        assertFails(root + "/x: no such file or folder: " + GIVE, root + "/x", null);
        assertFails("file:///no/such: no such repository on this machine: " + GIVE, "file:///no/such", null);
    }

    @Test
    void an_empty_folder() {
        assertFails(root + ": the folder is empty, nothing to scan: " + GIVE, root, null);
    }

    @Test
    void a_file_that_is_no_bundle() throws Exception {
        Path file = Files.writeString(root.resolve("a.c"), "a");
        assertFails(file + ": neither a folder nor a git bundle: " + GIVE, file, null);
    }

    @Test
    void a_revision_of_a_plain_folder() throws Exception {
        Files.writeString(root.resolve("a.c"), "a");
        assertFails(root + ": no git repository, so it has no revision: " + GIVE, root, "HEAD");
    }

    @Test
    void an_unknown_scheme() {
        assertFails("ftp:// addresses cannot be read: give https, ssh, git or file", "ftp://u:p@host/x", null);
    }

    @Test
    void repositories_without_anything_to_read() throws Exception {
        try (TestRepository repository = new TestRepository(root)) {
            assertFails(
                    root + ": empty repository, no commit and nothing in the index: add files, or use --untracked",
                    root,
                    null);
            assertFails(root + ": empty repository, HEAD has no commit yet: commit something first", root, "HEAD");
            assertFails(
                    root + "/.git: empty repository, HEAD has no commit yet: commit something first",
                    root.resolve(".git"),
                    null);
            repository.write("src/a.c", "a").write("other/b.c", "b").add("src").commit();
            assertFails(
                    root + "/other: git tracks no file in this folder: add --untracked, or give another folder",
                    root.resolve("other"),
                    null);
            assertFails("revision 'nix' is not in " + root + ": see git branch -a, or fetch it first", root, "nix");
            assertFails("'HEAD^{' is no revision of " + root + ": give a commit, a branch or a tag", root, "HEAD^{");
            assertFails(
                    "revision 'HEAD:src/a.c' of " + root + " is a file: give a commit, a branch or a tag",
                    root,
                    "HEAD:src/a.c");
            assertFails(
                    "revision 'HEAD' of " + root + "/other has no folder other: give another folder or revision",
                    root.resolve("other"),
                    "HEAD");
            Files.delete(root.resolve(".git/index"));
            assertFails(
                    root + ": nothing is checked out here: run git checkout, or scan it with --rev HEAD", root, null);
        }
    }

    @Test
    void a_repository_with_a_lost_commit() throws Exception {
        try (TestRepository repository = new TestRepository(root)) {
            String id = repository.write("a.c", "a").add(".").commit().name();
            Files.delete(root.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
            assertFails(
                    "revision 'HEAD' is not in " + root + ": fetch it first (a shallow or damaged clone lacks it)",
                    root,
                    "HEAD");
        }
    }
}
