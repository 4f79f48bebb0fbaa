package org.memcensus.batch;

import org.memcensus.store.Outcome;

/** Hears how far a batch is. Called from several threads. */
public interface BatchListener {
    /**
     * The list is known.
     *
     * @param todo repositories that this run will work on
     * @param before those that were done, or failed, before
     */
    void begins(long todo, long before);

    /** A repository is done, or has failed for good, and is in the store. */
    void finished(Outcome outcome);

    /**
     * A repository will be tried again.
     *
     * @param reason what went wrong, one line
     * @param seconds after so long
     */
    void retries(String reason, long seconds);
}
