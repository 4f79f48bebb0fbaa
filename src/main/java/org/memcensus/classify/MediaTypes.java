package org.memcensus.classify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.memcensus.model.Content;

/** Asks Apache Tika what a file is. Its tables cost a third of a second, so they are loaded only when first asked. */
final class MediaTypes {
    /** As far as Tika's own magic looks in most types. */
    private static final int WINDOW = 64 << 10;

    private MediaTypes() {}

    /** The media type by content; {@code application/octet-stream} or {@code text/plain} where no more is known. */
    static MediaType of(Content content) {
        byte[] head = Arrays.copyOf(content.bytes(), Math.min(content.length(), WINDOW));
        try (InputStream in = new ByteArrayInputStream(head)) {
            return Loaded.TYPES.detect(in, new Metadata());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static final class Loaded {
        private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
