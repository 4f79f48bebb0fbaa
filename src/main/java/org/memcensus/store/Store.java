package org.memcensus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    private static final String NO_ROWS = "UPDATE repositories SET status = 'pending', error = NULL, attempts = 0,"
            + " started_at = NULL, finished_at = NULL, clone_bytes = 0, files_seen = 0, files_counted = 0,"
            + " files_unreadable = 0";

    private final Path file;
    private final StoreLock lock;
    private final Connection connection;
    private final Transactions transactions;
    private boolean closed;

    private Store(Path file, StoreLock lock, Connection connection) {
        this.file = file;
        this.lock = lock;
        this.connection = connection;
        this.transactions = new Transactions(file, connection);
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
        inTransaction(() -> transactions.execute(
                "UPDATE repositories SET status = 'pending', started_at = NULL" + " WHERE status = 'running'"));
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
            transactions.execute("UPDATE repositories SET position = NULL");
            try (ListWriter list = new ListWriter(connection)) {
                list.write(entries);
            }
            for (Status status : again) {
                for (Table table : Table.values()) {
                    transactions.execute("DELETE FROM " + table.label()
                            + " WHERE url IN (SELECT url FROM repositories WHERE status = '" + status.label()
                            + "' AND position IS NOT NULL)");
                }
                transactions.execute(NO_ROWS + " WHERE status = '" + status.label() + "' AND position IS NOT NULL");
            }
        });
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
            Sqlite.bind(query, after, most);
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
            Sqlite.bind(query, most);
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
                Sqlite.bind(update, at, url);
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
                    Sqlite.bind(delete, outcome.url());
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
                Sqlite.bind(
                        update,
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
                        outcome.url());
                update.executeUpdate();
            }
        });
    }

    private void insert(Table table, List<List<@Nullable Object>> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insertion())) {
            for (List<@Nullable Object> row : rows) {
                Sqlite.bind(insert, row.toArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private synchronized void inTransaction(Transactions.Work work) throws StoreException {
        if (closed) {
            throw new StoreException(file + " is closed: the batch was stopped");
        }
        transactions.run(work);
    }

    /** For tests: lets the file grow no further, as a full disk does. */
    synchronized void limitPages(int pages) throws SQLException {
        transactions.execute("PRAGMA max_page_count = " + pages);
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
            transactions.execute("PRAGMA journal_mode = DELETE");
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
