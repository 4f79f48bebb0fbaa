package org.memcensus.scan;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.FileReader;
import org.memcensus.model.SourceFile;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;

/** Reads whole files of a snapshot, found by their paths. For one thread. */
final class SnapshotFiles implements FileReader {
    private final List<SourceFile> files;
    private final ContentReader reader;
    private final long maxFileSize;

    /**
     * The files of a snapshot.
     *
     * @param reader reads them; open for as long as this is used
     * @param maxFileSize bytes above which a file is not read
     */
    SnapshotFiles(Snapshot snapshot, ContentReader reader, long maxFileSize) {
        this.files = snapshot.files();
        this.reader = reader;
        this.maxFileSize = maxFileSize;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
        SourceFile found = find(files, path);
        return found == null || found.kind() != SourceFile.Kind.FILE ? null : read(found);
    }

    /**
     * The entry at a path; null where there is none.
     *
     * @param files entries, sorted by path
     */
    static @Nullable SourceFile find(List<SourceFile> files, String path) {
        SourceFile wanted = new SourceFile(path, SourceFile.Kind.FILE, -1, null);
        int place = Collections.binarySearch(files, wanted, Comparator.comparing(SourceFile::path));
        return place < 0 ? null : files.get(place);
    }

    /** A copy of a whole file, that outlives the next read. */
    byte[] read(SourceFile file) throws IOException {
        Content content = reader.read(file, maxFileSize);
        return Arrays.copyOf(content.bytes(), content.length());
    }
}
