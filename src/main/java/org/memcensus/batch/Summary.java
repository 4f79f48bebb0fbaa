package org.memcensus.batch;

/**
 * How the repositories of a list stand at the end of a run.
 *
 * @param done scanned whole
 * @param incomplete scanned, with files that could not be read
 * @param failed not scanned
 * @param pending left over, because the batch was stopped
 */
public record Summary(long done, long incomplete, long failed, long pending) {
    /** All of them. */
    public long listed() {
        return done + incomplete + failed + pending;
    }
}
