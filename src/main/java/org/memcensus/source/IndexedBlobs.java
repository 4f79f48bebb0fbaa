package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
     * @throws IOException if there is no such file
     */
    @Nullable
    String of(String path, Path file) throws IOException {
        GitIndex.Entry entry = entries.get(path);
        if (entry == null) {
            return null;
        }
        GitIndex.Stat stat = index.stat(entry);
        if (Integer.toUnsignedLong(stat.modified()) >= written) {
            return null;
        }
        Map<String, Object> now =
                Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
        boolean same = now.get("ino") instanceof Number inode
                && inode.intValue() == stat.inode()
                && now.get("size") instanceof Number size
                && size.intValue() == stat.size()
                && same(now.get("lastModifiedTime"), stat.modified(), stat.modifiedNanos())
                && same(now.get("ctime"), stat.changed(), stat.changedNanos());
        return same ? index.blob(entry) : null;
    }

    private static boolean same(@Nullable Object now, int seconds, int nanos) {
        if (!(now instanceof FileTime time)) {
            return false;
        }
        long exact = time.to(TimeUnit.NANOSECONDS);
        return (int) Math.floorDiv(exact, SECOND) == seconds && (nanos == 0 || Math.floorMod(exact, SECOND) == nanos);
    }
}
