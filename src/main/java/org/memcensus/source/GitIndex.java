package org.memcensus.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The list of tracked files, versions 2 to 4. JGit reads it too, yet takes a third of a second for the Linux
 * kernel and a tenth for anything, for what is here one pass over an array.
 */
final class GitIndex {
    private static final int FIXED_TIMES_AND_OWNER = 24;
    private static final int EXTENDED = 0x4000;
    private static final int SKIP_WORKTREE = 0x4000;

    private final ByteBuffer data;
    private final int idLength;
    private final byte[] prefix;
    private final List<Entry> entries = new ArrayList<>();
    private byte[] name = new byte[256];
    private int nameLength;

    /**
     * A tracked path.
     *
     * @param path path from the scanned folder
     * @param utf8 whether its name is UTF-8, so that it is found on disk by its text
     * @param mode git's mode
     * @param stage 0, or 1 to 3 in a merge with conflicts
     * @param skipped whether a sparse checkout leaves it out
     * @param place where in the index it stands
     */
    record Entry(String path, boolean utf8, int mode, int stage, boolean skipped, int place) {}

    /**
     * What git saw of a file when it last compared it with its blob.
     *
     * @param changed seconds since 1970 of the last change of anything
     * @param changedNanos the rest of them; 0 also where they were not written down
     * @param modified seconds since 1970 of the last change of the content
     * @param modifiedNanos the rest of them; 0 also where they were not written down
     * @param inode its number, the lower 32 bits
     * @param size bytes, the lower 32 bits; 0 where git did not want to trust the rest
     */
    record Stat(int changed, int changedNanos, int modified, int modifiedNanos, int inode, int size) {}

    private GitIndex(byte[] data, int idLength, String folder) {
        this.data = ByteBuffer.wrap(data);
        this.idLength = idLength;
        this.prefix = folder.isEmpty() ? new byte[0] : (folder + "/").getBytes(StandardCharsets.UTF_8);
    }

    /** Where a repository has its index; there may be none. */
    static Path file(GitLayout layout) {
        return layout.gitDir().resolve("index");
    }

    /**
     * The index of a repository.
     *
     * @param folder folder that is asked for, "" for all
     * @throws IOException if it is damaged, or a form that we do not read; the message says what to do
     */
    static GitIndex read(GitLayout layout, String folder) throws IOException {
        Path file = file(layout);
        boolean sha256 =
                "sha256".equalsIgnoreCase(GitConfig.read(layout.commonDir()).get("extensions.objectformat"));
        int idLength = sha256 ? 32 : 20;
        if (!Files.isRegularFile(file)) {
            throw new IOException("the index is no file: see git status");
        }
        if (Files.size(file) > Integer.MAX_VALUE - 8) {
            throw new IOException("the index is too large");
        }
        GitIndex index = new GitIndex(Files.readAllBytes(file), idLength, folder);
        try {
            index.parse();
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the index is damaged: remove it and run git reset", e);
        }
        return index;
    }

    /** The entries, in the order of the index. */
    List<Entry> entries() {
        return entries;
    }

    /** What git saw of the file of an entry. */
    Stat stat(Entry entry) {
        int at = entry.place();
        return new Stat(
                data.getInt(at),
                data.getInt(at + 4),
                data.getInt(at + 8),
                data.getInt(at + 12),
                data.getInt(at + 20),
                data.getInt(at + 36));
    }

    /** The blob id of an entry, hexadecimal. */
    String blob(Entry entry) {
        return HexFormat.of().formatHex(data.array(), entry.place() + 40, entry.place() + 40 + idLength);
    }

    private void parse() throws IOException {
        int version = data.limit() < 12 + idLength || data.getInt(0) != 0x44495243 ? 0 : data.getInt(4);
        if (version < 2 || version > 4) {
            throw new IOException("the index is damaged, or too new: see git status");
        }
        int count = data.getInt(8);
        data.position(12);
        for (int i = 0; i < count; i++) {
            entry(version);
        }
        while (data.remaining() >= 8 + idLength) {
            int extension = data.getInt();
            int size = data.getInt();
            if (extension == 0x6c696e6b) {
                throw new IOException("the index is split: run git update-index --no-split-index first");
            }
            data.position(data.position() + size);
        }
    }

    private void entry(int version) {
        int start = data.position();
        int mode = data.getInt(start + FIXED_TIMES_AND_OWNER);
        data.position(start + 40 + idLength);
        int flags = data.getShort();
        int more = (flags & EXTENDED) != 0 && version >= 3 ? data.getShort() : 0;
        if (version == 4) {
            int strip = varint();
            if (strip > nameLength) {
                throw new IllegalArgumentException("prefix longer than the name before");
            }
            nameLength -= strip;
        } else {
            nameLength = 0;
        }
        byte next;
        while ((next = data.get()) != 0) {
            if (nameLength == name.length) {
                name = Arrays.copyOf(name, nameLength * 2);
            }
            name[nameLength++] = next;
        }
        if (version != 4) {
            int size = data.position() - 1 - start;
            data.position(start + (size / 8 + 1) * 8);
        }
        if (nameLength > prefix.length && Arrays.equals(name, 0, prefix.length, prefix, 0, prefix.length)) {
            String path = PathText.decode(name, prefix.length, nameLength);
            boolean utf8 = PathText.isUtf8(name, prefix.length, nameLength);
            entries.add(new Entry(path, utf8, mode, (flags >> 12) & 3, (more & SKIP_WORKTREE) != 0, start));
        }
    }

    private int varint() {
        int part = data.get();
        int value = part & 0x7f;
        while (part < 0) {
            part = data.get();
            value = ((value + 1) << 7) | (part & 0x7f);
        }
        return value & Integer.MAX_VALUE;
    }
}
