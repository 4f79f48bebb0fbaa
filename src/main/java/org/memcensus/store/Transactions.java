package org.memcensus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes of a store, each kept whole or not at all. The caller sees to it that one thread at a time is here. */
final class Transactions {
    /** A program that keeps the store locked for longer is not about to end. */
    private static final int BUSY_ATTEMPTS = 60;

    private final Path file;
    private final Connection connection;

    Transactions(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Work on the database. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /**
     * Does some work.
     *
     * @throws StoreException if the store cannot be written; then nothing of it is kept
     */
    void run(Work work) throws StoreException {
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

    /** One statement, in the transaction that is open or by itself. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
