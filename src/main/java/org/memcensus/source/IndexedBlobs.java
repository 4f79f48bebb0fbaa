package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Blob ids of files on disk that have not changed since git last compared them with their blob. It goes by what git goes
 * by: the times, the inode and the size that the index holds. A file that was modified in the second in which the index was
 * written, or later, may have changed again without a trace, and has no id here (git calls it racily clean). Safe for use
 * by several threads.
 */
final class IndexedBlobs {
    private static final long SECOND = 1_000_000_000L;

    private final GitIndex index;
    private final Map<String, GitIndex.Entry> entries = new HashMap<>();
    private final long written;

    private IndexedBlobs(GitIndex index, long written) {
        this.index = index;
        this.written = written;
        for (GitIndex.Entry entry : index.entries()) {
            if (entry.stage() == 0) {
                entries.put(entry.path(), entry);
            }
        }
    }

    /**
     * Reads the index of a repository.
     *
     * @param folder folder that is asked for, "" for all; paths are from there
     * @throws IOException if it cannot be read
     */
    static IndexedBlobs read(GitLayout layout, String folder) throws IOException {
        // The time first: where the index is written anew in between, fewer files are trusted.
        long written = Files.getLastModifiedTime(GitIndex.file(layout)).to(TimeUnit.SECONDS);
        return new IndexedBlobs(GitIndex.read(layout, folder), written);
    }

    /**
     * The blob id of what a file holds; null where only its content can tell.
     *
     * @param path path of the file from the folder
     * @param file the same on disk
     */
    @Nullable
    String of(String path, DiskStat file) {
        GitIndex.Entry entry = entries.get(path);
        if (entry == null) {
            return null;
        }
        GitIndex.Stat stat = index.stat(entry);
        boolean settled = Integer.toUnsignedLong(stat.modified()) < written;
        boolean same = (int) file.inode() == stat.inode()
                && (int) file.size() == stat.size()
                && same(file.modified(), stat.modified(), stat.modifiedNanos())
                && same(file.changed(), stat.changed(), stat.changedNanos());
        return settled && same ? index.blob(entry) : null;
    }

    private static boolean same(long now, int seconds, int nanos) {
        return (int) Math.floorDiv(now, SECOND) == seconds && (nanos == 0 || Math.floorMod(now, SECOND) == nanos);
    }
}
