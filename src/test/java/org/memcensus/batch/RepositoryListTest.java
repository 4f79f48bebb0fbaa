package org.memcensus.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.memcensus.model.UsageException;
import org.memcensus.store.Entry;

@SuppressWarnings("StringConcatToTextBlock") // a line a record reads better
@NullUnmarked // a null fails the test
class RepositoryListTest {
    private final List<String> notes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private RepositoryList.Read read(String text) throws UsageException, IOException {
        return RepositoryList.read(new StringReader(text), Path.of("/here"), notes::add, entries::add);
    }

    private List<String> urls() {
        return entries.stream().map(Entry::url).toList();
    }

    @Test
    void a_plain_list_has_one_address_a_line() throws Exception {
        RepositoryList.Read read =
                read("# critical ones\r\n\r\nhttps://github.com/a/b\r\n  git://example.org/c.git  \n/srv/d");
        assertEquals(List.of("https://github.com/a/b", "git://example.org/c.git", "file:///srv/d"), urls());
        assertEquals(3, read.repositories());
        assertEquals(List.of(1L, 2L, 3L), entries.stream().map(Entry::position).toList());
        assertEquals(List.of(), notes);
    }

    @Test
    void one_repository_written_twice_is_one_and_is_said() throws Exception {
        RepositoryList.Read read = read("https://github.com/a/b\ngit@github.com:A/b.git\nhttps://x.org/c\n");
        assertEquals(List.of("https://github.com/a/b", "https://x.org/c"), urls());
        assertEquals(1, read.duplicates());
        assertEquals(List.of("line 2 names the repository of line 1 again (git@github.com:A/b.git)"), notes);
    }

    @Test
    void csv_keeps_its_other_columns() throws Exception {
        read(
                "\ufeffname,URL,why\n\"Name, quoted\",https://x.org/a,\"says \"\"why\"\"\nin two lines\"\n,https://x.org/b,\n");
        assertEquals(List.of("https://x.org/a", "https://x.org/b"), urls());
        assertEquals(
                List.of("Name, quoted", "b"), entries.stream().map(Entry::name).toList());
        assertEquals(
                Map.of("name", "Name, quoted", "why", "says \"why\"\nin two lines"),
                entries.get(0).columns());
    }

    @Test
    void the_criticality_score_is_read_by_its_column() throws Exception {
        read("repo.name,repo.url,repo.star_count,default_score\n"
                + "a,https://github.com/o/a,5,0.87654\nb,https://github.com/o/b,6,\nc,https://github.com/o/c,6,NaN\n");
        assertEquals(0.87654, entries.get(0).criticality());
        assertEquals(null, entries.get(1).criticality());
        assertEquals(null, entries.get(2).criticality());
        assertEquals("5", entries.get(0).columns().get("repo.star_count"));
    }

    @Test
    void records_without_an_address_are_counted() throws Exception {
        RepositoryList.Read read = read("name,url\na,\nb\nc,https://x.org/c\n\n");
        assertEquals(List.of("https://x.org/c"), urls());
        assertEquals(2, read.empty());
        assertEquals(List.of("line 2 has no address: passed over", "line 3 has no address: passed over"), notes);
    }

    @Test
    void credentials_are_kept_for_connecting_only() throws Exception {
        RepositoryList.Read read = read("https://me:secret@x.org/a.git\nhttps://x.org/b.git\n");
        assertEquals(List.of("https://x.org/a.git", "https://x.org/b.git"), urls());
        assertEquals(Map.of("https://x.org/a.git", "https://me:secret@x.org/a.git"), read.addresses());
        assertFalse(read.toString().contains("secret"));
    }

    @Test
    void what_is_no_list_is_refused() {
        assertTrue(assertThrows(UsageException.class, () -> read("name,why\na,b\n"))
                .getMessage()
                .contains("no column url, repo.url or repository"));
        assertTrue(assertThrows(UsageException.class, () -> read("\u007fELF\0\0"))
                .getMessage()
                .contains("is no text"));
        assertTrue(assertThrows(IOException.class, () -> read("x".repeat(2 << 20)))
                .getMessage()
                .contains("is longer than"));
        assertTrue(assertThrows(IOException.class, () -> read("url\n\"" + "x\n".repeat(1 << 20)))
                .getMessage()
                .contains("not closed"));
    }
}
