package org.memcensus.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.memcensus.changes.ChangeCache;
import org.memcensus.changes.FileChanges;
import org.memcensus.changes.FixWords;
import org.memcensus.model.FixKind;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommits;
import org.memcensus.source.CommitLog;
import org.memcensus.source.Snapshot;
import org.memcensus.tables.FixTable;

/** Finds out what happened to the files of a snapshot, from the cache where it is known. */
final class PastReader {
    private final HistoryOptions options;
    private final int jobs;

    PastReader(HistoryOptions options, int jobs) {
        this.options = options;
        this.jobs = jobs;
    }

    /**
     * What happened; null where there is no history, or nobody asks. It is read beside the files, which it has nothing to do
     * with, on a thread of its own where there may be several.
     */
    CompletableFuture<@Nullable PastChanges> begin(Snapshot snapshot) {
        if (!options.read()) {
            return CompletableFuture.completedFuture(null);
        }
        Executor beside = jobs > 1 ? task -> new Thread(task, "history").start() : Runnable::run;
        return CompletableFuture.supplyAsync(() -> read(snapshot), beside);
    }

    private @Nullable PastChanges read(Snapshot snapshot) {
        try (CommitLog log = snapshot.newLog()) {
            return log == null ? null : read(log);
        }
    }

    private @Nullable PastChanges read(CommitLog log) {
        List<FixKind> kinds = FixTable.kinds();
        Path folder = options.cache();
        ChangeCache cache = folder == null ? null : new ChangeCache(folder);
        String key = ChangeCache.key(log.tip(), log.circumstances(), options.bounds(), kinds);
        PastChanges known = cache == null ? null : cache.find(key);
        if (known != null) {
            return known;
        }
        PastCommits commits = log.read(options.bounds(), jobs);
        if (commits == null) {
            return null;
        }
        PastChanges past = FileChanges.of(commits, new FixWords(kinds));
        if (cache != null) {
            cache.keep(key, past);
        }
        return past;
    }
}
