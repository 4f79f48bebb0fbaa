package org.memcensus.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a file of the scanned tree by its path: how stages get at build files and attributes. */
@FunctionalInterface
public interface FileReader {
    /**
     * The whole file, or null where there is no such file in the tree.
     *
     * @param path path from the scanned root
     * @throws IOException if the file is there and cannot be read
     */
    byte @Nullable [] read(String path) throws IOException;

    /** The whole file; nothing where there is none, or where it cannot be read: its visit said so in the coverage. */
    default byte[] readOrNothing(String path) {
        try {
            byte[] content = read(path);
            return content == null ? new byte[0] : content;
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
