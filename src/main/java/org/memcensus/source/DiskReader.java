package org.memcensus.source;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.SourceFile;

/**
 * Reads files from disk, and nothing outside of the tree: no symbolic link is followed, neither as the file nor as a
 * folder on the way to it, and no pipe or device is opened.
 */
final class DiskReader implements ContentReader {
    private static final String OUTSIDE = "its name leads out of the tree: not read";

    private final String root;
    private final Map<String, String> broken;
    private final ConcurrentMap<String, String> folders;
    private final Supplier<@Nullable IndexedBlobs> blobs;
    private final GrowingBuffer buffer = new GrowingBuffer();
    private String lastFolder = "";

    /** The file that was looked at last, and what the system said of it. */
    private @Nullable SourceFile looked;

    private @Nullable DiskStat stat;

    /**
     * A reader.
     *
     * @param root the scanned folder
     * @param broken reasons for entries that cannot be read, by path
     * @param folders what is known of folders, by path: "" if they can be entered, else why not; shared by all readers
     * @param blobs gives the blob ids of files that are as the index says; null where there is no index
     */
    DiskReader(
            Path root,
            Map<String, String> broken,
            ConcurrentMap<String, String> folders,
            Supplier<@Nullable IndexedBlobs> blobs) {
        String text = root.toString();
        this.root = text.endsWith(File.separator) ? text : text + File.separator;
        this.broken = broken;
        this.folders = folders;
        this.blobs = blobs;
    }

    @Override
    public Content read(SourceFile file, long limit) throws IOException {
        String known = broken.get(file.path());
        String reason = known == null ? PathText.against(file.path()) : known;
        if (reason != null) {
            throw new IOException(reason);
        }
        try {
            return readOnDisk(file.path(), limit);
        } catch (NoSuchFileException e) {
            throw new IOException(GONE, e);
        } catch (FileSystemException e) {
            throw new IOException(Reasons.of(e), e);
        } catch (InvalidPathException e) {
            throw new IOException(PathText.NOT_IN_LOCALE, e);
        }
    }

    @Override
    public @Nullable String identity(SourceFile file) {
        DiskStat stat = stat(file);
        return stat == null ? null : DiskIdentity.of(stat);
    }

    @Override
    public @Nullable String blob(SourceFile file) {
        IndexedBlobs known = blobs.get();
        DiskStat stat = known == null ? null : stat(file);
        return known == null || stat == null ? null : known.of(file.path(), stat);
    }

    /** What the system says of a file; both questions are asked of the same look, one after the other. */
    private @Nullable DiskStat stat(SourceFile file) {
        if (!file.equals(looked)) {
            looked = file;
            stat = look(file.path());
        }
        return stat;
    }

    private @Nullable DiskStat look(String path) {
        if (broken.containsKey(path) || PathText.against(path) != null) {
            return null;
        }
        try {
            checkFolder(path);
            return DiskStat.of(Path.of(root + path));
        } catch (IOException | RuntimeException e) {
            // No such file, or no such system: whoever reads it says why.
            return null;
        }
    }

    private Content readOnDisk(String path, long limit) throws IOException {
        checkFolder(path);
        String place = root + path;
        BasicFileAttributes attributes =
                Files.readAttributes(Path.of(place), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new IOException(
                    attributes.isSymbolicLink()
                            ? "a symbolic link on disk, a file in the index: not followed"
                            : attributes.isDirectory()
                                    ? "a folder on disk, a file in the index"
                                    : "a pipe, socket or device: not read");
        }
        if (attributes.size() > Math.min(limit, Integer.MAX_VALUE - 8)) {
            throw new FileTooLargeException(attributes.size(), limit);
        }
        buffer.prepare((int) attributes.size());
        try (FileInputStream in = open(place)) {
            int read;
            while (buffer.length < buffer.bytes.length
                    && (read = in.read(buffer.bytes, buffer.length, buffer.bytes.length - buffer.length)) > 0) {
                buffer.length += read;
                if (buffer.length >= attributes.size()) {
                    // What is written to the file just now is not part of the scan.
                    buffer.length = (int) attributes.size();
                    break;
                }
            }
        }
        return new Content(buffer.bytes, buffer.length);
    }

    private static FileInputStream open(String place) throws IOException {
        try {
            return new FileInputStream(place);
        } catch (FileNotFoundException e) {
            // It says why only in words, and with the whole path; this way says it by type.
            Files.newByteChannel(Path.of(place)).close();
            throw new IOException("cannot be opened", e);
        }
    }

    private void checkFolder(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash >= 0 && !(slash == lastFolder.length() && path.startsWith(lastFolder))) {
            String folder = path.substring(0, slash);
            String reason = reasonAgainst(folder);
            if (!reason.isEmpty()) {
                throw new IOException(reason);
            }
            lastFolder = folder;
        }
        if (slash == 0 || leavesTree(path.substring(slash + 1))) {
            throw new IOException(OUTSIDE);
        }
    }

    private String reasonAgainst(String folder) {
        String known = folders.get(folder);
        if (known != null) {
            return known;
        }
        int slash = folder.lastIndexOf('/');
        String reason = slash < 0 ? "" : reasonAgainst(folder.substring(0, slash));
        if (reason.isEmpty()) {
            reason = leavesTree(folder.substring(slash + 1)) ? OUTSIDE : reasonOnDisk(folder);
        }
        folders.put(folder, reason);
        return reason;
    }

    private String reasonOnDisk(String folder) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(Path.of(root + folder), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return "its folder is a symbolic link on disk: not followed";
            }
            return attributes.isDirectory() ? "" : GONE;
        } catch (NoSuchFileException e) {
            return GONE;
        } catch (IOException e) {
            return Reasons.of(e);
        }
    }

    /** Whether a single name could lead elsewhere than to an entry of its folder, or into git's own files. */
    private static boolean leavesTree(String name) {
        return name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.equalsIgnoreCase(".git")
                || name.indexOf('\0') >= 0
                || (File.separatorChar == '\\' && (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0));
    }

    @Override
    public void close() {
        // Every file is closed as soon as it is read.
    }
}
