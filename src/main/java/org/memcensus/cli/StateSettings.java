package org.memcensus.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Extra;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine.Option;

/** Options of the commands that scan one repository: which state of it is read. */
final class StateSettings {
    @Option(
            names = "--rev",
            paramLabel = "REV",
            description = "Read this commit from git objects instead of the working tree.")
    @Nullable
    String revision;

    @Option(names = "--untracked", description = "Also read untracked files that git does not ignore.")
    boolean untracked;

    /**
     * The same options for this state.
     *
     * @throws UsageException if the two do not go together
     */
    ScanOptions over(ScanOptions options) throws UsageException {
        if (revision != null && untracked) {
            throw new UsageException("--rev and --untracked: a commit has no untracked files: leave one of them out");
        }
        return options.but()
                .revision(revision)
                .extras(untracked ? Set.of(Extra.UNTRACKED) : Set.of())
                .build();
    }
}
