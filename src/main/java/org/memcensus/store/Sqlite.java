package org.memcensus.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** How we speak with SQLite, and what its failures mean for the user. */
final class Sqlite {
    private static final int PATIENCE_MILLIS = 5000;

    private Sqlite() {}

    /** For one batch; others may read at the same time. */
    static Connection toWrite(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // Power loss may undo the last transactions, whole, and never half of one: they are then done again.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** Without journal or any other change: for a first look at a file that may be anyone's. */
    static Connection toRead(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** Gives a statement its values, in order. */
    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
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

    static boolean isBusy(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return false;
        }
        // The lower byte is the kind, what is above it says more of it.
        int kind = sqlite.getResultCode().code & 0xff;
        return kind == SQLiteErrorCode.SQLITE_BUSY.code || kind == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    static StoreException failure(Path file, SQLException failure) {
        return new StoreException(file + ": " + reason(failure), failure);
    }

    private static String reason(SQLException failure) {
        SQLiteErrorCode code =
                failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        if (isBusy(failure)) {
            return "locked by another program: end that one, and run the same command again";
        }
        if ((code.code & 0xff) == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "the disk cannot be read or written, or is full: what was stored before is kept; repair that, and run"
                    + " the same command again";
        }
        return switch (code) {
            case SQLITE_FULL ->
                "the disk is full: what was stored before is kept; free some space, and run the same command again";
            case SQLITE_NOTADB -> "no SQLite file: give another one";
            case SQLITE_CORRUPT -> "damaged: take it from a backup, or give another file";
            case SQLITE_CANTOPEN -> "cannot be opened: check the path and its folder's rights";
            case SQLITE_READONLY -> "cannot be written: check its rights and its folder's";
            default -> String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        };
    }
}
