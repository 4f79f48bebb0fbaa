package org.memcensus.store;

import org.jspecify.annotations.Nullable;

/**
 * How the work on one repository ended.
 *
 * @param url its address
 * @param rows what was found; null if it failed
 * @param error what went wrong, one line; null if nothing did
 * @param attempts how often it was tried
 * @param bytes size of its clone; 0 where there was none
 * @param startedAt when the last attempt began, ISO 8601
 * @param finishedAt when it ended
 */
public record Outcome(
        String url,
        @Nullable RepositoryRows rows,
        @Nullable String error,
        int attempts,
        long bytes,
        String startedAt,
        String finishedAt) {
    /** What the store says of it. */
    public Status status() {
        return rows == null ? Status.FAILED : rows.status();
    }
}
