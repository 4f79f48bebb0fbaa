package org.memcensus.cli;

import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Explanation;
import org.memcensus.model.SourceException;
import org.memcensus.model.Timeline;
import org.memcensus.model.TimelineChoice;
import org.memcensus.model.UsageException;
import org.memcensus.scan.GateScan;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

/** What the commands run on: the scan. A test of a command gives its own. */
interface Engine {
    /** Scans a repository. */
    Census scan(ScanOptions options, ScanProgress progress) throws SourceException, UsageException;

    /** Scans a repository, and another commit of it to compare with. */
    Census compare(ScanOptions options, ScanProgress progress, String revision) throws SourceException, UsageException;

    /** Scans a repository and explains some of its files. */
    List<Explanation> explain(ScanOptions options, ScanProgress progress, List<String> paths)
            throws SourceException, UsageException;

    /** What scans for a gate or a baseline. */
    GateScan gate(ScanOptions options, ScanProgress progress);

    /** Counts the code of a repository at some points of its history. */
    Timeline history(ScanOptions options, ScanProgress progress, TimelineChoice choice)
            throws SourceException, UsageException;
}
