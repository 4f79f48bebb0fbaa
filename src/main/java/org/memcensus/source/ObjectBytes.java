package org.memcensus.source;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Reads git objects the fastest way that works, and by JGit where our own ways do not. For one thread. */
final class ObjectBytes implements AutoCloseable {
    private final GitObjects objects;
    private final PackReader packs;
    private final LooseReader loose;
    private final GrowingBuffer buffer = new GrowingBuffer();
    private @Nullable ObjectReader jgit;

    ObjectBytes(GitObjects objects) {
        this.objects = objects;
        this.packs = objects.newPackReader();
        this.loose = objects.newLooseReader();
    }

    /**
     * Reads an object into a buffer that is valid until the next call.
     *
     * @param id its id
     * @param type git's number for its type
     * @param limit largest size to read
     * @throws FileTooLargeException if it is larger
     * @throws IOException if it is missing or damaged
     */
    GrowingBuffer read(ObjectId id, int type, long limit) throws IOException {
        long place = objects.place(id);
        try {
            if (place != GitObjects.UNPACKED) {
                packs.read(GitObjects.pack(place), GitObjects.offset(place), type, buffer, limit);
                return buffer;
            }
            if (loose.read(id.name(), Constants.typeString(type), buffer, limit)) {
                return buffer;
            }
        } catch (FileTooLargeException e) {
            throw e;
        } catch (IOException e) {
            // JGit may find a whole copy elsewhere, and knows forms that we do not; it has the last word.
            return readByJGit(id, type, limit);
        }
        return readByJGit(id, type, limit);
    }

    // JGit meets damaged objects with many an unchecked exception, which are damage here and no bug.
    private GrowingBuffer readByJGit(ObjectId id, int type, long limit) throws IOException {
        if (loose.blocks(id.name())) {
            throw new IOException(damaged(id));
        }
        if (jgit == null) {
            jgit = objects.newJGitReader();
        }
        try {
            ObjectLoader loader = jgit.open(id, type);
            long size = loader.getSize();
            if (size > limit) {
                throw new FileTooLargeException(size, limit);
            }
            // Grows with what comes: the size that a damaged object claims is not allocated.
            buffer.prepare(0);
            try (InputStream in = loader.openStream()) {
                int read;
                while ((read = in.read(buffer.bytes, buffer.length, buffer.bytes.length - buffer.length)) > 0) {
                    buffer.length += read;
                    buffer.extend(buffer.length + 1);
                }
            }
            if (buffer.length != size) {
                throw new IOException(damaged(id));
            }
            return buffer;
        } catch (MissingObjectException e) {
            throw new IOException("git object " + id.name() + " is missing: a damaged or partial clone", e);
        } catch (FileTooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new IOException(damaged(id), e);
        }
    }

    private static String damaged(ObjectId id) {
        return "git object " + id.name() + " is damaged: see git fsck";
    }

    @Override
    public void close() {
        packs.close();
        loose.close();
        if (jgit != null) {
            jgit.close();
        }
    }
}
