package org.memcensus.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds a store for one batch, by a lock on a file beside it. The system takes the lock back when the process ends, in
 * whatever way; so no lock is ever left over. The file must not be opened a second time while it is held: POSIX lets all
 * of a process's locks on a file go when any one of its channels to it is closed.
 */
final class StoreLock implements AutoCloseable {
    /** Behind the text: where locks keep others from reading, they can still read who holds it. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final long PADDING = 4093;
    private static final int ATTEMPTS = 10;
    private static final int MAX_TEXT = 200;

    private final Path file;
    private final FileChannel channel;

    private StoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param holder who takes it, for others to read
     * @throws StoreException if another holds it
     */
    static StoreLock take(Path store, String holder) throws StoreException {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                StoreLock lock = tryTake(store, file, holder);
                if (lock != null) {
                    return lock;
                }
            }
        } catch (IOException e) {
            throw new StoreException(file + " cannot be written, so the store cannot be held: " + e.getMessage(), e);
        }
        throw new StoreException(store + ": others take and leave it all the time: try again later");
    }

    /** Null if the file was removed between its opening and its locking. */
    private static @Nullable StoreLock tryTake(Path store, Path file, String holder)
            throws IOException, StoreException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            FileLock lock;
            try {
                lock = channel.tryLock(LOCKED_BYTE, 1, false);
            } catch (OverlappingFileLockException e) {
                lock = null;
            }
            if (lock == null) {
                throw new StoreException(
                        store + " is held by " + read(channel) + ": wait for it, or give another --db");
            }
            // Only its holder writes to it, and how much is his secret: so its size tells whose file has the name now.
            String text = holder + "\n" + " ".repeat((int) Math.floorMod(System.nanoTime(), PADDING));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            if (!Files.exists(file) || Files.size(file) != channel.size()) {
                return null;
            }
            kept = true;
            return new StoreLock(file, channel);
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_TEXT);
        int length = channel.read(bytes, 0);
        String text = length <= 0 ? "" : new String(bytes.array(), 0, length, StandardCharsets.UTF_8);
        String line = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "");
        return line.isBlank() ? "another batch" : line;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            // The process's end releases it.
        }
    }
}
