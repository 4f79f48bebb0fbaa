package org.memcensus.source;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceFile;

/** A working tree or a plain folder, read as it lies on disk. */
final class DiskSnapshot implements Snapshot {
    private final RepositoryInfo repository;
    private final Path root;
    private final Listing listing;
    private final ConcurrentMap<String, String> folders = new ConcurrentHashMap<>();

    DiskSnapshot(RepositoryInfo repository, Path root, Listing listing) {
        this.repository = repository;
        this.root = root;
        this.listing = listing;
    }

    @Override
    public RepositoryInfo repository() {
        return repository;
    }

    @Override
    public List<SourceFile> files() {
        return listing.files();
    }

    /** By path: neighbours share folders. */
    @Override
    public List<SourceFile> readingOrder() {
        return listing.files().stream()
                .filter(file -> file.kind() == SourceFile.Kind.FILE)
                .toList();
    }

    @Override
    public List<Problem> notes() {
        return listing.notes();
    }

    @Override
    public ContentReader newReader() {
        return new DiskReader(root, listing.broken(), folders);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
