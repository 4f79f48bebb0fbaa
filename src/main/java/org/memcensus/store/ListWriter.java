package org.memcensus.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes a list of repositories into a store, within a transaction of the caller's. */
final class ListWriter implements AutoCloseable {
    private final PreparedStatement insert;
    private final PreparedStatement forget;
    private final PreparedStatement listed;

    ListWriter(Connection connection) throws SQLException {
        insert = connection.prepareStatement(
                "INSERT INTO repositories (url, name, status, position, criticality) VALUES (?, ?, 'pending', ?, ?)"
                        + " ON CONFLICT (url) DO UPDATE SET position = excluded.position,"
                        + " criticality = excluded.criticality");
        forget = connection.prepareStatement("DELETE FROM listed WHERE url = ?");
        listed = connection.prepareStatement("INSERT INTO listed VALUES (?, ?, ?)");
    }

    /** Carries a failure of the database through code that does not know of databases. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        Failure(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /**
     * Writes a list.
     *
     * @param entries gives the list, one after another
     */
    void write(Consumer<Consumer<Entry>> entries) throws SQLException {
        try {
            entries.accept(entry -> {
                try {
                    write(entry);
                } catch (SQLException e) {
                    throw new Failure(e);
                }
            });
        } catch (Failure e) {
            throw e.cause;
        }
    }

    private void write(Entry entry) throws SQLException {
        Sqlite.bind(insert, entry.url(), entry.name(), entry.position(), entry.criticality());
        insert.executeUpdate();
        Sqlite.bind(forget, entry.url());
        forget.executeUpdate();
        for (Map.Entry<String, String> column : entry.columns().entrySet()) {
            Sqlite.bind(listed, entry.url(), column.getKey(), column.getValue());
            listed.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(insert, forget, listed)) {
            statement.close();
        }
    }
}
