package org.memcensus.cli;

import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Explanation;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.scan.Comparison;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

/** What the commands run on: the scan. A test of a command gives its own. */
interface Engine {
    /** Scans a repository. */
    Census scan(ScanOptions options, ScanProgress progress) throws SourceException, UsageException;

    /** Scans a repository, and another commit of it to compare with. */
    default Census compare(ScanOptions options, ScanProgress progress, String revision)
            throws SourceException, UsageException {
        throw new UnsupportedOperationException("compare");
    }

    /** Scans a repository and explains some of its files. */
    List<Explanation> explain(ScanOptions options, ScanProgress progress, List<String> paths)
            throws SourceException, UsageException;

    /** Compares two states of a repository. */
    default Comparison comparison(ScanOptions options, ScanProgress progress) {
        return new Comparison(options, progress);
    }
}
