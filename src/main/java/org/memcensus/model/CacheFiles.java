package org.memcensus.model;

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

/**
 * Entries of one kind in a folder of the user's, kept from one run to the next. The name of an entry is a hash of all that
 * it depends on, and it ends in a hash of what it holds: one that is cut off or damaged is passed over. Only so many are
 * kept. A folder that cannot be read or written is no cache, and no failure. Safe against other runs on the same folder.
 */
public final class CacheFiles {
    private static final String SUFFIX = ".bin";
    private static final int HASH = 32;

    /** Nothing that is kept is larger. */
    private static final long LARGEST = 256L << 20;

    private final Path folder;
    private final String prefix;
    private final int most;

    /**
     * The entries of a kind.
     *
     * @param folder the folder, which is made when something is kept
     * @param prefix the kind, with which the names of its files begin
     * @param most how many are kept; those written longest ago go first
     */
    public CacheFiles(Path folder, String prefix, int most) {
        this.folder = folder;
        this.prefix = prefix;
        this.most = most;
    }

    /** Writes what an entry holds. */
    @FunctionalInterface
    public interface Writing {
        /** Writes all of it. */
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads what was written. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads all of it; any exception says that it cannot be read. */
        T from(DataInputStream in) throws IOException;
    }

    /** The name of a file for parts on which its content depends, in this order: letters and digits. */
    public static String name(List<String> parts) {
        MessageDigest hash = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            hash.update(bytes);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** The file of an entry. */
    public Path file(String name) {
        return folder.resolve(prefix + name + SUFFIX);
    }

    /** What was kept under a name; null if nothing was, or it is damaged. */
    public <T> @Nullable T find(String name, Reading<T> reading) {
        Path file = file(name);
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
            return reading.from(new DataInputStream(new ByteArrayInputStream(bytes, 0, length)));
        } catch (IOException | RuntimeException e) {
            return null; // damaged, or not to be read: found out anew
        }
    }

    /** Keeps an entry under a name, if the folder can be written. */
    public void keep(String name, Writing content) {
        Path beside = folder.resolve(
                "." + prefix + name + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(folder);
            try {
                write(content, beside);
                Files.move(beside, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            prune();
        } catch (IOException e) {
            // No cache, then: the next run finds out anew.
        }
    }

    private static void write(Writing content, Path file) throws IOException {
        MessageDigest hash = sha256();
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file))) {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(plain, hash)));
            content.to(out);
            out.flush();
            plain.write(hash.digest());
        }
    }

    /** Removes what is too much. */
    public void prune() throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = new ArrayList<>(files.filter(this::isEntry).toList());
        }
        if (entries.size() <= most) {
            return;
        }
        Map<Path, FileTime> times = new HashMap<>();
        for (Path entry : entries) {
            times.put(entry, Files.getLastModifiedTime(entry));
        }
        entries.sort(Comparator.comparing(times::get));
        for (Path entry : entries.subList(0, entries.size() - most)) {
            Files.deleteIfExists(entry);
        }
    }

    private boolean isEntry(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) && name.endsWith(SUFFIX);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
