package org.memcensus.scan;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;

/** Reads whole files of a snapshot, found by their paths, for several threads: each read has a reader of its own. */
final class SharedFiles implements FileReader, AutoCloseable {
    private final Snapshot snapshot;
    private final long maxFileSize;
    private final Queue<ContentReader> opened = new ConcurrentLinkedQueue<>();

    /** As many as threads that ever read at the same time. */
    private final Queue<SnapshotFiles> idle = new ConcurrentLinkedQueue<>();

    /**
     * The files of a snapshot.
     *
     * @param maxFileSize bytes above which a file is not read
     */
    SharedFiles(Snapshot snapshot, long maxFileSize) {
        this.snapshot = snapshot;
        this.maxFileSize = maxFileSize;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
        SnapshotFiles free = idle.poll();
        SnapshotFiles files = free == null ? open() : free;
        try {
            return files.read(path);
        } finally {
            idle.add(files);
        }
    }

    private SnapshotFiles open() {
        ContentReader reader = snapshot.newReader();
        opened.add(reader);
        return new SnapshotFiles(snapshot, reader, maxFileSize);
    }

    /** Gives back the readers; no thread may read any more. */
    @Override
    public void close() {
        opened.forEach(ContentReader::close);
    }
}
