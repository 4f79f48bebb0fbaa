package org.memcensus.scan;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.changes.ChangeCache;
import org.memcensus.changes.FileChanges;
import org.memcensus.changes.FixWords;
import org.memcensus.model.FixKind;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.PastChanges;
import org.memcensus.source.CommitLog;
import org.memcensus.source.Snapshot;
import org.memcensus.tables.FixTable;

/** Finds out what happened to the files of a snapshot, from the cache where it is known. */
final class PastReader {
    private final HistoryOptions options;
    private final int jobs;
    private final ScanProgress progress;

    PastReader(HistoryOptions options, int jobs, ScanProgress progress) {
        this.options = options;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** What happened; null where there is no history, or nobody asks. */
    @Nullable
    PastChanges read(Snapshot snapshot) {
        if (!options.read()) {
            return null;
        }
        try (CommitLog log = snapshot.newLog()) {
            return log == null ? null : read(log);
        }
    }

    private PastChanges read(CommitLog log) {
        List<FixKind> kinds = FixTable.kinds();
        Path folder = options.cache();
        ChangeCache cache = folder == null ? null : new ChangeCache(folder);
        String key = ChangeCache.key(log.tip(), log.circumstances(), options.bounds(), kinds);
        PastChanges known = cache == null ? null : cache.find(key);
        if (known != null) {
            return known;
        }
        progress.stage("reading the history");
        PastChanges past = FileChanges.of(log.read(options.bounds(), jobs), new FixWords(kinds));
        if (cache != null) {
            cache.keep(key, past);
        }
        return past;
    }
}
