package org.memcensus.cli;

import java.util.EnumSet;
import java.util.Set;
import org.memcensus.model.Extra;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine.Option;

/** Options of the commands that describe one state: what of other places is read with it. */
final class FollowSettings {
    @Option(
            names = "--submodules",
            description = "Also read the tracked files of submodules that are checked out: they count as vendored.")
    boolean submodules;

    @Option(names = "--lfs", description = "Read what Git LFS pointers stand for, where git lfs has fetched it.")
    boolean lfs;

    /**
     * The same options with these.
     *
     * @throws UsageException if they do not go with the state that is read
     */
    ScanOptions over(ScanOptions options) throws UsageException {
        if (submodules && options.revision() != null) {
            throw new UsageException(
                    "--rev and --submodules: only a working tree has them checked out: leave one of them out");
        }
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        extras.addAll(options.extras());
        if (submodules) {
            extras.add(Extra.SUBMODULES);
        }
        if (lfs) {
            extras.add(Extra.LFS);
        }
        return options.but().extras(extras).build();
    }
}
