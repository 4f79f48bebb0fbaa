package org.memcensus.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.FileHistory;
import org.memcensus.model.FixKind;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommit;
import org.memcensus.model.PastCommits;

class FileChangesTest {
    private static final long NOW = 1_700_000_000L;
    private static final FixWords WORDS = new FixWords(List.of(new FixKind(
            "a", "says", 0.5, "https://example.org", List.of("double free"), List.of(), List.of(), List.of())));

    private static PastCommit commit(double yearsAgo, String message, String... changed) {
        return new PastCommit(NOW - (long) (yearsAgo * HistoryBounds.YEAR), message, List.of(changed), Map.of());
    }

    private static PastCommit move(String from, String to) {
        return new PastCommit(NOW - HistoryBounds.YEAR, "move", List.of(), Map.of(from, to));
    }

    private static PastChanges add(PastCommit... commits) {
        return FileChanges.of(
                new PastCommits(List.of(commits), HistoryBounds.DEFAULT, NOW, PastCommits.End.START, 0), WORDS);
    }

    @Test
    void commits_add_up_for_each_file() {
        PastChanges past = add(
                commit(1, "Fix double free", "a.c", "b.c"), commit(3, "tidy", "a.c"), commit(5, "double free", "a.c"));
        FileHistory a = past.of(List.of("a.c"));
        assertEquals(3, a.commits());
        assertEquals(1, a.recent());
        assertEquals(2, a.fixes());
        assertEquals(1.0, a.weight());
        assertEquals(NOW - HistoryBounds.YEAR, a.last());
        assertEquals(NOW - 5 * HistoryBounds.YEAR, a.first());
        assertEquals(1, past.of(List.of("b.c")).commits());
        assertEquals(FileHistory.NONE, past.of(List.of("c.c")));
        assertEquals(3, past.span().commits());
        assertEquals(2, past.span().fixes());
        assertEquals(NOW - 5 * HistoryBounds.YEAR, past.span().since());
    }

    @Test
    void a_commit_that_changed_two_files_of_a_module_counts_once() {
        FileHistory both = add(commit(1, "double free", "a.c", "b.c"), commit(3, "tidy", "a.c"))
                .of(List.of("a.c", "b.c"));
        assertEquals(2, both.commits());
        assertEquals(1, both.fixes());
        assertEquals(0.5, both.weight());
    }

    @Test
    void a_file_is_followed_through_moves_of_itself_and_of_its_folder() {
        PastChanges past = add(
                commit(0.5, "new", "lib/net/a.c"),
                move("src/", "lib/net/"),
                commit(2, "old", "src/a.c"),
                move("a.c", "src/a.c"),
                commit(3, "oldest", "a.c"));
        assertEquals(3, past.of(List.of("lib/net/a.c")).commits());
        assertEquals(1, past.files().size());
    }

    @Test
    void a_name_that_was_given_away_and_taken_again_belongs_to_two_files() {
        PastChanges past = add(commit(0.5, "the new one", "a.c"), move("a.c", "b.c"), commit(2, "the old one", "a.c"));
        assertEquals(1, past.of(List.of("a.c")).commits());
        assertEquals(1, past.of(List.of("b.c")).commits());
    }

    @Test
    void files_that_changed_places_are_not_followed_in_a_circle() {
        PastChanges past = add(move("a.c", "b.c"), move("b.c", "a.c"), commit(2, "old", "b.c"));
        assertEquals(1, past.of(List.of("b.c")).commits());
    }

    @Test
    void a_sweep_over_the_tree_says_nothing_of_any_file() {
        String[] many = IntStream.range(0, 101).mapToObj(i -> "f" + i + ".c").toArray(String[]::new);
        PastChanges past = add(commit(1, "a new licence; double free", many));
        assertEquals(Map.of(), past.files());
        assertEquals(1, past.span().fixes());
    }
}
