package org.memcensus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The form of a store: makes it in an empty file, and refuses every file that has another one. */
final class Schema {
    /** Of the form that this program writes and reads. */
    static final int VERSION = 1;

    /** SQLite keeps it in the file's head, where {@code file} and others look: "memc". */
    private static final int APPLICATION = 0x6d656d63;

    private static final String REPOSITORIES = """
            CREATE TABLE repositories (
              url TEXT PRIMARY KEY NOT NULL,
              name TEXT NOT NULL,
              commit_id TEXT,
              status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'done', 'incomplete', 'failed')),
              error TEXT,
              attempts INTEGER NOT NULL DEFAULT 0,
              started_at TEXT,
              finished_at TEXT,
              position INTEGER,
              criticality REAL,
              clone_bytes INTEGER NOT NULL DEFAULT 0,
              files_seen INTEGER NOT NULL DEFAULT 0,
              files_counted INTEGER NOT NULL DEFAULT 0,
              files_unreadable INTEGER NOT NULL DEFAULT 0
            ) WITHOUT ROWID""";

    private static final String LISTED =
            "CREATE TABLE listed (url TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (url, name))"
                    + " WITHOUT ROWID";

    private Schema() {}

    /** What a file is. */
    enum State {
        /** Nothing is in it. */
        EMPTY,
        /** A store of this version. */
        STORE
    }

    /**
     * Looks at a file and changes nothing.
     *
     * @throws StoreException if it is something else than a store of this version
     */
    static State look(Connection connection, Path file) throws SQLException, StoreException {
        int application = number(connection, "PRAGMA application_id");
        int tables = number(connection, "SELECT count(*) FROM sqlite_master");
        if (tables == 0 && application == 0) {
            return State.EMPTY;
        }
        if (application != APPLICATION) {
            throw new StoreException(file + " is a database of another program: give another file");
        }
        refuseOther(number(connection, "PRAGMA user_version"), file);
        refuseOther(number(connection, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'schema'"), file);
        return State.STORE;
    }

    private static void refuseOther(int version, Path file) throws StoreException {
        if (version > VERSION) {
            throw new StoreException(file + " was written by a newer memcensus (form " + version + ", this one knows "
                    + VERSION + "): use that one, or give another file");
        }
        if (version < VERSION) {
            throw new StoreException(file + " was written by an older memcensus (form " + version + ", this one knows "
                    + VERSION + ") and cannot be carried over: give another file");
        }
    }

    /** Makes the tables, within the caller's transaction. */
    static void create(Connection connection, Identity identity) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID");
            statement.execute(REPOSITORIES);
            statement.execute("CREATE INDEX repositories_position ON repositories (status, position)");
            statement.execute(LISTED);
            for (Table table : Table.values()) {
                statement.execute(table.definition());
            }
            for (Table table : new Table[] {Table.EVIDENCE, Table.REPLACEMENTS}) {
                statement.execute("CREATE INDEX " + table.label() + "_url ON " + table.label() + " (url, module)");
            }
            statement.execute("CREATE INDEX vendored_blob ON vendored (blob)");
            statement.execute("CREATE INDEX vendored_component ON vendored (component)");
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + VERSION);
        }
        try (var insert = connection.prepareStatement("INSERT INTO meta VALUES (?, ?)")) {
            String[][] values = {
                {"schema", String.valueOf(VERSION)},
                {"tool", identity.tool()},
                {"policy", identity.policy()},
                {"policy_version", identity.policyVersion()},
                {"settings", identity.settings()}
            };
            for (String[] value : values) {
                insert.setString(1, value[0]);
                insert.setString(2, value[1]);
                insert.executeUpdate();
            }
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
