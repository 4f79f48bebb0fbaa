package org.memcensus.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.jspecify.annotations.Nullable;
import org.memcensus.batch.RepositoryScanner;
import org.memcensus.model.SourceException;
import org.memcensus.scan.ScanOptions;
import org.memcensus.source.BareClone;
import org.memcensus.source.CloneException;
import org.memcensus.source.CloneLimits;
import org.memcensus.source.RepositoryAddress;
import org.memcensus.store.RepositoryRows;
import org.memcensus.store.Table;

/** One repository on an executor: clones it to the executor's own disk, scans it, and gives its rows. */
final class RepositoryTask implements FlatMapFunction<Listed, TableRow>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST_PAUSE_MILLIS = 120_000;

    private final JobOptions options;

    RepositoryTask(JobOptions options) {
        this.options = options;
    }

    @Override
    public Iterator<TableRow> call(Listed listed) throws IOException, InterruptedException {
        RepositoryAddress shown = RepositoryAddress.of(listed.url(), Path.of("/"));
        if (shown.local()) {
            return rows(listed, Path.of(shown.full()), 1);
        }
        RepositoryAddress address =
                new RepositoryAddress(listed.full(), listed.url(), shown.identity(), shown.host(), shown.name());
        Path folder = Files.createTempDirectory(disk(), "memcensus-");
        try {
            for (int attempt = 1; ; attempt++) {
                Path clone = folder.resolve(attempt + ".git");
                try {
                    BareClone.make(address, clone, limits(), () -> false);
                    return rows(listed, clone, attempt);
                } catch (CloneException e) {
                    if (!e.temporary() || attempt > options.retries()) {
                        return failed(listed, String.valueOf(e.getMessage()), attempt);
                    }
                    Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, options.pauseMillis() << Math.min(attempt - 1, 20)));
                }
            }
        } finally {
            remove(folder);
        }
    }

    private CloneLimits limits() {
        return new CloneLimits(
                options.maxRepoSize(),
                Duration.ofSeconds(options.silenceSeconds()),
                Duration.ofSeconds(options.timeoutSeconds()));
    }

    private Iterator<TableRow> rows(Listed listed, Path folder, int attempts) {
        // One thread: the cluster's cores have other repositories to scan.
        ScanOptions scan =
                ScanOptions.of(".").but().policy(options.policy()).jobs(1).build();
        try {
            RepositoryRows rows = new RepositoryScanner(scan).scan(listed.url(), folder, 1);
            List<TableRow> found = new ArrayList<>();
            found.add(TableRow.repository(listed, rows, rows.error(), attempts));
            for (Map.Entry<Table, List<List<@Nullable Object>>> table :
                    rows.rows().entrySet()) {
                for (List<@Nullable Object> row : table.getValue()) {
                    found.add(new TableRow(table.getKey().label(), row.toArray()));
                }
            }
            return found.iterator();
        } catch (SourceException e) {
            return failed(listed, String.valueOf(e.getMessage()), attempts);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return failed(listed, listed.url() + ": too large for the memory of an executor", attempts);
        } catch (RuntimeException e) {
            // This is a conscious exception: one repository must not end a job of a hundred thousand.
            return failed(listed, listed.url() + ": memcensus has a bug, please report it: " + e, attempts);
        }
    }

    private static Iterator<TableRow> failed(Listed listed, String error, int attempts) {
        return List.of(TableRow.repository(listed, null, error, attempts)).iterator();
    }

    /** The disk that Spark gives this executor. */
    private static Path disk() throws IOException {
        String given =
                System.getenv().getOrDefault("SPARK_LOCAL_DIRS", System.getenv().getOrDefault("LOCAL_DIRS", ""));
        Path folder = Path.of(given.isEmpty() ? System.getProperty("java.io.tmpdir") : given.split(",", -1)[0]);
        return Files.createDirectories(folder);
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path at, @Nullable IOException failure) throws IOException {
                Files.delete(at);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
