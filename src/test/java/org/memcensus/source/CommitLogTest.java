package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.PastCommit;
import org.memcensus.model.PastCommits;
import org.memcensus.model.SourceException;

class CommitLogTest {
    private static final long NOW = 1_700_000_000L;

    @TempDir
    Path folder;

    private TestRepository repository;

    @BeforeEach
    void make() throws GitAPIException {
        repository = new TestRepository(folder);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private RevCommit commit(long time, String message) throws GitAPIException {
        repository.git.add().addFilepattern(".").call();
        repository.git.add().addFilepattern(".").setUpdate(true).call();
        PersonIdent who = new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(time), ZoneOffset.UTC);
        return repository
                .git
                .commit()
                .setAuthor(who)
                .setCommitter(who)
                .setMessage(message)
                .setSign(false)
                .call();
    }

    private PastCommits read(Object target, HistoryBounds bounds) throws SourceException {
        try (Snapshot snapshot = TestRepository.open(target);
                CommitLog log = snapshot.newLog()) {
            assertNotNull(log);
            return Objects.requireNonNull(log.read(bounds, 2));
        }
    }

    private PastCommits read() throws SourceException {
        return read(folder, HistoryBounds.DEFAULT);
    }

    private static List<String> messages(PastCommits log) {
        return log.commits().stream().map(PastCommit::message).toList();
    }

    @Test
    void a_commit_has_its_time_its_message_and_the_files_that_it_changed() throws Exception {
        repository.write("a.c", "1").write("lib/b.c", "1").write("lib/c.c", "1");
        commit(NOW - 10, "first");
        repository.write("a.c", "2").write("lib/c.c", "2").write("lib/deep/d.c", "new");
        Files.delete(folder.resolve("lib/b.c"));
        commit(NOW, "second\n\nwith a body");
        PastCommits log = read();
        assertEquals(List.of("second\n\nwith a body", "first"), messages(log));
        assertEquals(
                Set.of("a.c", "lib/c.c", "lib/deep/d.c"),
                Set.copyOf(log.commits().get(0).changed()));
        assertEquals(
                Set.of("a.c", "lib/b.c", "lib/c.c"),
                Set.copyOf(log.commits().get(1).changed()));
        assertEquals(NOW, log.commits().get(0).time());
        assertEquals(NOW, log.time());
        assertEquals(PastCommits.End.START, log.end());
        assertEquals(0, log.unread());
    }

    @Test
    void commits_come_in_the_order_of_jgits_own_walk() throws Exception {
        Random random = new Random(5);
        repository.write("a.c", "1");
        List<RevCommit> made = new ArrayList<>(List.of(commit(NOW, "first")));
        ObjectInserter inserter = repository.git.getRepository().newObjectInserter();
        for (int i = 1; i < 60; i++) {
            // Few times for many commits, some before those that they build on.
            PersonIdent who =
                    new PersonIdent("A", "a@b", Instant.ofEpochSecond(NOW + random.nextInt(12)), ZoneOffset.UTC);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(made.get(0).getTree());
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage("commit \u00e9 " + i);
            for (int parent = 0; parent < 3; parent++) {
                RevCommit other = made.get(made.size() - 1 - random.nextInt(Math.min(i, 5)));
                if (!List.of(commit.getParentIds()).contains(other)) {
                    commit.addParentId(other);
                }
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            made.add(repository.git.getRepository().parseCommit(id));
        }
        RefUpdate head = repository.git.getRepository().updateRef("HEAD");
        head.setNewObjectId(made.get(59));
        assertEquals(RefUpdate.Result.FORCED, head.forceUpdate());
        List<String> expected = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository.git.getRepository())) {
            walk.markStart(walk.parseCommit(made.get(59)));
            walk.forEach(commit -> expected.add(commit.getFullMessage()));
        }
        assertEquals(expected, messages(read()));
        assertEquals(60, expected.size());
    }

    @Test
    void files_and_folders_that_only_moved_are_no_change() throws Exception {
        repository.write("a.c", "1").write("old/x.c", "x").write("old/y.c", "y").write("z", "z");
        commit(NOW - 10, "first");
        Files.move(folder.resolve("a.c"), folder.resolve("b.c"));
        Files.move(folder.resolve("old"), folder.resolve("new"));
        commit(NOW, "moved");
        PastCommit moved = read().commits().get(0);
        assertEquals(List.of(), moved.changed());
        assertEquals(Map.of("a.c", "b.c", "old/", "new/"), moved.moved());
    }

    @Test
    void a_folder_that_becomes_a_file_and_names_that_begin_alike_are_told_apart() throws Exception {
        repository.write("a/x.c", "1").write("a.c", "1").write("a0", "1");
        commit(NOW - 10, "first");
        Files.delete(folder.resolve("a/x.c"));
        Files.delete(folder.resolve("a"));
        repository.write("a", "now a file").write("a0", "2");
        commit(NOW, "second");
        PastCommit second = read().commits().get(0);
        assertEquals(Set.of("a", "a0"), Set.copyOf(second.changed()));
    }

    @Test
    void the_log_keeps_to_its_years_and_to_its_number_of_commits() throws Exception {
        for (int i = 3; i >= 0; i--) {
            repository.write("a.c", "version " + i);
            commit(NOW - i * HistoryBounds.YEAR, i + " years ago");
        }
        PastCommits window = read(folder, new HistoryBounds(1, 100));
        assertEquals(List.of("0 years ago", "1 years ago"), messages(window));
        assertEquals(PastCommits.End.WINDOW, window.end());
        PastCommits limit = read(folder, new HistoryBounds(50, 3));
        assertEquals(3, limit.commits().size());
        assertEquals(PastCommits.End.LIMIT, limit.end());
    }

    @Test
    void a_commit_of_a_wrong_clock_does_not_end_the_log() throws Exception {
        repository.write("a.c", "1");
        commit(NOW - 100, "first");
        repository.write("a.c", "2");
        commit(1000, "of 1970");
        repository.write("a.c", "3");
        commit(NOW, "last");
        assertEquals(List.of("last", "first"), messages(read()));
    }

    @Test
    void where_a_shallow_clone_ends_nothing_is_taken_for_new() throws Exception {
        repository.write("a.c", "1");
        commit(NOW - 10, "first");
        repository.write("a.c", "2");
        RevCommit second = commit(NOW - 5, "second");
        repository.write("b.c", "2");
        commit(NOW, "third");
        Files.writeString(folder.resolve(".git/shallow"), second.name() + "\n");
        PastCommits log = read();
        assertEquals(List.of("third", "second"), messages(log));
        assertEquals(List.of("b.c"), log.commits().get(0).changed());
        assertEquals(List.of(), log.commits().get(1).changed());
        assertEquals(PastCommits.End.SHALLOW, log.end());
    }

    @Test
    void in_a_folder_only_changes_below_it_count_and_paths_begin_there() throws Exception {
        repository.write("lib/a.c", "1").write("library/b.c", "1");
        commit(NOW, "first");
        PastCommits log = read(folder.resolve("lib"), HistoryBounds.DEFAULT);
        assertEquals(List.of("a.c"), log.commits().get(0).changed());
    }

    @Test
    void a_tree_that_is_gone_leaves_its_commit_unread() throws Exception {
        repository.write("a.c", "1");
        RevCommit first = commit(NOW - 10, "first");
        repository.write("a.c", "2");
        commit(NOW, "second");
        String tree = first.getTree().name();
        Files.delete(
                folder.resolve(".git/objects").resolve(tree.substring(0, 2)).resolve(tree.substring(2)));
        PastCommits log = read();
        assertEquals(2, log.commits().size());
        assertEquals(2, log.unread());
    }

    @Test
    void a_commit_that_is_gone_ends_the_log() throws Exception {
        repository.write("a.c", "1");
        RevCommit first = commit(NOW - 10, "first");
        repository.write("a.c", "2");
        commit(NOW, "second");
        String id = first.name();
        Files.delete(folder.resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2)));
        PastCommits log = read();
        assertEquals(PastCommits.End.DAMAGED, log.end());
    }

    @Test
    void a_folder_without_a_repository_has_no_log(@TempDir Path plain) throws IOException, SourceException {
        Files.writeString(plain.resolve("a.c"), "int a;\n");
        try (Snapshot snapshot = TestRepository.open(plain)) {
            assertNull(snapshot.newLog());
        }
        assertTrue(Files.exists(plain));
    }
}
