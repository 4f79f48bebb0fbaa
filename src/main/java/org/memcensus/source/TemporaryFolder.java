package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A folder that is gone when it is closed, and also when the process is stopped. */
final class TemporaryFolder implements AutoCloseable {
    /** A clone that is still being written may add a file while its folder is removed. */
    private static final int ATTEMPTS = 5;

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(TemporaryFolder::remove), "clean up"));
    }

    private final Path path;

    /**
     * Makes a folder that only this user can enter.
     *
     * @throws IOException if there is no room or no right for it
     */
    TemporaryFolder() throws IOException {
        path = Files.createTempDirectory("memcensus-");
        OPEN.add(path);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        remove(path);
        OPEN.remove(path);
    }

    private static void remove(Path root) {
        for (int i = 0; i < ATTEMPTS && Files.exists(root); i++) {
            try {
                FolderRemoval.remove(root);
            } catch (IOException e) {
                // Something was added just now: try again.
            }
        }
    }
}
