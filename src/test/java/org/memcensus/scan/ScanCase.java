package org.memcensus.scan;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Census;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Extra;

/** A small repository with everything in it, and scans of it. */
abstract class ScanCase {
    static final PersonIdent AUTHOR =
            new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    /** Files of the repository that are counted. */
    static final Map<String, String> COUNTED = Map.of(
            "lib/net/socket.c", "#include <sys/socket.h>\n\nint open_it(void) {\n    return 0; /* none */\n}\n",
            "lib/net/socket.h", "int open_it(void);\n",
            "lib/text.c", "int length;\n// a comment\n",
            "src/main.rs", "fn main() {}\n",
            "tests/check.c", "int check;\n",
            "third_party/z/inflate.c", "int inflate;\nint state;\n",
            "shader.glsl", "void main() {}\n",
            "run.py", "print(1)\n",
            "README.md", "# Title\n");

    @TempDir
    Path temporary;

    Path root;

    @BeforeEach
    void make_a_repository_with_everything_in_it() throws Exception {
        root = Files.createDirectory(temporary.resolve("project"));
        COUNTED.forEach(this::write);
        write("wide.c", "");
        Files.write(root.resolve("wide.c"), "\ufeffint wide;\n// \u00e9\n".getBytes(UTF_16LE));
        write("big.bin", "");
        Files.write(root.resolve("big.bin"), new byte[] {0, 1, 2, 3, 0, 0, 7});
        write("model.c", "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a".repeat(64) + "\nsize 12345\n");
        write("notes.unheardof", "do { f(x); } @@\ng(y); h{z};\n");
        Files.createSymbolicLink(root.resolve("link.c"), Path.of("lib/text.c"));
        commit();
    }

    void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit() throws Exception {
        commit(root);
    }

    static void commit(Path root) throws Exception {
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

    /** The defaults, for a change of one of them. */
    final class With {
        String revision = "";
        String policy = "default";
        List<String> include = List.of();
        List<String> exclude = List.of();
        Set<Extra> extras = Set.of();
        int jobs = 2;
        long maxFileSize = ScanOptions.DEFAULT_MAX_FILE_SIZE;
        long maxFiles = ScanOptions.DEFAULT_MAX_FILES;

        Scan scan() {
            return new Scan(
                    ScanOptions.of(root.toString())
                            .but()
                            .revision(revision.isEmpty() ? null : revision)
                            .policy(policy)
                            .include(include)
                            .exclude(exclude)
                            .extras(extras)
                            .jobs(jobs)
                            .maxFileSize(maxFileSize)
                            .maxFiles(maxFiles)
                            .build(),
                    ScanProgress.NONE);
        }

        Census run() throws Exception {
            return scan().run();
        }
    }

    static Map<String, CountedFile> files(Census census) {
        return census.files().collect(Collectors.toMap(CountedFile::path, file -> file));
    }

    static List<String> paths(Census census) {
        return census.files().map(CountedFile::path).sorted().toList();
    }
}
