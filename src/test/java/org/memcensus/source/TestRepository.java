package org.memcensus.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;

/** A repository in a temporary folder, with fixed author and time; no git settings of the developer reach it. */
final class TestRepository implements AutoCloseable {
    static final PersonIdent AUTHOR =
            new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    final Path root;
    final Git git;

    TestRepository(Path root) throws GitAPIException {
        ShutInSystem.install();
        this.root = root;
        this.git =
                Git.init().setDirectory(root.toFile()).setInitialBranch("main").call();
    }

    TestRepository write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    TestRepository add(String... paths) throws GitAPIException {
        for (String path : paths) {
            git.add().addFilepattern(path).call();
        }
        return this;
    }

    RevCommit commit() throws GitAPIException {
        return git.commit()
                .setAuthor(AUTHOR)
                .setCommitter(AUTHOR)
                .setMessage("change")
                .setSign(false)
                .call();
    }

    /** Adds an entry to the index that is nowhere on disk. */
    void index(String path, FileMode mode, String text) throws IOException {
        ObjectId id;
        try (var inserter = git.getRepository().newObjectInserter()) {
            id = mode == FileMode.GITLINK
                    ? ObjectId.fromString("1234567890123456789012345678901234567890")
                    : inserter.insert(3, text.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
        }
        DirCache cache = git.getRepository().lockDirCache();
        DirCacheBuilder builder = cache.builder();
        for (int i = 0; i < cache.getEntryCount(); i++) {
            builder.add(cache.getEntry(i));
        }
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(mode);
        entry.setObjectId(id);
        builder.add(entry);
        builder.commit();
    }

    static Snapshot open(Object target) throws SourceException {
        return open(target, null);
    }

    static Snapshot open(Object target, @Nullable String revision) throws SourceException {
        return Sources.open(new SourceRequest(target.toString(), revision, Set.of()), line -> {});
    }

    /** Text of every readable file by path; the reason in angle brackets for the others. */
    static Map<String, String> contents(Snapshot snapshot) {
        Map<String, String> contents = new LinkedHashMap<>();
        try (ContentReader reader = snapshot.newReader()) {
            for (SourceFile file : snapshot.files()) {
                if (file.kind() != SourceFile.Kind.FILE) {
                    contents.put(file.path(), "<" + file.kind() + ">");
                    continue;
                }
                try {
                    Content content = reader.read(file, 1 << 20);
                    contents.put(file.path(), new String(content.bytes(), 0, content.length(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    contents.put(file.path(), "<" + e.getMessage() + ">");
                }
            }
        }
        return contents;
    }

    static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    static List<String> notes(Snapshot snapshot) {
        List<String> notes = new ArrayList<>();
        snapshot.notes().forEach(note -> notes.add(note.path() + ": " + note.reason()));
        return notes;
    }

    @Override
    public void close() {
        git.close();
    }
}
