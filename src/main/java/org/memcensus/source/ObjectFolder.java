package org.memcensus.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder of git objects, looked at before JGit opens it: at a pipe in it JGit would wait without end. */
final class ObjectFolder {
    /** Git itself follows alternates of alternates no deeper. */
    private static final int DEEPEST = 5;

    private ObjectFolder() {}

    /**
     * Looks at the packs, and at the folders that are named as alternates.
     *
     * @throws IOException if there is a pipe, socket or device among them
     */
    static void refusePipes(Path objects) throws IOException {
        refusePipes(objects, 0, new HashSet<>());
    }

    private static void refusePipes(Path objects, int depth, Set<Path> seen) throws IOException {
        if (depth > DEEPEST || !seen.add(objects)) {
            return;
        }
        Path alternates = objects.resolve("info").resolve("alternates");
        refuse(alternates);
        try (DirectoryStream<Path> packs = Files.newDirectoryStream(objects.resolve("pack"))) {
            for (Path file : packs) {
                refuse(file);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // No packs, then.
        }
        String named = GitText.read(alternates);
        for (String line : named == null ? List.<String>of() : named.lines().toList()) {
            @Nullable Path other = GitText.path(objects, line);
            if (other != null) {
                refusePipes(other, depth + 1, seen);
            }
        }
    }

    private static void refuse(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new IOException(file + " is a pipe, a socket or a device");
        }
    }
}
