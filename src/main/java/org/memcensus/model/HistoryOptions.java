package org.memcensus.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how the history of a repository takes part in a scan.
 *
 * @param read whether it is read at all
 * @param bounds how far back
 * @param weight share of history in the risk, 0 to 1; null for the policy's
 * @param cache folder where what was found out is kept; null for none
 */
public record HistoryOptions(
        boolean read,
        HistoryBounds bounds,
        @Nullable Double weight,
        @Nullable Path cache) {
    /** No history is read. */
    public static final HistoryOptions NONE = new HistoryOptions(false, HistoryBounds.DEFAULT, null, null);

    /** History is read, weighs what the policy says, and is kept nowhere. */
    public static final HistoryOptions DEFAULT = new HistoryOptions(true, HistoryBounds.DEFAULT, null, null);
}
