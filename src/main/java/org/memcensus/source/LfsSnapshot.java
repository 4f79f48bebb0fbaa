package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceFile;

/**
 * A snapshot in which a Git LFS pointer reads as what it stands for, where git lfs has fetched that. Others stay pointers.
 *
 * @param inner the same with pointers
 * @param store the folder in which git lfs keeps what it has fetched; it need not be there
 */
record LfsSnapshot(Snapshot inner, Path store) implements Snapshot {
    /** The same snapshot without the pointers of a repository. */
    static Snapshot of(Snapshot inner, GitLayout layout) {
        return new LfsSnapshot(inner, layout.commonDir().resolve("lfs").resolve("objects"));
    }

    @Override
    public RepositoryInfo repository() {
        return inner.repository();
    }

    @Override
    public List<SourceFile> files() {
        return inner.files();
    }

    @Override
    public List<SourceFile> readingOrder() {
        return inner.readingOrder();
    }

    @Override
    public Set<String> submodules() {
        return inner.submodules();
    }

    @Override
    public List<Problem> notes() {
        return inner.notes();
    }

    @Override
    public ContentReader newReader() {
        return new Reader(inner.newReader());
    }

    @Override
    public @Nullable CommitLog newLog() {
        return inner.newLog();
    }

    @Override
    public void close() {
        inner.close();
    }

    /** Reads through pointers. */
    private final class Reader implements ContentReader {
        private final ContentReader pointers;

        Reader(ContentReader pointers) {
            this.pointers = pointers;
        }

        @Override
        public Content read(SourceFile file, long limit) throws IOException {
            Content content = pointers.read(file, limit);
            String oid = LfsPointer.oid(content);
            if (oid == null) {
                return content;
            }
            Path object = store.resolve(oid.substring(0, 2))
                    .resolve(oid.substring(2, 4))
                    .resolve(oid);
            if (!Files.isRegularFile(object, LinkOption.NOFOLLOW_LINKS)) {
                return content;
            }
            long size = Files.size(object);
            if (size > Math.min(limit, Integer.MAX_VALUE - 8)) {
                throw new FileTooLargeException(size, limit);
            }
            byte[] bytes = Files.readAllBytes(object);
            return new Content(bytes, bytes.length);
        }

        /** None: what a pointer reads as depends on what was fetched. */
        @Override
        public @Nullable String identity(SourceFile file) {
            return null;
        }

        @Override
        public @Nullable String blob(SourceFile file) {
            return pointers.blob(file);
        }

        @Override
        public void close() {
            pointers.close();
        }
    }
}
