package org.memcensus.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.SourceFile.Kind;

/** Lists a folder on disk, without following links or entering git's own folders. */
final class FolderFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Listing.Builder listing;
    private final @Nullable Exclusion exclusion;
    private @Nullable SourceException stop;

    /** Says what of a working tree is left out. */
    interface Exclusion {
        /** Whether to leave out a folder with all that is in it. */
        boolean folder(String path) throws IOException;

        /** Whether to leave out a file. */
        boolean file(String path) throws IOException;
    }

    private FolderFiles(Path root, Listing.Builder listing, @Nullable Exclusion exclusion) {
        this.root = root;
        this.listing = listing;
        this.exclusion = exclusion;
    }

    /**
     * Adds what lies in a folder.
     *
     * @param exclusion what to leave out; null for nothing, then repositories inside are entered, and noted
     * @throws IOException if the folder itself cannot be listed
     * @throws SourceException if there are too many files
     */
    static void add(Path root, Listing.Builder listing, @Nullable Exclusion exclusion)
            throws IOException, SourceException {
        FolderFiles visitor = new FolderFiles(root, listing, exclusion);
        Files.walkFileTree(root, visitor);
        if (visitor.stop != null) {
            throw visitor.stop;
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (isDotGit(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        String path = path(folder);
        if (exclusion != null && exclusion.folder(path)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        String reason = PathText.against(folder.getFileName());
        if (reason != null) {
            return takeBroken(path, reason) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.TERMINATE;
        }
        if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            if (exclusion != null) {
                listing.note(path, "another git repository, untracked: not entered");
                return FileVisitResult.SKIP_SUBTREE;
            }
            listing.note(path, "another git repository: its files are counted as they lie on disk");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isDotGit(file)) {
            return FileVisitResult.CONTINUE;
        }
        String path = path(file);
        if (exclusion != null && exclusion.file(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            return take(new SourceFile(path, Kind.SYMLINK, -1, null));
        }
        if (!attributes.isRegularFile()) {
            listing.note(path, "a pipe, socket or device: not read");
            return FileVisitResult.CONTINUE;
        }
        String reason = PathText.against(file.getFileName());
        if (reason != null) {
            return takeBroken(path, reason) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }
        return take(new SourceFile(path, Kind.FILE, attributes.size(), null));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        String reason = failure instanceof AccessDeniedException ? "permission denied" : "cannot be listed";
        return takeBroken(path(file), reason) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** A folder that fails half-way: what was found in it stays. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
    }

    private FileVisitResult take(SourceFile file) {
        try {
            listing.add(file);
            return FileVisitResult.CONTINUE;
        } catch (SourceException e) {
            stop = e;
            return FileVisitResult.TERMINATE;
        }
    }

    /** Whether there is room for it. */
    private boolean takeBroken(String path, String reason) {
        try {
            listing.addBroken(path, reason);
            return true;
        } catch (SourceException e) {
            stop = e;
            return false;
        }
    }

    private String path(Path file) {
        String path = root.relativize(file).toString();
        return File.separatorChar == '/' ? path : path.replace(File.separatorChar, '/');
    }

    private static boolean isDotGit(Path file) {
        return file.endsWith(".git");
    }
}
