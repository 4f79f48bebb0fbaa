package org.memcensus.changes;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FixKind;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommits;

/**
 * What was found out about a history, kept in a folder of the user's. The name of an entry is a hash of all that it
 * depends on, and it ends in a hash of what it holds: an entry that is old, cut off or another's is passed over. A folder
 * that cannot be read or written is no cache, and no failure.
 */
public final class ChangeCache {
    /** Raised whenever what is kept, or how it is found out, changes. */
    private static final int VERSION = 1;

    private static final String PREFIX = "history-";
    private static final String SUFFIX = ".bin";
    private static final int HASH = 32;

    /** No history that was read within its bounds is larger. */
    private static final long LARGEST = 256L << 20;

    /** Each is some hundred kilobytes to some megabytes; the oldest go first. */
    private static final int MOST_ENTRIES = 64;

    private final Path folder;

    /** A cache in a folder, which is made when something is kept. */
    public ChangeCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The name of what a history depends on.
     *
     * @param tip id of the scanned commit, which stands for all that led to it
     * @param circumstances what else the log depends on
     */
    public static String key(String tip, List<String> circumstances, HistoryBounds bounds, List<FixKind> kinds) {
        MessageDigest hash = sha256();
        List<String> parts = new ArrayList<>(List.of(
                Integer.toString(VERSION),
                tip,
                Integer.toString(bounds.years()),
                Integer.toString(bounds.commits()),
                Integer.toString(circumstances.size())));
        parts.addAll(circumstances);
        for (FixKind kind : kinds) {
            parts.add(kind.id() + " " + kind.weight());
            parts.addAll(kind.phrases());
            parts.add("unless");
            parts.addAll(kind.unless());
        }
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            hash.update(bytes);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** What was kept under a key; null if nothing was, or it is damaged. */
    public @Nullable PastChanges find(String key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - HASH;
            if (length < 0) {
                return null;
            }
            MessageDigest hash = sha256();
            hash.update(bytes, 0, length);
            if (!Arrays.equals(hash.digest(), 0, HASH, bytes, length, bytes.length)) {
                return null;
            }
            return read(new DataInputStream(new ByteArrayInputStream(bytes, 0, length)));
        } catch (IOException | RuntimeException e) {
            // Damaged, or not to be read: found out anew.
            return null;
        }
    }

    /** Keeps a history under a key, if the folder can be written. */
    public void keep(String key, PastChanges past) {
        Path beside = folder.resolve(
                "." + PREFIX + key + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(folder);
            try {
                write(past, beside);
                Files.move(beside, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            prune();
        } catch (IOException e) {
            // No cache, then: the next scan finds out anew.
        }
    }

    private Path file(String key) {
        return folder.resolve(PREFIX + key + SUFFIX);
    }

    private void prune() throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = new ArrayList<>(files.filter(ChangeCache::isEntry).toList());
        }
        if (entries.size() <= MOST_ENTRIES) {
            return;
        }
        Map<Path, FileTime> times = new HashMap<>();
        for (Path entry : entries) {
            times.put(entry, Files.getLastModifiedTime(entry));
        }
        entries.sort(Comparator.comparing(times::get));
        for (Path entry : entries.subList(0, entries.size() - MOST_ENTRIES)) {
            Files.deleteIfExists(entry);
        }
    }

    private static boolean isEntry(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static void write(PastChanges past, Path file) throws IOException {
        MessageDigest hash = sha256();
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file))) {
            DataOutputStream out = new DataOutputStream(new DigestOutputStream(plain, hash));
            PastChanges.Span span = past.span();
            out.writeInt(span.bounds().years());
            out.writeInt(span.bounds().commits());
            out.writeInt(span.commits());
            out.writeInt(span.fixes());
            out.writeLong(span.since());
            out.writeLong(span.until());
            out.writeUTF(span.end().name());
            out.writeInt(span.unread());
            out.writeInt(past.commits().size());
            for (PastChanges.Change change : past.commits()) {
                out.writeLong(change.time());
                out.writeDouble(change.weight());
            }
            out.writeInt(past.files().size());
            for (Map.Entry<String, List<Integer>> entry : past.files().entrySet()) {
                byte[] path = entry.getKey().getBytes(StandardCharsets.UTF_8);
                out.writeInt(path.length);
                out.write(path);
                out.writeInt(entry.getValue().size());
                for (int commit : entry.getValue()) {
                    out.writeInt(commit);
                }
            }
            out.flush();
            plain.write(hash.digest());
        }
    }

    private static PastChanges read(DataInputStream in) throws IOException {
        HistoryBounds bounds = new HistoryBounds(in.readInt(), in.readInt());
        PastChanges.Span span = new PastChanges.Span(
                bounds,
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                PastCommits.End.valueOf(in.readUTF()),
                in.readInt());
        int size = in.readInt();
        List<PastChanges.Change> commits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            commits.add(new PastChanges.Change(in.readLong(), in.readDouble()));
        }
        int paths = in.readInt();
        Map<String, List<Integer>> files = new HashMap<>();
        for (int i = 0; i < paths; i++) {
            String path = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            int count = in.readInt();
            List<Integer> touched = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                touched.add(in.readInt());
            }
            files.put(path, touched);
        }
        return new PastChanges(span, commits, files);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
