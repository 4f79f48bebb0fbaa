package org.memcensus.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.memcensus.store.RepositoryRows;
import org.memcensus.store.Status;

/** A row of one of the tables. */
final class TableRow implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The table that has a row for each repository of the list, whatever became of it. */
    static final String REPOSITORIES = "repositories";

    private final String table;
    private final @Nullable Object[] values;

    TableRow(String table, @Nullable Object[] values) {
        this.table = table;
        this.values = values.clone();
    }

    static TableRow repository(Listed listed, @Nullable RepositoryRows rows, @Nullable String error, int attempts) {
        return new TableRow(REPOSITORIES, new @Nullable Object[] {
            listed.url(),
            listed.name(),
            rows == null ? null : rows.commit(),
            (rows == null ? Status.FAILED : rows.status()).label(),
            error,
            (long) attempts,
            listed.position(),
            listed.criticality(),
            rows == null ? 0L : rows.seen(),
            rows == null ? 0L : rows.counted(),
            rows == null ? 0L : rows.unreadable()
        });
    }

    String table() {
        return table;
    }

    @Nullable
    Object[] values() {
        return values.clone();
    }
}
