package org.memcensus.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes a folder with all that is in it; links are removed, and not followed. */
public final class FolderRemoval extends SimpleFileVisitor<Path> {
    private FolderRemoval() {}

    /**
     * Removes a folder; what is not there needs no removal.
     *
     * @throws IOException if something cannot be removed, or was added meanwhile
     */
    public static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new FolderRemoval());
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        Files.deleteIfExists(folder);
        return FileVisitResult.CONTINUE;
    }
}
