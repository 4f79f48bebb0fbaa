package org.memcensus.scan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Annotation;
import org.memcensus.model.Configuration;
import org.memcensus.model.SourceFile;
import org.memcensus.model.TreeState;
import org.memcensus.model.UsageException;
import org.memcensus.source.Snapshot;

/**
 * Finds the state of the commit that a gate compares with: as an earlier gate left it, or by a scan. Where it was kept, its
 * files are only visited when the lines of one are asked for.
 */
final class BaseScan {
    private final ScanOptions options;
    private final Scan scan;
    private final StateCache cache;

    /**
     * A scan of bases.
     *
     * @param options what to scan and how
     * @param scan scans so; it has visited the new state
     */
    BaseScan(ScanOptions options, Scan scan) {
        this.options = options;
        this.scan = scan;
        this.cache = new StateCache(options);
    }

    /**
     * The commit that is compared with.
     *
     * @param state its state, without sketches
     * @param lines the lines of its files, while its snapshot is open
     */
    record Base(TreeState state, StateLines lines) {}

    /**
     * The state of a commit.
     *
     * @param before the commit
     * @param knowledge the tables of the new state, which hold for both
     * @param configuration the configuration of the new state, which holds for both
     * @param visits the visits of the new state
     * @throws UsageException if there are too many files
     */
    Base of(Snapshot before, Knowledge knowledge, Configuration configuration, VisitMemory visits)
            throws UsageException {
        String key = cache.key(before, knowledge, configuration);
        TreeState kept = key == null ? null : cache.find(key);
        if (kept != null) {
            scan.saving().join();
            return new Base(kept, new StateLines(before, later(before, configuration, visits), options.maxFileSize()));
        }
        Scan.Visited seen = scan.visit(before, configuration, visits);
        CompletableFuture<Void> saving = scan.saving(); // beside the rest
        Scanned scanned = scan.join(seen, false);
        Set<String> submodules = before.files().stream()
                .filter(file -> file.kind() == SourceFile.Kind.SUBMODULE)
                .map(SourceFile::path)
                .collect(Collectors.toSet());
        ScannedState state =
                new ScannedState(before, scanned, options.maxFileSize(), path -> null, annotations(before), submodules);
        // What could not be read today may be there tomorrow: an object that a later fetch brings.
        if (key != null && scanned.census().coverage().unreadable() == 0) {
            cache.keep(key, state.state());
        }
        saving.join();
        return new Base(state.state(), state.lines());
    }

    /** What visits of a snapshot come to, made when they are asked for. */
    private Supplier<Map<String, Outcome>> later(Snapshot snapshot, Configuration configuration, VisitMemory visits) {
        return new Supplier<>() {
            private @Nullable Map<String, Outcome> outcomes;

            @Override
            public Map<String, Outcome> get() {
                Map<String, Outcome> known = outcomes;
                if (known == null) {
                    try {
                        known = scan.visit(snapshot, configuration, visits).outcomes();
                    } catch (UsageException e) {
                        throw new IllegalStateException("it was right for the new state", e);
                    }
                    outcomes = known;
                }
                return known;
            }
        };
    }

    /** What the old state's own configuration says; a broken one, which a change may repair, says nothing. */
    private List<Annotation> annotations(Snapshot before) {
        if (!options.config().project()) {
            return List.of();
        }
        try {
            byte[] content = scan.projectFile(before);
            return content == null
                    ? List.of()
                    : Configurations.ofProject(content).annotations();
        } catch (UsageException e) {
            return List.of();
        }
    }
}
