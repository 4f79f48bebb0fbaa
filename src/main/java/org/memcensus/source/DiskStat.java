package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the system knows of a file beside what it holds. Times are in nanoseconds from 1970 on.
 *
 * @param inode its place on disk
 * @param size bytes
 * @param modified when what it holds was changed; programs can set it
 * @param changed when it was changed in any way; no program can set it
 */
record DiskStat(long inode, long size, long modified, long changed) {
    /**
     * Asks the system; null where it does not say.
     *
     * @throws IOException if there is no such file
     * @throws UnsupportedOperationException if the file system knows no such times
     */
    static @Nullable DiskStat of(Path file) throws IOException {
        Map<String, Object> known =
                Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
        return known.get("ino") instanceof Number inode
                        && known.get("size") instanceof Number size
                        && known.get("lastModifiedTime") instanceof FileTime modified
                        && known.get("ctime") instanceof FileTime changed
                ? new DiskStat(
                        inode.longValue(),
                        size.longValue(),
                        modified.to(TimeUnit.NANOSECONDS),
                        changed.to(TimeUnit.NANOSECONDS))
                : null;
    }
}
