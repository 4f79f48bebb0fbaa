package org.memcensus.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceFile;

/** A commit, read from git objects with no checkout. */
final class CommitSnapshot implements Snapshot {
    private final RepositoryInfo info;
    private final Repository repository;
    private final GitObjects objects;
    private final Listing listing;
    private final Runnable onClose;

    /**
     * A snapshot of a repository that is open.
     *
     * @param onClose runs on close
     */
    CommitSnapshot(RepositoryInfo info, Repository repository, GitObjects objects, Listing listing, Runnable onClose) {
        this.info = info;
        this.repository = repository;
        this.objects = objects;
        this.listing = listing;
        this.onClose = onClose;
    }

    @Override
    public RepositoryInfo repository() {
        return info;
    }

    @Override
    public List<SourceFile> files() {
        return listing.files();
    }

    /** As they stand in the packs; then the loose ones by id, as their folders are named. */
    @Override
    public List<SourceFile> readingOrder() {
        List<Placed> placed = new ArrayList<>();
        for (SourceFile file : listing.files()) {
            if (file.kind() == SourceFile.Kind.FILE) {
                String blob = file.blob();
                long place = blob == null ? GitObjects.UNPACKED : objects.place(ObjectId.fromString(blob));
                placed.add(new Placed(
                        place == GitObjects.UNPACKED ? Long.MAX_VALUE : place, blob == null ? "" : blob, file));
            }
        }
        Placed[] order = placed.toArray(new Placed[0]);
        Arrays.sort(order);
        return Arrays.stream(order).map(Placed::file).toList();
    }

    private record Placed(long place, String blob, SourceFile file) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            int byPlace = Long.compare(place, other.place);
            return byPlace != 0 ? byPlace : blob.compareTo(other.blob);
        }
    }

    @Override
    public List<Problem> notes() {
        return listing.notes();
    }

    @Override
    public ContentReader newReader() {
        return new BlobReader(new ObjectBytes(objects), listing.broken());
    }

    @Override
    public @Nullable CommitLog newLog() {
        String commit = info.commit();
        return commit == null
                ? null
                : new CommitLog(
                        () -> new CommitLog.Opened(repository, objects),
                        repository.getCommonDirectory().toPath(),
                        commit,
                        info.folder(),
                        false);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
