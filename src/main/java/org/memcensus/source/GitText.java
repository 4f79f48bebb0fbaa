package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the small text files of a git directory, which may be hostile: a pipe, or endless. */
final class GitText {
    private static final long LARGEST = 64L << 20;

    private GitText() {}

    /** Text of a file without space around it; null if it is no regular file, too large, or cannot be read. */
    static @Nullable String read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            return PathText.decode(bytes, 0, bytes.length).strip();
        } catch (IOException e) {
            return null;
        }
    }

    /** A path that a git file names, from where that file lies; null if it is none. */
    static @Nullable Path path(Path from, String name) {
        try {
            return from.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
