package org.memcensus.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.memcensus.source.FolderRemoval;

/** Measures and removes folders of clones. */
final class Folders {
    private Folders() {}

    /** Bytes of all files below; what goes away meanwhile does not count. */
    static long size(Path folder) {
        long[] sum = new long[1];
        SimpleFileVisitor<Path> adding = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, adding);
            }
        } catch (IOException e) {
            // It went away itself: what was seen of it counts.
        }
        return sum[0];
    }

    /** Removes a folder as far as that is possible. */
    static void remove(Path folder) {
        try {
            FolderRemoval.remove(folder);
        } catch (IOException e) {
            // What is left is removed when the next batch begins.
        }
    }
}
