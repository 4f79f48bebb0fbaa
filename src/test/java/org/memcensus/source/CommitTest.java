package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Extra;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.SourceKind;

class CommitTest {
    @TempDir
    private Path temporary;

    private TestRepository repository;

    @BeforeEach
    void make() throws Exception {
        repository = new TestRepository(temporary.resolve("project"));
        repository.write("src/a.c", "int a;\n").write("b.c", "int b;\n").add(".");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void a_revision_is_read_from_objects_whatever_lies_on_disk() throws Exception {
        String first = repository.commit().name();
        repository
                .git
                .tag()
                .setName("v1")
                .setTagger(TestRepository.AUTHOR)
                .setMessage("one")
                .setSigned(false)
                .call();
        repository.write("b.c", "int changed;\n").add(".").commit();
        Files.delete(repository.root.resolve("src/a.c"));
        for (String revision : List.of("v1", "HEAD~1", first, first.substring(0, 8), "main^", "v1^{tree}")) {
            try (Snapshot snapshot = TestRepository.open(repository.root, revision)) {
                assertEquals(
                        Map.of("b.c", "int b;\n", "src/a.c", "int a;\n"), TestRepository.contents(snapshot), revision);
                assertEquals(SourceKind.OBJECTS, snapshot.repository().source());
                assertEquals(revision, snapshot.repository().revision());
                assertEquals(
                        revision.equals("v1^{tree}") ? null : first,
                        snapshot.repository().commit());
            }
        }
    }

    @Test
    void a_folder_of_a_revision_is_only_that_part() throws Exception {
        repository.commit();
        try (Snapshot snapshot = TestRepository.open(repository.root.resolve("src"), "HEAD")) {
            assertEquals(Map.of("a.c", "int a;\n"), TestRepository.contents(snapshot));
            assertEquals("src", snapshot.repository().folder());
        }
    }

    @Test
    void a_bare_repository_and_a_file_url_are_read_at_head() throws Exception {
        repository.commit();
        Path bare = temporary.resolve("copy.git");
        org.eclipse.jgit.api.Git.cloneRepository()
                .setBare(true)
                .setURI(repository.root.toUri().toString())
                .setDirectory(bare.toFile())
                .call()
                .close();
        repository.write("b.c", "on disk\n");
        for (String target : List.of(bare.toString(), bare.toUri().toString(), "file://" + repository.root)) {
            try (Snapshot snapshot = TestRepository.open(target)) {
                assertEquals(Map.of("b.c", "int b;\n", "src/a.c", "int a;\n"), TestRepository.contents(snapshot));
                assertEquals(
                        target.contains("copy") ? "copy" : "project",
                        snapshot.repository().name());
                assertEquals(null, snapshot.repository().url());
            }
        }
    }

    @Test
    void packed_deltas_read_the_same_as_loose_objects() throws Exception {
        Random random = new Random(1);
        Map<String, String> expected = new HashMap<>(Map.of("b.c", "int b;\n", "src/a.c", "int a;\n"));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            for (int line = 0; line < 40; line++) {
                text.append("line ").append(random.nextInt()).append('\n');
            }
            text.replace(100, 110, "changed " + i);
            expected.put("big/f" + i + ".c", text.toString());
            repository.write("big/f" + i + ".c", text.toString());
        }
        repository.add(".").commit();
        try (Snapshot snapshot = TestRepository.open(repository.root, "HEAD")) {
            assertEquals(expected, TestRepository.contents(snapshot));
        }
        repository.git.gc().call();
        try (Snapshot snapshot = TestRepository.open(repository.root, "HEAD")) {
            assertEquals(expected, TestRepository.contents(snapshot));
            assertEquals(62, snapshot.readingOrder().size());
            assertFalse(snapshot.readingOrder().equals(snapshot.files()), "packs have an order of their own");
            assertTrue(ownReaderReadsAll(snapshot), "no object is left to JGit");
        }
    }

    private boolean ownReaderReadsAll(Snapshot snapshot) throws Exception {
        GitObjects objects = new GitObjects(
                repository.git.getRepository(),
                repository.root.resolve(".git/objects").toFile());
        GrowingBuffer out = new GrowingBuffer();
        boolean deltas = false;
        try (PackReader reader = objects.newPackReader()) {
            for (SourceFile file : snapshot.readingOrder()) {
                long place = objects.place(ObjectId.fromString(file.blob()));
                reader.read(GitObjects.pack(place), GitObjects.offset(place), Constants.OBJ_BLOB, out, 1 << 20);
                deltas |= out.length > 10_000;
            }
        }
        return deltas;
    }

    @Test
    void a_damaged_object_is_one_unreadable_file() throws Exception {
        repository.commit();
        ObjectId blob;
        try (Snapshot snapshot = TestRepository.open(repository.root, "HEAD")) {
            blob = ObjectId.fromString(snapshot.files().get(0).blob());
        }
        Path loose = repository.root.resolve(".git/objects/" + blob.name().substring(0, 2) + "/"
                + blob.name().substring(2));
        byte[] bytes = Files.readAllBytes(loose);
        bytes[bytes.length - 3] ^= 0x55;
        Files.delete(loose);
        Files.write(loose, bytes);
        try (Snapshot snapshot = TestRepository.open(repository.root, "HEAD")) {
            assertEquals(
                    Map.of("b.c", "<git object " + blob.name() + " is damaged: see git fsck>", "src/a.c", "int a;\n"),
                    TestRepository.contents(snapshot));
        }
        Files.delete(loose);
        try (Snapshot snapshot = TestRepository.open(repository.root, "HEAD")) {
            assertEquals(
                    "<git object " + blob.name() + " is missing: a damaged or partial clone>",
                    TestRepository.contents(snapshot).get("b.c"));
        }
    }

    @Test
    void a_damaged_pack_never_crashes_and_never_lies() throws Exception {
        Map<String, String> expected = new HashMap<>(Map.of("b.c", "int b;\n", "src/a.c", "int a;\n"));
        for (int i = 0; i < 20; i++) {
            String text = ("text of " + i + "\n").repeat(50 + i);
            expected.put("f" + i, text);
            repository.write("f" + i, text);
        }
        repository.add(".").commit();
        repository.git.gc().call();
        Path pack;
        try (var files = Files.list(repository.root.resolve(".git/objects/pack"))) {
            pack = files.filter(file -> file.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] good = Files.readAllBytes(pack);
        Random random = new Random(2);
        List<SourceFile> order;
        try (Snapshot snapshot = TestRepository.open(repository.root, "HEAD")) {
            order = snapshot.readingOrder();
        }
        GitObjects objects = new GitObjects(
                repository.git.getRepository(),
                repository.root.resolve(".git/objects").toFile());
        int failures = 0;
        for (int round = 0; round < 300; round++) {
            byte[] bad = good.clone();
            bad[12 + random.nextInt(bad.length - 32)] ^= (byte) (1 + random.nextInt(255));
            Files.deleteIfExists(pack);
            Files.write(pack, bad);
            try (PackReader reader = objects.newPackReader()) {
                GrowingBuffer out = new GrowingBuffer();
                for (SourceFile file : order) {
                    long place = objects.place(ObjectId.fromString(file.blob()));
                    try {
                        reader.read(GitObjects.pack(place), GitObjects.offset(place), Constants.OBJ_BLOB, out, 1 << 20);
                        String text = new String(out.bytes, 0, out.length, StandardCharsets.UTF_8);
                        assertEquals(expected.get(file.path()), text);
                    } catch (java.io.IOException e) {
                        failures++;
                    }
                }
            }
        }
        assertTrue(failures >= 100, "damage was found " + failures + " times");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pipes_among_the_objects_do_not_block() throws Exception {
        repository.write("a.c", "pipe").add("a.c").commit();
        Path objects = repository.root.resolve(".git/objects");
        for (String place : List.of("info/alternates", "pack/pack-1.idx")) {
            Path pipe = objects.resolve(place);
            Files.createDirectories(pipe.getParent());
            WorkingTreeTest.pipe(pipe);
            var failure =
                    assertThrows(SourceException.class, () -> TestRepository.open(repository.root, "HEAD"), place);
            assertTrue(TestRepository.message(failure).contains("git fsck"), TestRepository.message(failure));
            Files.delete(pipe);
        }
        ObjectId blob = repository.git.getRepository().resolve("HEAD:a.c");
        Path loose =
                objects.resolve(blob.name().substring(0, 2)).resolve(blob.name().substring(2));
        Files.delete(loose);
        WorkingTreeTest.pipe(loose);
        try (Snapshot snapshot = TestRepository.open(repository.root, "HEAD")) {
            assertTrue(
                    String.valueOf(TestRepository.contents(snapshot).get("a.c")).startsWith("<"));
        }
    }

    @Test
    void a_name_that_stands_twice_is_one_entry_that_cannot_be_read() throws Exception {
        ObjectId commit;
        try (var inserter = repository.git.getRepository().newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            for (java.nio.charset.Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
                byte[] name = "caf\u00e9.c".getBytes(charset);
                ObjectId blob = inserter.insert(Constants.OBJ_BLOB, name);
                tree.append(name, 0, name.length, FileMode.REGULAR_FILE, blob, true);
            }
            commit = commit(inserter, tree);
        }
        try (Snapshot snapshot = TestRepository.open(repository.root, commit.name())) {
            assertEquals(
                    Map.of("caf\u00e9.c", "<stands in its folder twice, so it is not clear which one is meant>"),
                    TestRepository.contents(snapshot));
        }
    }

    private static ObjectId commit(ObjectInserter inserter, TreeFormatter tree) throws IOException {
        var builder = new org.eclipse.jgit.lib.CommitBuilder();
        builder.setTreeId(inserter.insert(tree));
        builder.setAuthor(TestRepository.AUTHOR);
        builder.setCommitter(TestRepository.AUTHOR);
        builder.setMessage("x");
        ObjectId commit = inserter.insert(builder);
        inserter.flush();
        return commit;
    }

    @Test
    void hostile_names_in_trees_are_listed_and_read_by_id_only() throws Exception {
        List<String> names = List.of("../x", "/etc/passwd", ".git/config", "a\nb", "c\\d", "..", ".git");
        ObjectId commit;
        try (var inserter = repository.git.getRepository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "text".getBytes(StandardCharsets.UTF_8));
            TreeFormatter tree = new TreeFormatter();
            for (String name : names) {
                tree.append(name.getBytes(StandardCharsets.UTF_8), 0, name.length(), FileMode.REGULAR_FILE, blob, true);
            }
            commit = commit(inserter, tree);
        }
        try (Snapshot snapshot = TestRepository.open(repository.root, commit.name())) {
            Map<String, String> contents = TestRepository.contents(snapshot);
            assertEquals(names.stream().sorted().toList(), new ArrayList<>(contents.keySet()));
            assertTrue(contents.values().stream().allMatch("text"::equals), contents.toString());
        }
    }

    @Test
    void a_tree_of_billions_of_files_is_refused_before_it_fills_the_memory() throws Exception {
        ObjectId commit;
        try (var inserter = repository.git.getRepository().newObjectInserter()) {
            ObjectId id = inserter.insert(Constants.OBJ_BLOB, new byte[1]);
            FileMode mode = FileMode.REGULAR_FILE;
            for (int level = 0; level < 10; level++) {
                TreeFormatter tree = new TreeFormatter();
                for (char name = 'a'; name <= 'p'; name++) {
                    tree.append(String.valueOf(name), mode, id);
                }
                id = inserter.insert(tree);
                mode = FileMode.TREE;
            }
            commit = id;
            inserter.flush();
        }
        // 16^10 files; the listing is given the room of a small machine.
        Listing.Builder listing = new Listing.Builder("bomb", 10L << 20);
        GitObjects objects = new GitObjects(
                repository.git.getRepository(),
                repository.root.resolve(".git/objects").toFile());
        try (ObjectBytes bytes = new ObjectBytes(objects)) {
            var failure = assertThrows(SourceException.class, () -> new CommitFiles(bytes, listing).add(commit));
            assertTrue(TestRepository.message(failure).startsWith("bomb: more than "), TestRepository.message(failure));
        }
    }

    @Test
    void no_filter_or_hook_of_the_repository_runs() throws Exception {
        Path trace = temporary.resolve("trace");
        var config = repository.git.getRepository().getConfig();
        for (String program : List.of("smudge", "clean", "process")) {
            config.setString("filter", "evil", program, "touch " + trace);
        }
        config.setString("core", null, "fsmonitor", "touch " + trace);
        config.setString("core", null, "sshCommand", "touch " + trace);
        config.setBoolean("filter", "evil", "required", true);
        repository.write("plain.txt", "text\n").add("plain.txt").commit();
        config.save();
        repository.write(".gitattributes", "* filter=evil\n");
        Path hooks = Files.createDirectories(repository.root.resolve(".git/hooks"));
        for (String hook : List.of("post-checkout", "post-index-change", "reference-transaction")) {
            Files.writeString(hooks.resolve(hook), "#!/bin/sh\ntouch " + trace + "\n");
            assertTrue(hooks.resolve(hook).toFile().setExecutable(true));
        }
        try (Snapshot tree = Sources.open(
                        new SourceRequest(repository.root.toString(), null, Set.of(Extra.UNTRACKED)), line -> {});
                Snapshot head = TestRepository.open(repository.root, "HEAD");
                Snapshot url = TestRepository.open("file://" + repository.root)) {
            assertEquals("text\n", TestRepository.contents(tree).get("plain.txt"));
            assertEquals("text\n", TestRepository.contents(head).get("plain.txt"));
            assertEquals("text\n", TestRepository.contents(url).get("plain.txt"));
        }
        assertFalse(Files.exists(trace));
    }
}
