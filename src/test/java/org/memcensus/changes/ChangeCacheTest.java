package org.memcensus.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.FixKind;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommits;

class ChangeCacheTest {
    private static final String TIP = "0123456789012345678901234567890123456789";

    private static final PastChanges PAST = new PastChanges(
            new PastChanges.Span(new HistoryBounds(3, 7), 2, 1, 5, 9, PastCommits.End.SHALLOW, 4),
            List.of(new PastChanges.Change(9, 0.25), new PastChanges.Change(5, 0)),
            Map.of("a.c", List.of(0, 1), "d\u00e9/b.c", List.of(1)));

    @TempDir
    Path folder;

    private static FixKind kind(String phrase) {
        return new FixKind("a", "b", 1, "c", List.of(phrase), List.of(), List.of(), List.of());
    }

    private static String key(String tip, List<String> circumstances, String phrase) {
        return ChangeCache.key(tip, circumstances, HistoryBounds.DEFAULT, List.of(kind(phrase)));
    }

    private ChangeCache cache() {
        return new ChangeCache(folder.resolve("new/cache"));
    }

    private Path entry() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("new/cache"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0);
        }
    }

    @Test
    void what_was_kept_is_found_again_under_its_key_only() throws IOException {
        String key = key(TIP, List.of(), "abc");
        assertNull(cache().find(key));
        cache().keep(key, PAST);
        assertEquals(PAST, cache().find(key));
        assertNull(cache().find(key(TIP, List.of("x"), "abc")));
        assertTrue(Files.exists(entry()));
    }

    @Test
    void the_key_holds_all_that_the_history_depends_on() {
        String key = key(TIP, List.of("a", "b"), "abc");
        assertEquals(key, key(TIP, List.of("a", "b"), "abc"));
        assertNotEquals(key, key(TIP.replace('0', '1'), List.of("a", "b"), "abc"));
        assertNotEquals(key, key(TIP, List.of("ab", ""), "abc"));
        assertNotEquals(key, key(TIP, List.of("a", "b"), "abd"));
        assertNotEquals(key, ChangeCache.key(TIP, List.of("a", "b"), new HistoryBounds(1, 1), List.of(kind("abc"))));
    }

    @Test
    void an_entry_that_is_damaged_or_cut_off_is_passed_over() throws IOException {
        String key = key(TIP, List.of(), "abc");
        cache().keep(key, PAST);
        byte[] bytes = Files.readAllBytes(entry());
        bytes[20] ^= 1;
        Files.write(entry(), bytes);
        assertNull(cache().find(key));
        bytes[20] ^= 1;
        Files.write(entry(), java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertNull(cache().find(key));
        Files.write(entry(), new byte[0]);
        assertNull(cache().find(key));
    }

    @Test
    void a_folder_that_cannot_be_is_no_cache_and_no_failure() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        ChangeCache blocked = new ChangeCache(folder.resolve("file/cache"));
        String key = key(TIP, List.of(), "abc");
        blocked.keep(key, PAST);
        assertNull(blocked.find(key));
    }

    @Test
    void only_so_many_entries_are_kept() throws IOException {
        for (int i = 0; i < 70; i++) {
            cache().keep(key(TIP, List.of(Integer.toString(i)), "abc"), PAST);
        }
        try (Stream<Path> files = Files.list(folder.resolve("new/cache"))) {
            assertEquals(64, files.count());
        }
    }
}
