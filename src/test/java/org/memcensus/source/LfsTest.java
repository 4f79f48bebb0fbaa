package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Extra;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;

/** Git LFS pointers are read through when asked, as far as git lfs has fetched what they stand for. */
class LfsTest {
    private static final String HERE = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393";
    private static final String GONE = "5d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393";

    @TempDir
    private Path root;

    @Test
    void a_pointer_reads_as_what_was_fetched() throws Exception {
        String odd = "version https://git-lfs.github.com/spec/v1\noid sha256:../../../a.c\nsize 3\n";
        try (TestRepository repository = new TestRepository(root)) {
            repository
                    .write("a.c", pointer(HERE))
                    .write("b.c", pointer(GONE))
                    .write("c.c", "c\n")
                    .write("d.c", odd);
            repository.write(".git/lfs/objects/4d/7a/" + HERE, "int a;\n");
            repository.add(".").commit();
        }
        Map<String, String> read = Map.of("a.c", "int a;\n", "b.c", pointer(GONE), "c.c", "c\n", "d.c", odd);
        try (Snapshot tree = open(null, Extra.LFS)) {
            assertEquals(read, TestRepository.contents(tree));
            // What is fetched may change, and a cache of visits must not answer for it.
            try (ContentReader reader = tree.newReader()) {
                assertNull(reader.identity(tree.files().get(0)));
            }
        }
        try (Snapshot commit = open("HEAD", Extra.LFS)) {
            assertEquals(read, TestRepository.contents(commit));
        }
        try (Snapshot tree = open(null)) {
            assertEquals(pointer(HERE), TestRepository.contents(tree).get("a.c"));
        }
    }

    @Test
    void what_is_too_large_is_not_read() throws Exception {
        try (TestRepository repository = new TestRepository(root)) {
            repository.write("a.c", pointer(HERE)).add(".").commit();
        }
        Path object = root.resolve(".git/lfs/objects/4d/7a/" + HERE);
        Files.createDirectories(object.getParent());
        Files.write(object, new byte[5000]);
        try (Snapshot tree = open(null, Extra.LFS);
                ContentReader reader = tree.newReader()) {
            SourceFile file = tree.files().get(0);
            assertEquals(5000, reader.read(file, 5000).length());
            assertThrows(FileTooLargeException.class, () -> reader.read(file, 4999));
        }
    }

    @Test
    void a_clone_has_fetched_nothing() {
        SourceRequest request = new SourceRequest("https://example.org/x.git", null, Set.of(Extra.LFS));
        SourceException refused = assertThrows(SourceException.class, () -> Sources.open(request, line -> {}));
        assertEquals(
                "https://example.org/x.git: --lfs reads what git lfs has fetched: clone it, run git lfs fetch, scan the"
                        + " clone",
                refused.getMessage());
    }

    private static String pointer(String oid) {
        return "version https://git-lfs.github.com/spec/v1\noid sha256:" + oid + "\nsize 7\n";
    }

    private Snapshot open(@Nullable String revision, Extra... extras) throws SourceException {
        return Sources.open(new SourceRequest(root.toString(), revision, Set.of(extras)), line -> {});
    }
}
