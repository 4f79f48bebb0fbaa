package org.memcensus.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Failures in words. */
final class Reasons {
    private Reasons() {}

    /** One line that says what went wrong, without the path. */
    static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof FileSystemLoopException) {
            return "a loop of symbolic links";
        }
        if (failure instanceof FileSystemException system) {
            return oneLine(system.getReason());
        }
        return oneLine(failure.getMessage());
    }

    /** A message without line breaks and other control characters. */
    static String oneLine(@Nullable String message) {
        return message == null || message.isBlank()
                ? "cannot be read"
                : message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
