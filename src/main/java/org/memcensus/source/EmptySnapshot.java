package org.memcensus.source;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceFile;

/**
 * A state in which there was nothing yet: the scanned folder is new.
 *
 * @param repository what was opened
 */
record EmptySnapshot(RepositoryInfo repository) implements Snapshot {
    @Override
    public List<SourceFile> files() {
        return List.of();
    }

    @Override
    public List<SourceFile> readingOrder() {
        return List.of();
    }

    @Override
    public List<Problem> notes() {
        return List.of();
    }

    @Override
    public ContentReader newReader() {
        return new ContentReader() {
            @Override
            public Content read(SourceFile file, long limit) throws IOException {
                throw new IOException("not a file of this commit");
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }

    @Override
    public @Nullable CommitLog newLog() {
        return null;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
