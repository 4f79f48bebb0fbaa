package org.memcensus.source;

import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.memcensus.model.Content;
import org.memcensus.model.SourceFile;

/** Reads files of a commit from git objects. */
final class BlobReader implements ContentReader {
    private final ObjectBytes objects;
    private final Map<String, String> broken;

    /**
     * A reader.
     *
     * @param objects where blobs are read
     * @param broken reasons for entries that cannot be read, by path
     */
    BlobReader(ObjectBytes objects, Map<String, String> broken) {
        this.objects = objects;
        this.broken = broken;
    }

    @Override
    public Content read(SourceFile file, long limit) throws IOException {
        String reason = broken.get(file.path());
        if (reason != null || file.blob() == null) {
            throw new IOException(reason == null ? "not a file of this commit" : reason);
        }
        GrowingBuffer buffer = objects.read(ObjectId.fromString(file.blob()), Constants.OBJ_BLOB, limit);
        return new Content(buffer.bytes, buffer.length);
    }

    @Override
    public void close() {
        objects.close();
    }
}
