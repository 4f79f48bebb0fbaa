package org.memcensus.tables;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.memcensus.model.UsageException;

/** What a file holds that the user names. It may be a pipe, as that of {@code <(...)}, and nothing of it is read twice. */
public final class UserFile extends FilterInputStream {
    private UserFile(InputStream in) {
        super(in);
    }

    /**
     * Opens a file, a pipe or a device.
     *
     * @throws IOException if there is none, or it may not be read; its type says which
     */
    public static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(new UserFile(Files.newInputStream(file)));
    }

    /**
     * Refuses what gives its content only once, or never ends, where it is read more than once.
     *
     * @param name the file, for messages; one that is not there is somebody else's to refuse
     * @throws UsageException if it is a folder, a pipe or a device
     */
    public static void refuseIrregular(String name, Path file) throws UsageException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException(name + ": a folder, a pipe or a device: write it to a file and give that");
        }
    }

    /** Not told: a pipe fails when it is asked. */
    @Override
    public int available() {
        return 0;
    }
}
