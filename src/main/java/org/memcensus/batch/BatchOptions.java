package org.memcensus.batch;

import java.nio.file.Path;
import java.time.Duration;
import org.memcensus.scan.ScanOptions;
import org.memcensus.source.CloneLimits;

/**
 * How a batch goes about its work.
 *
 * @param scan how each repository is scanned; its target is not looked at
 * @param cloneJobs repositories that are cloned at the same time
 * @param perHost of these, how many from one host
 * @param retries how often a repository is tried again when the network or its host failed
 * @param pause before the first retry; doubled before each further one
 * @param silence how long a host may say nothing
 * @param timeout how long one clone may take
 * @param maxRepoSize bytes of a clone
 * @param maxDisk bytes of all clones that are on the disk at the same time
 * @param clones folder for clones
 * @param keepClones whether clones stay there
 */
public record BatchOptions(
        ScanOptions scan,
        int cloneJobs,
        int perHost,
        int retries,
        Duration pause,
        Duration silence,
        Duration timeout,
        long maxRepoSize,
        long maxDisk,
        Path clones,
        boolean keepClones) {
    /** What an index adds to a pack. */
    private static final int INDEX_SHARE = 8;

    /** Repositories that are scanned at the same time. */
    int jobs() {
        return scan.jobs();
    }

    CloneLimits limits() {
        return new CloneLimits(largest(), silence, timeout);
    }

    /** What a clone may take of the disk. */
    long room() {
        return Math.min(maxDisk, largest() + largest() / INDEX_SHARE);
    }

    private long largest() {
        return Math.min(maxRepoSize, maxDisk - maxDisk / (INDEX_SHARE + 1));
    }
}
