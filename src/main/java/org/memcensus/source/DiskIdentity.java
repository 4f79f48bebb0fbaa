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
 * Tells the content of a file on disk from every other that it may have had: place on disk, size and times. Every change
 * of a content changes the last of these times, which no program can set. It is what git goes by too, and like git it does
 * not trust times of the last seconds, for which the clock of a file system may stand still.
 */
final class DiskIdentity {
    /** Milliseconds after which a further change has another time. */
    private static final long SETTLED = 3000;

    private DiskIdentity() {}

    /**
     * The identity of what a file holds now; null where it has changed just now, or the system does not say.
     *
     * @throws IOException if there is no such file
     * @throws UnsupportedOperationException if the file system knows no such times
     */
    static @Nullable String of(Path file) throws IOException {
        Map<String, Object> known =
                Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
        if (!(known.get("ctime") instanceof FileTime changed)
                || !(known.get("lastModifiedTime") instanceof FileTime modified)
                || changed.toMillis() > System.currentTimeMillis() - SETTLED) {
            return null;
        }
        return known.get("ino") + " " + known.get("size") + " " + modified.to(TimeUnit.NANOSECONDS) + " "
                + changed.to(TimeUnit.NANOSECONDS);
    }
}
