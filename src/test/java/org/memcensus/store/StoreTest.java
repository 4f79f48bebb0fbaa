package org.memcensus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // a null fails the test
class StoreTest {
    private static final Identity IDENTITY = new Identity("1", "default", "1", "modules auto");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("s.sqlite");
    }

    private Store open() throws StoreException {
        return Store.open(file(), IDENTITY, "process 7 (since noon)");
    }

    private static Entry entry(long position, String url) {
        return new Entry(position, url, "n" + position, position == 1 ? 0.5 : null, Map.of("why", "because"));
    }

    private static void list(Store store, List<Status> again, String... urls) throws StoreException {
        store.list(
                sink -> {
                    for (int i = 0; i < urls.length; i++) {
                        sink.accept(entry(i + 1, urls[i]));
                    }
                },
                again);
    }

    private static RepositoryRows rows(String url, int languages) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < languages; i++) {
            rows.add(List.of(url, "L" + i, "unsafe", "core", 1L, 2L, 3L, 4L, 5L));
        }
        Map<Table, List<List<@Nullable Object>>> tables = new EnumMap<>(Table.class);
        tables.put(Table.LANGUAGES, rows);
        return new RepositoryRows(url, "n", "c0ffee", 3, 2, 0, null, tables);
    }

    private static Outcome done(String url, int languages) {
        return new Outcome(url, rows(url, languages), null, 1, 10, "t0", "t1");
    }

    private static Outcome failed(String url) {
        return new Outcome(url, null, "no", 4, 0, "t0", "t1");
    }

    private List<String> query(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(row.toString());
            }
        }
        return found;
    }

    private void write(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void a_repository_goes_from_pending_to_done_with_all_its_rows() throws Exception {
        try (Store store = open()) {
            list(store, List.of(), "a", "b");
            assertEquals(
                    List.of("a", "b"),
                    store.pending(0, 9).stream().map(Entry::url).toList());
            store.running("a", "t0");
            store.finished(done("a", 3));
            store.finished(failed("b"));
            assertEquals(Map.of(Status.DONE, 1L, Status.FAILED, 1L), store.counts());
            assertEquals(List.of(), store.pending(0, 9));
            assertEquals(List.of(new Store.Trouble("b", Status.FAILED, "no")), store.troubles(9));
        }
        assertEquals(
                List.of("a|done|c0ffee|1|3|2|0.5", "b|failed|null|4|0|0|null"),
                query("SELECT url, status, commit_id,"
                        + " attempts, files_seen, files_counted, criticality FROM repositories ORDER BY url"));
        assertEquals(List.of("a|3"), query("SELECT url, count(*) FROM languages GROUP BY url"));
        assertEquals(List.of("a|why|because", "b|why|because"), query("SELECT * FROM listed ORDER BY url"));
        assertFalse(Files.exists(folder.resolve("s.sqlite-wal")));
        assertFalse(Files.exists(folder.resolve("s.sqlite.lock")));
    }

    @Test
    void the_columns_are_those_that_users_were_promised_in_that_order() throws Exception {
        open().close();
        Map<String, String> promised = Map.of(
                "repositories", "url,name,commit_id,status,error,attempts,started_at,finished_at",
                "scopes",
                        "url,scope,files,bytes,lines,code,comments,blanks,unsafe_code,safe_code,undetermined_code,unsafe_share",
                "languages", "url,name,safety,role,files,bytes,code,comments,blanks",
                "modules", "url,module,name,kind,path,role,files,code,unsafe_code,unsafe_share,priority,rank",
                "evidence", "url,module,rule,criterion,points,path,line,count",
                "replacements", "url,module,component,project",
                "meta", "key,value");
        for (Map.Entry<String, String> table : promised.entrySet()) {
            String columns = String.join(",", query("SELECT name FROM pragma_table_info('" + table.getKey() + "')"));
            // More may come behind them.
            assertTrue((columns + ",").startsWith(table.getValue() + ","), table.getKey() + ": " + columns);
        }
        assertEquals(List.of("url"), query("SELECT name FROM pragma_table_info('repositories') WHERE pk > 0"));
        assertEquals(List.of("1"), query("SELECT value FROM meta WHERE key = 'schema'"));
    }

    @Test
    void the_same_list_again_leaves_what_is_done_and_a_longer_one_adds() throws Exception {
        try (Store store = open()) {
            list(store, List.of(), "a", "b");
            store.finished(done("a", 1));
            store.running("b", "t0");
        }
        try (Store store = open()) {
            list(store, List.of(), "c", "a", "b");
            assertEquals(
                    List.of("c", "b"),
                    store.pending(0, 9).stream().map(Entry::url).toList());
            store.finished(failed("b"));
            list(store, List.of(), "a");
            assertEquals(Map.of(Status.DONE, 1L), store.counts());
        }
        assertEquals(
                List.of("a|done", "b|failed", "c|pending"), query("SELECT url, status FROM repositories ORDER BY url"));
    }

    @Test
    void what_is_done_again_loses_its_rows_first() throws Exception {
        try (Store store = open()) {
            list(store, List.of(), "a", "b");
            store.finished(done("a", 2));
            store.finished(failed("b"));
            list(store, List.of(Status.FAILED), "a", "b");
            assertEquals(
                    List.of("b"), store.pending(0, 9).stream().map(Entry::url).toList());
            list(store, List.of(Status.DONE, Status.FAILED), "a", "b");
            assertEquals(Map.of(Status.PENDING, 2L), store.counts());
        }
        assertEquals(List.of("0"), query("SELECT count(*) FROM languages"));
        assertEquals(List.of("a|0", "b|0"), query("SELECT url, attempts FROM repositories ORDER BY url"));
    }

    @Test
    void a_second_holder_is_told_who_the_first_is() throws Exception {
        try (Store store = open()) {
            list(store, List.of(), "a");
            StoreException failure = assertThrows(StoreException.class, this::open);
            assertEquals(
                    file() + " is held by process 7 (since noon): wait for it, or give another --db",
                    failure.getMessage());
        }
        open().close();
    }

    @Test
    void a_lock_file_that_nobody_holds_is_no_lock() throws Exception {
        Files.writeString(folder.resolve("s.sqlite.lock"), "process 1 (since long ago)\n");
        open().close();
    }

    @Test
    void other_files_are_refused_and_left_as_they_are() throws Exception {
        Files.writeString(file(), "some text, long enough to be no head of a database".repeat(20));
        byte[] before = Files.readAllBytes(file());
        assertEquals(
                file() + ": no SQLite file: give another one",
                assertThrows(StoreException.class, this::open).getMessage());
        assertEquals(before.length, Files.size(file()));
        Files.delete(file());
        write("CREATE TABLE t (x)");
        assertEquals(
                file() + " is a database of another program: give another file",
                assertThrows(StoreException.class, this::open).getMessage());
        assertEquals(List.of("t"), query("SELECT name FROM sqlite_master"));
        assertEquals(List.of("delete"), query("PRAGMA journal_mode"));
    }

    @Test
    void a_store_of_another_form_or_made_otherwise_is_refused() throws Exception {
        open().close();
        Identity strict = new Identity("1", "strict", "1", "modules auto");
        assertEquals(
                file()
                        + " was made with memcensus 1, policy default 1, modules auto, and this is memcensus 1, policy strict"
                        + " 1, modules auto: use the same, or give another --db",
                assertThrows(StoreException.class, () -> Store.open(file(), strict, "me"))
                        .getMessage());
        write("PRAGMA user_version = 2");
        assertTrue(assertThrows(StoreException.class, this::open)
                .getMessage()
                .contains("written by a newer memcensus (form 2, this one knows 1)"));
        write("PRAGMA user_version = 0");
        assertTrue(
                assertThrows(StoreException.class, this::open).getMessage().contains("written by an older memcensus"));
        write("PRAGMA user_version = 1", "UPDATE meta SET value = '2' WHERE key = 'schema'");
        assertTrue(
                assertThrows(StoreException.class, this::open).getMessage().contains("written by a newer memcensus"));
        write("DELETE FROM meta WHERE key = 'schema'");
        assertTrue(
                assertThrows(StoreException.class, this::open).getMessage().contains("written by an older memcensus"));
    }

    @Test
    void a_full_disk_keeps_what_is_there_and_nothing_of_what_did_not_fit() throws Exception {
        try (Store store = open()) {
            list(store, List.of(), "a", "b");
            store.finished(done("a", 2));
            store.limitPages(1);
            StoreException failure = assertThrows(StoreException.class, () -> store.finished(done("b", 50_000)));
            assertEquals(
                    file() + ": the disk is full: what was stored before is kept; free some space, and run the same"
                            + " command again",
                    failure.getMessage());
            store.limitPages(1_000_000);
            store.finished(done("b", 1));
        }
        assertEquals(List.of("a|2", "b|1"), query("SELECT url, count(*) FROM languages GROUP BY url ORDER BY url"));
        assertEquals(List.of("ok"), query("PRAGMA integrity_check"));
    }

    @Test
    @SuppressWarnings("try") // closed before the reader is
    void a_reader_that_stays_does_not_stop_the_writer() throws Exception {
        try (Store store = open()) {
            list(store, List.of(), "a");
            try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = reader.createStatement()) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM repositories").close();
                store.finished(done("a", 1));
                assertEquals(Map.of(Status.DONE, 1L), store.counts());
                try (ResultSet rows = statement.executeQuery("SELECT status FROM repositories")) {
                    assertEquals("pending", rows.getString(1));
                }
                store.close();
            }
        }
        assertEquals(List.of("done"), query("SELECT status FROM repositories"));
    }

    @Test
    void a_program_that_locks_the_store_is_waited_for() throws Exception {
        try (Store store = open()) {
            list(store, List.of(), "a");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                Thread release = new Thread(() -> {
                    try {
                        Thread.sleep(300);
                        statement.execute("ROLLBACK");
                    } catch (InterruptedException | SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                release.start();
                store.finished(done("a", 1));
                release.join();
            }
            assertEquals(Map.of(Status.DONE, 1L), store.counts());
        }
    }

    @Test
    void a_store_that_was_let_go_takes_nothing_more() throws Exception {
        Store store = open();
        list(store, List.of(), "a");
        store.close();
        assertThrows(StoreException.class, () -> store.finished(done("a", 1)));
        assertEquals(List.of("pending"), query("SELECT status FROM repositories"));
    }

    @Test
    void a_store_needs_a_folder() {
        Path nowhere = folder.resolve("none/s.sqlite");
        assertTrue(assertThrows(StoreException.class, () -> Store.open(nowhere, IDENTITY, "me"))
                .getMessage()
                .contains("there is no folder"));
    }
}
