package org.memcensus.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Measures and removes folders of clones. */
final class Folders {
    private Folders() {}

    /** Bytes of all files below; what goes away meanwhile does not count. */
    static long size(Path folder) {
        long[] sum = new long[1];
        visit(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    /** Removes a folder as far as that is possible; links in it are removed, and not followed. */
    static void remove(Path folder) {
        visit(folder, new SimpleFileVisitor<>() {
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
            public FileVisitResult postVisitDirectory(Path at, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(at);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void visit(Path folder, SimpleFileVisitor<Path> visitor) {
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, visitor);
            }
        } catch (IOException e) {
            // What is left is removed when the next batch begins.
        }
    }
}
