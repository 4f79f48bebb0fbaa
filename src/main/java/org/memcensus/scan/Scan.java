package org.memcensus.scan;

import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Explanation;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;

/** The one main way of the program: the address of a repository goes in, a {@link Census} comes out. */
@SuppressWarnings("DoNotCallSuggester")
public final class Scan {
    private final ScanOptions options;
    private final ScanProgress progress;

    /**
     * A scan that has not run yet.
     *
     * @param options what to scan and how
     * @param progress hears how far it is
     */
    public Scan(ScanOptions options, ScanProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Scans the repository.
     *
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong
     */
    public Census run() throws SourceException, UsageException {
        progress.stage("opening " + options.target());
        throw new SourceException(options.target() + ": the stages are not joined yet");
    }

    /**
     * Scans the repository and explains some of its files.
     *
     * @param paths paths from the scanned root
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong, or a path is not in the tree
     */
    public List<Explanation> explain(List<String> paths) throws SourceException, UsageException {
        throw new UsageException("the stages are not joined yet: " + paths);
    }
}
