package org.memcensus.cli;

import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Explanation;
import org.memcensus.model.SourceException;
import org.memcensus.model.Timeline;
import org.memcensus.model.TimelineChoice;
import org.memcensus.model.UsageException;
import org.memcensus.scan.GateScan;
import org.memcensus.scan.HistoryScan;
import org.memcensus.scan.Scan;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

/** The real scan. */
final class StageEngine implements Engine {
    @Override
    public Census scan(ScanOptions options, ScanProgress progress) throws SourceException, UsageException {
        return new Scan(options, progress).run();
    }

    @Override
    public Census compare(ScanOptions options, ScanProgress progress, String revision)
            throws SourceException, UsageException {
        return new Scan(options, progress).compare(revision);
    }

    @Override
    public List<Explanation> explain(ScanOptions options, ScanProgress progress, List<String> paths)
            throws SourceException, UsageException {
        return new Scan(options, progress).explain(paths);
    }

    @Override
    public GateScan gate(ScanOptions options, ScanProgress progress) {
        return new GateScan(options, progress);
    }

    @Override
    public Timeline history(ScanOptions options, ScanProgress progress, TimelineChoice choice)
            throws SourceException, UsageException {
        return new HistoryScan(options, progress).run(choice);
    }
}
