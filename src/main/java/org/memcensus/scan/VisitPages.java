package org.memcensus.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The file of a {@link VisitCache}: texts, then records of a key, a length and so many bytes, then a check sum of it all.
 * Immutable.
 */
final class VisitPages {
    /** The first number of the file; raised whenever its form changes. */
    private static final long FORM = 0x6d656d63656e0001L;

    /** No tree that fits the memory keeps more. */
    private static final long LARGEST = 512L << 20;

    private final byte[] bytes;
    private final String[] texts;

    /** By slot, the place of a record's key; 0 for none. */
    private final int[] slots;

    private final int count;

    private VisitPages(byte[] bytes, String[] texts, int[] slots, int count) {
        this.bytes = bytes;
        this.texts = texts;
        this.slots = slots;
        this.count = count;
    }

    /** Nothing is known yet. */
    static VisitPages empty() {
        return new VisitPages(new byte[0], new String[0], new int[1], 0);
    }

    /** Reads a file; what is absent, damaged or of another form is empty. */
    static VisitPages read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - Long.BYTES;
            if (end < Long.BYTES || new VisitBytes.In(bytes, end, new String[0]).word() != sum(bytes, end)) {
                return empty();
            }
            return read(bytes, end);
        } catch (IOException | RuntimeException e) {
            return empty(); // no cache, then: all is visited
        }
    }

    private static VisitPages read(byte[] bytes, int end) {
        VisitBytes.In in = new VisitBytes.In(bytes, 0, new String[0]);
        if (in.word() != FORM) {
            return empty();
        }
        String[] texts = new String[in.small()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.once();
        }
        int count = in.small();
        int[] slots = new int[Integer.highestOneBit(Math.max(1, count)) << 2];
        while (in.at() < end) {
            int place = in.at();
            int slot = slot(in.word(), slots.length);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = place;
            in.skip(Long.BYTES);
            in.skip(in.small());
        }
        return new VisitPages(bytes, texts, slots, count);
    }

    /** Number of records. */
    int count() {
        return count;
    }

    /** The place of the record with a key; 0 if there is none. */
    int find(VisitKeys.Key key) {
        int slot = slot(key.high(), slots.length);
        while (slots[slot] != 0) {
            VisitBytes.In in = new VisitBytes.In(bytes, slots[slot], texts);
            if (in.word() == key.high() && in.word() == key.low()) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return 0;
    }

    /** The content of the record at a place. */
    VisitBytes.In record(int place) {
        VisitBytes.In in = new VisitBytes.In(bytes, place + 2 * Long.BYTES, texts);
        in.number();
        return in;
    }

    /** The places of all records. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>(count);
        for (int place : slots) {
            if (place != 0) {
                places.add(place);
            }
        }
        places.sort(null);
        return places;
    }

    /** A writer of a new file that goes on with the texts of this one. */
    Writer writer() {
        return new Writer(this);
    }

    private static int slot(long hash, int length) {
        return (int) hash & length - 1;
    }

    private static long sum(byte[] bytes, int end) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        return sum.getValue();
    }

    /** Puts a file together. For one thread. */
    static final class Writer {
        private final VisitPages old;
        private final VisitBytes.Out records;
        private final VisitBytes.Out record;
        private int count;

        private Writer(VisitPages old) {
            this.old = old;
            records = new VisitBytes.Out(List.of());
            record = new VisitBytes.Out(List.of(old.texts));
        }

        /** Number of records. */
        int count() {
            return count;
        }

        /** Bytes that the records take. */
        int length() {
            return records.length();
        }

        /** Takes a record over as it is. */
        void copy(int place) {
            VisitBytes.In in = new VisitBytes.In(old.bytes, place, old.texts);
            in.skip(2 * Long.BYTES);
            in.skip(in.small());
            records.raw(old.bytes, place, in.at() - place);
            count++;
        }

        void add(VisitKeys.Key key, @Nullable String blob, Outcome outcome) {
            record.clear();
            VisitCodec.write(outcome, blob, record);
            records.word(key.high());
            records.word(key.low());
            records.number(record.length());
            records.raw(record.bytes(), 0, record.length());
            count++;
        }

        /** Writes the file beside its place and renames it: it is there whole, or as it was before. */
        void write(Path file) throws IOException {
            VisitBytes.Out head = new VisitBytes.Out(List.of());
            head.word(FORM);
            head.number(record.texts().size());
            record.texts().forEach(head::once);
            head.number(count);
            CRC32C sum = new CRC32C();
            sum.update(head.bytes(), 0, head.length());
            sum.update(records.bytes(), 0, records.length());
            VisitBytes.Out tail = new VisitBytes.Out(List.of());
            tail.word(sum.getValue());
            Path beside = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                try (SeekableByteChannel channel = Files.newByteChannel(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    for (VisitBytes.Out part : List.of(head, records, tail)) {
                        ByteBuffer buffer = ByteBuffer.wrap(part.bytes(), 0, part.length());
                        while (buffer.hasRemaining()) {
                            channel.write(buffer);
                        }
                    }
                }
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        }
    }
}
