package org.memcensus.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Role;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.UsageException;
import org.memcensus.scan.Scan;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;
import org.memcensus.store.RepositoryRows;

/** Scans the commit that a repository's HEAD points to, and makes its rows. */
public final class RepositoryScanner {
    /** A clone of so many bytes keeps all processors busy by itself. */
    private static final long LARGE = 64L << 20;

    private final ScanOptions options;

    /**
     * A scanner for any number of repositories.
     *
     * @param options how each is scanned; the target is not looked at, and the jobs are for a large one
     */
    public RepositoryScanner(ScanOptions options) {
        this.options = options;
    }

    /** Whether a repository of this folder is best scanned with all threads, and with no other large one beside it. */
    static boolean large(Path folder) {
        Path own = folder.resolve(".git");
        Path objects = (Files.isDirectory(own) ? own : folder).resolve("objects");
        return Folders.size(objects.resolve("pack")) > LARGE;
    }

    /**
     * Scans a repository.
     *
     * @param url address that its rows are kept under
     * @param folder where it lies
     * @param jobs threads
     * @throws SourceException if it cannot be read; the message names it by its address
     */
    public RepositoryRows scan(String url, Path folder, int jobs) throws SourceException {
        Opened opened = new Opened();
        ScanOptions own = options.but()
                .target(folder.toString())
                .revision("HEAD")
                .extras(Set.of())
                .policy(options.policyOrDefault()) // one for all, whatever a project asks for
                .jobs(jobs)
                // A clone has one commit, and a repository read in place must give the same rows.
                .history(HistoryOptions.NONE)
                .build();
        try {
            Census census = new Scan(own, opened).run();
            Map<String, String> blobs = opened.blobs(census);
            return RepositoryRows.of(url, census, blobs::get);
        } catch (SourceException | UsageException e) {
            throw new SourceException(String.valueOf(e.getMessage()).replace(folder.toString(), url), e);
        }
    }

    /** Keeps the entries of the tree for as long as the scan goes on. */
    private static final class Opened implements ScanProgress {
        private List<SourceFile> entries = List.of();

        @Override
        public void stage(String what) {}

        @Override
        public void files(long done, long all) {}

        @Override
        public void opened(List<SourceFile> all) {
            entries = all;
        }

        /** Blob ids of vendored files: of nothing else are they kept. */
        private Map<String, String> blobs(Census census) {
            Set<String> wanted = new HashSet<>();
            for (ModuleCensus item : census.modules()) {
                CodeModule module = item.module();
                if (module.role() == Role.VENDORED) {
                    module.files().stream().map(CountedFile::path).forEach(wanted::add);
                }
            }
            Map<String, String> blobs = new HashMap<>();
            for (SourceFile entry : entries) {
                String blob = entry.blob();
                if (blob != null && wanted.contains(entry.path())) {
                    blobs.put(entry.path(), blob);
                }
            }
            return blobs;
        }
    }
}
