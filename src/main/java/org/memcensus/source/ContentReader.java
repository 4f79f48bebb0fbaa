package org.memcensus.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.SourceFile;

/** Reads files of a {@link Snapshot}, one after the other into the same buffer. For one thread. */
public interface ContentReader extends AutoCloseable {
    /** The message for a file that is tracked and no longer on disk: it holds nothing that could be read. */
    String GONE = "no longer there: deleted from disk, but still tracked";

    /**
     * A whole file; valid until the next call. An entry that is no regular file has no content here.
     *
     * @param file an entry of the snapshot this reader came from, of kind {@code FILE}
     * @param limit largest size to read, in bytes
     * @throws FileTooLargeException if the file is larger
     * @throws IOException if the file has vanished, is corrupt, is no regular file or may not be read; the message is
     *     one line and does not name the path
     */
    Content read(SourceFile file, long limit) throws IOException;

    /**
     * What tells the content of a file from every other content that it may have had or may get, found out without reading
     * it: the blob id, or on disk what the system knows of the file. Null where there is no such thing, as for a file that
     * has changed just now.
     *
     * @param file an entry of the snapshot this reader came from, of kind {@code FILE}
     */
    default @Nullable String identity(SourceFile file) {
        return file.blob();
    }

    /**
     * The id that git gives what a file holds, hexadecimal; null where it cannot be told without reading the file.
     *
     * @param file an entry of the snapshot this reader came from, of kind {@code FILE}
     */
    default @Nullable String blob(SourceFile file) {
        return file.blob();
    }

    /** Gives back what was opened. */
    @Override
    void close();
}
