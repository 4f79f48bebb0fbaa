package org.memcensus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The store of a batch: one SQLite file, held by one batch at a time, read by whoever wants to. The rows of a repository
 * come in one transaction: they are there whole or not at all. For any number of threads.
 */
public final class Store implements AutoCloseable {
    /** A program that keeps the store locked for longer is not about to end. */
    private static final int BUSY_ATTEMPTS = 60;

    private static final String NO_ROWS = "UPDATE repositories SET status = 'pending', error = NULL, attempts = 0,"
            + " started_at = NULL, finished_at = NULL, clone_bytes = 0, files_seen = 0, files_counted = 0,"
            + " files_unreadable = 0";

    private final Path file;
    private final StoreLock lock;
    private final Connection connection;
    private boolean closed;

    private Store(Path file, StoreLock lock, Connection connection) {
        this.file = file;
        this.lock = lock;
        this.connection = connection;
    }

    /**
     * Opens a store for a batch, or makes one.
     *
     * @param holder who asks, for a second batch to read: {@code process 42 (since ...)}
     * @throws StoreException if another batch holds it, it is none, or its results were made in another way
     */
    public static Store open(Path file, Identity identity, String holder) throws StoreException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException(file + ": there is no folder " + folder + ": make it first");
        }
        StoreLock lock = StoreLock.take(file, holder);
        Connection connection = null;
        boolean done = false;
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                try (Connection first = Sqlite.toRead(file)) {
                    Schema.look(first, file);
                }
            }
            connection = Sqlite.toWrite(file);
            Store store = new Store(file, lock, connection);
            store.prepare(identity);
            done = true;
            return store;
        } catch (SQLException e) {
            throw Sqlite.failure(file, e);
        } catch (IOException e) {
            throw new StoreException(file + ": cannot be read: " + e.getMessage(), e);
        } finally {
            if (!done) {
                closeQuietly(connection);
                lock.close();
            }
        }
    }

    private void prepare(Identity identity) throws StoreException, SQLException {
        if (Schema.look(connection, file) == Schema.State.EMPTY) {
            inTransaction(() -> Schema.create(connection, identity));
        }
        Identity kept = identity();
        if (!kept.equals(identity)) {
            throw new StoreException(file + " was made with " + words(kept) + ", and this is " + words(identity)
                    + ": use the same, or give another --db");
        }
        // Whoever was at work on these is gone: the store has one holder.
        inTransaction(() ->
                execute("UPDATE repositories SET status = 'pending', started_at = NULL" + " WHERE status = 'running'"));
    }

    private static String words(Identity identity) {
        return "memcensus " + identity.tool() + ", policy " + identity.policy() + " " + identity.policyVersion()
                + (identity.settings().isEmpty() ? "" : ", " + identity.settings());
    }

    private Identity identity() throws SQLException {
        Map<String, String> meta = StudyReader.meta(connection);
        return new Identity(
                meta.getOrDefault("tool", ""),
                meta.getOrDefault("policy", ""),
                meta.getOrDefault("policy_version", ""),
                meta.getOrDefault("settings", ""));
    }

    /**
     * Takes a list in: what is new becomes pending, what is known stays as it is, what the list no longer holds stays too
     * but is not worked on.
     *
     * @param entries gives the list, one after another
     * @param again which of the known ones are done again: those of these states
     * @throws StoreException if the store cannot be written
     */
    public synchronized void list(Consumer<Consumer<Entry>> entries, List<Status> again) throws StoreException {
        inTransaction(() -> {
            execute("UPDATE repositories SET position = NULL");
            try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO repositories (url, name, status, position, criticality) VALUES (?, ?, 'pending', ?, ?)"
                                    + " ON CONFLICT (url) DO UPDATE SET position = excluded.position,"
                                    + " criticality = excluded.criticality");
                    PreparedStatement forget = connection.prepareStatement("DELETE FROM listed WHERE url = ?");
                    PreparedStatement listed = connection.prepareStatement("INSERT INTO listed VALUES (?, ?, ?)")) {
                entries.accept(entry -> {
                    try {
                        list(entry, insert, forget, listed);
                    } catch (SQLException e) {
                        throw new ListingFailure(e);
                    }
                });
            } catch (ListingFailure e) {
                throw e.failure;
            }
            for (Status status : again) {
                for (Table table : Table.values()) {
                    execute("DELETE FROM " + table.label()
                            + " WHERE url IN (SELECT url FROM repositories WHERE status = '" + status.label()
                            + "' AND position IS NOT NULL)");
                }
                execute(NO_ROWS + " WHERE status = '" + status.label() + "' AND position IS NOT NULL");
            }
        });
    }

    /** Carries a failure of the database through code that does not know of databases. */
    private static final class ListingFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException failure;

        ListingFailure(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private static void list(Entry entry, PreparedStatement insert, PreparedStatement forget, PreparedStatement listed)
            throws SQLException {
        bind(insert, List.of(entry.url(), entry.name(), entry.position()));
        set(insert, 4, entry.criticality());
        insert.executeUpdate();
        bind(forget, List.of(entry.url()));
        forget.executeUpdate();
        for (Map.Entry<String, String> column : entry.columns().entrySet()) {
            bind(listed, List.of(entry.url(), column.getKey(), column.getValue()));
            listed.executeUpdate();
        }
    }

    /**
     * The next pending repositories of the list.
     *
     * @param after those behind this position
     * @param most at most so many
     * @throws StoreException if the store cannot be read
     */
    public synchronized List<Entry> pending(long after, int most) throws StoreException {
        List<Entry> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT position, url, name, criticality FROM repositories WHERE status = 'pending' AND position > ?"
                        + " ORDER BY position LIMIT ?")) {
            bind(query, List.of(after, most));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    double criticality = rows.getDouble(4);
                    found.add(new Entry(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.wasNull() ? null : criticality,
                            Map.of()));
                }
            }
            return found;
        } catch (SQLException e) {
            throw Sqlite.failure(file, e);
        }
    }

    /**
     * How many repositories of the list are in which state.
     *
     * @throws StoreException if the store cannot be read
     */
    public synchronized Map<Status, Long> counts() throws StoreException {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT status, count(*) FROM repositories WHERE position IS NOT NULL GROUP BY status")) {
            while (rows.next()) {
                for (Status status : Status.values()) {
                    if (status.label().equals(rows.getString(1))) {
                        counts.put(status, rows.getLong(2));
                    }
                }
            }
            return counts;
        } catch (SQLException e) {
            throw Sqlite.failure(file, e);
        }
    }

    /** A repository of the list that could not be read, or not whole. */
    public record Trouble(String url, Status status, String error) {}

    /**
     * What could not be read, in the order of the list.
     *
     * @param most at most so many
     * @throws StoreException if the store cannot be read
     */
    public synchronized List<Trouble> troubles(int most) throws StoreException {
        List<Trouble> troubles = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT url, status, error FROM repositories WHERE status IN ('failed', 'incomplete') AND position IS NOT"
                        + " NULL ORDER BY position LIMIT ?")) {
            bind(query, List.of(most));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Status status = rows.getString(2).equals("failed") ? Status.FAILED : Status.INCOMPLETE;
                    String error = rows.getString(3);
                    troubles.add(new Trouble(rows.getString(1), status, error == null ? "" : error));
                }
            }
            return troubles;
        } catch (SQLException e) {
            throw Sqlite.failure(file, e);
        }
    }

    /**
     * Says that the work on a repository begins.
     *
     * @throws StoreException if the store cannot be written
     */
    public synchronized void running(String url, String at) throws StoreException {
        inTransaction(() -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE repositories SET status = 'running', started_at = ? WHERE url = ? AND status = 'pending'")) {
                bind(update, List.of(at, url));
                update.executeUpdate();
            }
        });
    }

    /**
     * Keeps what came of a repository, in one transaction.
     *
     * @throws StoreException if the store cannot be written; then nothing of it is kept
     */
    public synchronized void finished(Outcome outcome) throws StoreException {
        inTransaction(() -> {
            RepositoryRows rows = outcome.rows();
            for (Table table : Table.values()) {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + table.label() + " WHERE url = ?")) {
                    bind(delete, List.of(outcome.url()));
                    delete.executeUpdate();
                }
                if (rows != null) {
                    insert(table, rows.rows().getOrDefault(table, List.of()));
                }
            }
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE repositories SET status = ?, error = ?, attempts = ?, started_at = ?, finished_at = ?,"
                            + " clone_bytes = ?, commit_id = ?, files_seen = ?, files_counted = ?, files_unreadable = ?"
                            + " WHERE url = ?")) {
                Object[] values = {
                    outcome.status().label(),
                    outcome.error(),
                    outcome.attempts(),
                    outcome.startedAt(),
                    outcome.finishedAt(),
                    outcome.bytes(),
                    rows == null ? null : rows.commit(),
                    rows == null ? 0L : rows.seen(),
                    rows == null ? 0L : rows.counted(),
                    rows == null ? 0L : rows.unreadable(),
                    outcome.url()
                };
                for (int i = 0; i < values.length; i++) {
                    set(update, i + 1, values[i]);
                }
                update.executeUpdate();
            }
        });
    }

    private void insert(Table table, List<List<@Nullable Object>> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insertion())) {
            for (List<@Nullable Object> row : rows) {
                bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            set(statement, i + 1, values.get(i));
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(place, text);
        } else if (value instanceof Double number) {
            statement.setDouble(place, number);
        } else {
            statement.setLong(place, ((Number) value).longValue());
        }
    }

    /** Work on the database that is kept whole or not at all. */
    private interface Work {
        void run() throws SQLException;
    }

    private synchronized void inTransaction(Work work) throws StoreException {
        if (closed) {
            throw new StoreException(file + " is closed: the batch was stopped");
        }
        boolean done = false;
        try {
            begin();
            work.run();
            execute("COMMIT");
            done = true;
        } catch (SQLException e) {
            throw Sqlite.failure(file, e);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** Waits while another program writes: each attempt has SQLite's own patience. */
    private void begin() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                execute("BEGIN IMMEDIATE");
                return;
            } catch (SQLException e) {
                if (!Sqlite.isBusy(e) || attempt >= BUSY_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For tests: lets the file grow no further, as a full disk does. */
    synchronized void limitPages(int pages) throws SQLException {
        execute("PRAGMA max_page_count = " + pages);
    }

    /** Lets the store go. What comes later is refused. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            // One plain file again, that can be read from anywhere; not while someone reads.
            execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException e) {
            // It stays a file with a journal beside it, which SQLite reads as well.
        }
        closeQuietly(connection);
        lock.close();
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Everything was committed or rolled back before.
        }
    }
}
