package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceFile;

/** A working tree or a plain folder, read as it lies on disk. */
final class DiskSnapshot implements Snapshot {
    private final RepositoryInfo repository;
    private final Path root;
    private final Listing listing;
    private final @Nullable GitLayout layout;
    private final ConcurrentMap<String, String> folders = new ConcurrentHashMap<>();
    private boolean asked;
    private @Nullable IndexedBlobs blobs;

    /**
     * A snapshot of files on disk.
     *
     * @param layout the repository that they belong to; null for none
     */
    DiskSnapshot(RepositoryInfo repository, Path root, Listing listing, @Nullable GitLayout layout) {
        this.repository = repository;
        this.layout = layout;
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
    public Set<String> submodules() {
        return listing.submodules();
    }

    @Override
    public List<Problem> notes() {
        return listing.notes();
    }

    @Override
    public ContentReader newReader() {
        return new DiskReader(root, listing.broken(), folders, this::blobs);
    }

    /** Read when first asked for: a plain scan needs no ids. */
    private synchronized @Nullable IndexedBlobs blobs() {
        if (layout != null && !asked) {
            asked = true;
            try {
                blobs = IndexedBlobs.read(layout, repository.folder());
            } catch (IOException e) {
                blobs = null; // the ids are computed, then
            }
        }
        return blobs;
    }

    @Override
    public @Nullable CommitLog newLog() {
        String commit = repository.commit();
        if (layout == null || commit == null) {
            return null;
        }
        CommitLog.Opening opening = () -> {
            Repository opened = Commits.repository(layout, repository.name());
            return new CommitLog.Opened(
                    opened,
                    new GitObjects(opened, layout.commonDir().resolve("objects").toFile()));
        };
        return new CommitLog(opening, layout.commonDir(), commit, repository.folder(), true);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
