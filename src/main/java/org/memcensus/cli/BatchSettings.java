package org.memcensus.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.batch.BatchOptions;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import org.memcensus.source.CloneLimits;
import picocli.CommandLine.Option;

/** Options of a batch: how it clones. */
final class BatchSettings {
    private static final int CLONE_JOBS = 4;
    private static final int RETRIES = 3;
    private static final int PAUSE_SECONDS = 2;
    private static final int TIMEOUT_MINUTES = 60;
    private static final long MAX_REPO_SIZE = 4L << 30;
    private static final long MAX_DISK = 20L << 30;

    @Option(names = "--clone-jobs", paramLabel = "N", description = "Clones at the same time (default: 4).")
    int cloneJobs = CLONE_JOBS;

    @Option(names = "--per-host", paramLabel = "N", description = "Of these, from one host (default: 4).")
    int perHost = CLONE_JOBS;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "Try again so often when the network or a host fails (default: 3).")
    int retries = RETRIES;

    @Option(
            names = "--retry-pause",
            paramLabel = "SECONDS",
            description = "Pause before the first retry, doubled before each further one (default: 2).")
    double pause = PAUSE_SECONDS;

    @Option(
            names = "--host-timeout",
            paramLabel = "SECONDS",
            description = "Give up on a host that says nothing for so long (default: 60).")
    double silence = CloneLimits.DEFAULT_SILENCE.toSeconds();

    @Option(
            names = "--clone-timeout",
            paramLabel = "SECONDS",
            description = "Give up on a clone that takes longer in all (default: 3600).")
    double timeout = Duration.ofMinutes(TIMEOUT_MINUTES).toSeconds();

    @Option(
            names = "--max-repo-size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Give up on a clone that is larger (default: 4G).")
    long maxRepoSize = MAX_REPO_SIZE;

    @Option(
            names = "--max-disk",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Room for all clones that are on the disk at the same time (default: 20G).")
    long maxDisk = MAX_DISK;

    @Option(
            names = "--cache-dir",
            paramLabel = "DIR",
            description = "Where clones lie (default: the user's cache folder).")
    @Nullable
    String cacheDir;

    @Option(names = "--keep-clones", description = "Leave the clones there, and take those that are there.")
    boolean keepClones;

    /**
     * The options of a batch.
     *
     * @throws UsageException if a number is out of its range
     */
    BatchOptions options(ScanOptions scan, Path store, Surroundings surroundings) throws UsageException {
        positive("--clone-jobs", cloneJobs);
        positive("--per-host", perHost);
        positive("--host-timeout", silence);
        positive("--clone-timeout", timeout);
        positive("--max-repo-size", (double) maxRepoSize);
        positive("--max-disk", (double) maxDisk);
        if (retries < 0 || !(pause >= 0)) {
            throw new UsageException("--retries and --retry-pause cannot be below 0");
        }
        Path cache = cacheDir == null
                ? cache(surroundings.environment())
                : surroundings.directory().resolve(cacheDir);
        // One folder a store: two batches with two stores do not meet.
        String name = store.getFileName() + "-"
                + String.format(
                        Locale.ROOT,
                        "%08x",
                        store.toAbsolutePath().normalize().toString().hashCode());
        return new BatchOptions(
                scan,
                cloneJobs,
                perHost,
                retries,
                millis(pause),
                millis(silence),
                millis(timeout),
                maxRepoSize,
                maxDisk,
                cache.toAbsolutePath().resolve("batch").resolve(name),
                keepClones);
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis((long) Math.min(1e12, Math.ceil(seconds * 1000)));
    }

    private static Path cache(Map<String, String> environment) {
        Path known = CacheFolder.of(environment);
        return known == null ? Path.of(System.getProperty("user.home", "."), ".cache", "memcensus") : known;
    }

    private static void positive(String option, double number) throws UsageException {
        if (!(number > 0)) {
            throw new UsageException(option + " must be above 0, not " + number);
        }
    }
}
