package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.SourceFile;

/** An id is taken from the index only where git itself would not read the file. */
class IndexedBlobsTest {
    private static final String BLOB = "0123456789abcdef0123456789abcdef01234567";
    private static final String PATH = "src/a.c";
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path root;

    private Path file;
    private Path index;

    @BeforeEach
    void make_a_repository() throws Exception {
        Assumptions.assumeTrue(Files.getFileStore(root).supportsFileAttributeView("unix"));
        file = root.resolve(PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "int a;\n");
        Files.setLastModifiedTime(file, FileTime.from(1_700_000_000_123_456_789L, TimeUnit.NANOSECONDS));
        Path git = Files.createDirectory(root.resolve(".git"));
        Files.createDirectory(git.resolve("objects"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        index = git.resolve("index");
        write(0);
    }

    /** An index as git writes it: the file with its stat, in a stage. */
    private void write(int stage) throws Exception {
        long changed = ((FileTime) stat("ctime")).to(TimeUnit.NANOSECONDS);
        long modified = ((FileTime) stat("lastModifiedTime")).to(TimeUnit.NANOSECONDS);
        byte[] path = PATH.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer data = ByteBuffer.allocate(12 + (62 + path.length) / 8 * 8 + 8 + 20);
        data.put("DIRC".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(1);
        data.putInt((int) (changed / SECOND)).putInt((int) (changed % SECOND));
        data.putInt((int) (modified / SECOND)).putInt((int) (modified % SECOND));
        data.putInt(0)
                .putInt(((Number) stat("ino")).intValue())
                .putInt(0100644)
                .putInt(0)
                .putInt(0);
        data.putInt((int) Files.size(file)).put(HexFormat.of().parseHex(BLOB));
        data.putShort((short) (stage << 12 | path.length)).put(path);
        Files.write(index, data.array());
    }

    private Object stat(String attribute) throws Exception {
        return Objects.requireNonNull(Files.getAttribute(file, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS));
    }

    private @Nullable String blob() throws Exception {
        try (Snapshot snapshot = TestRepository.open(root);
                ContentReader reader = snapshot.newReader()) {
            SourceFile entry = snapshot.files().get(0);
            assertEquals(PATH, entry.path());
            assertNull(entry.blob(), "what lies on disk may be anything");
            return reader.blob(entry);
        }
    }

    @Test
    void a_file_that_is_as_git_saw_it_has_the_id_of_the_index() throws Exception {
        assertEquals(BLOB, blob());
    }

    @Test
    void a_change_of_its_size_is_seen() throws Exception {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, "int ab;\n");
        Files.setLastModifiedTime(file, before);
        assertNull(blob());
    }

    @Test
    void a_change_that_sets_its_time_back_is_seen() throws Exception {
        FileTime before = Files.getLastModifiedTime(file);
        Thread.sleep(20); // longer than the clock of a file system stands still
        Files.writeString(file, "int b;\n");
        Files.setLastModifiedTime(file, before);
        assertNull(blob());
    }

    @Test
    void another_file_of_its_size_and_time_is_seen() throws Exception {
        Path other = root.resolve("other.c");
        Files.writeString(other, "int b;\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.delete(file);
        Files.move(other, file);
        assertNull(blob());
    }

    @Test
    void a_file_as_new_as_the_index_may_have_changed_since() throws Exception {
        Files.setLastModifiedTime(index, FileTime.from(1_700_000_001, TimeUnit.SECONDS));
        assertNotNull(blob());
        Files.setLastModifiedTime(index, FileTime.from(1_700_000_000, TimeUnit.SECONDS));
        assertNull(blob());
    }

    @Test
    void a_conflict_has_no_id() throws Exception {
        write(2);
        assertNull(blob());
    }
}
