package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Extra;
import org.memcensus.model.SourceException;

/** Submodules are entered when asked, and only those that are checked out inside the tree. */
class SubmodulesTest {
    private static final String NOT_THERE =
            "a submodule that is not checked out: run git submodule update --init --recursive";

    @TempDir
    private Path folder;

    private Path root;
    private TestRepository repository;

    @BeforeEach
    void create() throws Exception {
        root = folder.toRealPath().resolve("top");
        repository = new TestRepository(root);
        repository.write("a.c", "top\n").add(".").commit();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void checked_out_submodules_are_entered_and_theirs_too() throws Exception {
        submodule(root, "deps/one", "one.c");
        submodule(root.resolve("deps/one"), "inner", "deep.c");
        addLink("deps/one");
        try (TestRepository one = new TestRepository(root.resolve("deps/one"))) {
            one.index("inner", FileMode.GITLINK, "");
        }
        try (Snapshot snapshot = open(root, Extra.SUBMODULES)) {
            assertEquals(
                    Map.of("a.c", "top\n", "deps/one/one.c", "text\n", "deps/one/inner/deep.c", "text\n"),
                    TestRepository.contents(snapshot));
            assertEquals(Set.of("deps/one", "deps/one/inner"), snapshot.submodules());
            assertEquals(List.of(), TestRepository.notes(snapshot));
        }
        try (Snapshot snapshot = open(root)) {
            assertEquals(Map.of("a.c", "top\n", "deps/one", "<SUBMODULE>"), TestRepository.contents(snapshot));
        }
        try (Snapshot snapshot = open(root.resolve("deps"), Extra.SUBMODULES)) {
            assertEquals(
                    Map.of("one/one.c", "text\n", "one/inner/deep.c", "text\n"), TestRepository.contents(snapshot));
        }
    }

    @Test
    void untracked_files_of_submodules_come_with_those_of_the_tree() throws Exception {
        submodule(root, "one", "one.c");
        addLink("one");
        repository
                .write("new.c", "new\n")
                .write("one/new.c", "new\n")
                .write("one/.gitignore", "*.o\n")
                .write("one/x.o", "");
        try (Snapshot snapshot = open(root, Extra.SUBMODULES, Extra.UNTRACKED)) {
            assertEquals(
                    Set.of("a.c", "new.c", "one/.gitignore", "one/new.c", "one/one.c"),
                    TestRepository.contents(snapshot).keySet());
        }
    }

    /** Git keeps the folders of submodules in that of the repository around them. */
    @Test
    void a_git_folder_may_lie_in_that_of_the_repository_around_and_nowhere_else() throws Exception {
        submodule(root, "one", "one.c");
        addLink("one");
        Files.createDirectories(root.resolve(".git/modules"));
        Files.move(root.resolve("one/.git"), root.resolve(".git/modules/one"));
        repository.write("one/.git", "gitdir: ../.git/modules/one\n");
        try (Snapshot snapshot = open(root, Extra.SUBMODULES)) {
            assertEquals("text\n", TestRepository.contents(snapshot).get("one/one.c"));
        }
        Files.move(root.resolve(".git/modules/one"), folder.resolve("elsewhere"));
        repository.write("one/.git", "gitdir: ../../elsewhere\n");
        try (Snapshot snapshot = open(root, Extra.SUBMODULES)) {
            assertEquals("<SUBMODULE>", TestRepository.contents(snapshot).get("one"));
            assertEquals(
                    List.of("one: a submodule whose git folder lies outside of the repository: not entered"),
                    TestRepository.notes(snapshot));
        }
        repository.write("one/.git", "gitdir: ../.git\n");
        try (Snapshot snapshot = open(root, Extra.SUBMODULES)) {
            assertEquals("<SUBMODULE>", TestRepository.contents(snapshot).get("one"));
        }
    }

    @Test
    void what_is_not_checked_out_or_damaged_stays_an_entry_with_a_note() throws Exception {
        addLink("gone");
        submodule(root, "bad", "b.c");
        addLink("bad");
        Files.writeString(root.resolve("bad/.git/index"), "no index");
        submodule(folder, "outside", "secret.c");
        Files.createSymbolicLink(root.resolve("link"), folder.resolve("outside"));
        addLink("link");
        addLink("x/__/__/outside");
        Path index = root.resolve(".git/index");
        String hostile = Files.readString(index, StandardCharsets.ISO_8859_1).replace("/__/__/", "/../../");
        Files.writeString(index, hostile, StandardCharsets.ISO_8859_1);
        try (Snapshot snapshot = open(root, Extra.SUBMODULES)) {
            assertEquals(
                    Map.of(
                            "a.c", "top\n",
                            "bad", "<SUBMODULE>",
                            "gone", "<SUBMODULE>",
                            "link", "<SUBMODULE>",
                            "x/../../outside", "<SUBMODULE>"),
                    TestRepository.contents(snapshot));
            assertEquals(
                    List.of(
                            "bad: a submodule that cannot be listed: the index is damaged, or too new: see git status",
                            "gone: " + NOT_THERE,
                            "link: " + NOT_THERE,
                            "x/../../outside: " + NOT_THERE),
                    TestRepository.notes(snapshot));
        }
    }

    @Test
    void only_a_working_tree_has_submodules_checked_out() {
        String said = ": --submodules reads what is checked out: run git clone --recurse-submodules, scan the clone";
        for (SourceRequest request : List.of(
                new SourceRequest("https://example.org/x.git", null, Set.of(Extra.SUBMODULES)),
                new SourceRequest(root.toString(), "HEAD", Set.of(Extra.SUBMODULES)))) {
            SourceException refused = assertThrows(SourceException.class, () -> Sources.open(request, line -> {}));
            assertEquals(request.target() + said, refused.getMessage());
        }
    }

    private static Snapshot open(Path target, Extra... extras) throws SourceException {
        return Sources.open(new SourceRequest(target.toString(), null, Set.of(extras)), line -> {});
    }

    private void addLink(String path) throws Exception {
        repository.index(path, FileMode.GITLINK, "");
    }

    private static void submodule(Path around, String path, String file) throws Exception {
        try (TestRepository submodule = new TestRepository(around.resolve(path))) {
            submodule.write(file, "text\n").add(".").commit();
        }
    }
}
