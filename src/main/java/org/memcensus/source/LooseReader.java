package org.memcensus.source;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads objects that lie each in a file of its own, as git leaves them until it packs. For one thread. */
final class LooseReader implements AutoCloseable {
    private static final int LONGEST_HEADER = 64;
    private static final int LARGEST_FILE = 64 << 20;

    private final String folder;
    private final Inflater inflater = new Inflater();
    private final GrowingBuffer compressed = new GrowingBuffer();
    private final byte[] header = new byte[LONGEST_HEADER];

    LooseReader(File folder) {
        this.folder = folder.getPath();
    }

    /**
     * Reads an object; false if there is no such file, or one so large that it is better streamed.
     *
     * @throws FileTooLargeException if it is larger than the limit
     * @throws IOException if it is damaged
     */
    boolean read(String id, String wanted, GrowingBuffer out, long limit) throws IOException {
        File path = file(id);
        compressed.prepare(0);
        if (!path.isFile()) {
            return false;
        }
        try (FileInputStream in = new FileInputStream(path)) {
            int read;
            while ((read = in.read(compressed.bytes, compressed.length, compressed.bytes.length - compressed.length))
                    > 0) {
                compressed.length += read;
                if (compressed.length > LARGEST_FILE) {
                    return false;
                }
                if (compressed.length == compressed.bytes.length) {
                    compressed.extend(compressed.length + 1);
                }
            }
        } catch (FileNotFoundException e) {
            return false;
        }
        inflater.reset();
        inflater.setInput(compressed.bytes, 0, compressed.length);
        try {
            inflate(wanted, out, limit);
        } catch (DataFormatException e) {
            throw new IOException("damaged object", e);
        }
        return true;
    }

    /** Whether something stands in the place of an object for which a reader might wait without end. */
    boolean blocks(String id) {
        File path = file(id);
        return path.exists() && !path.isFile();
    }

    private File file(String id) {
        return new File(folder + File.separatorChar + id.substring(0, 2) + File.separatorChar + id.substring(2));
    }

    private void inflate(String wanted, GrowingBuffer out, long limit) throws IOException, DataFormatException {
        int first = inflater.inflate(header);
        int end = 0;
        while (end < first && header[end] != 0) {
            end++;
        }
        String text = new String(header, 0, end, StandardCharsets.ISO_8859_1);
        String start = wanted + " ";
        if (end == first
                || !text.startsWith(start)
                || !text.substring(start.length()).matches("[0-9]{1,18}")) {
            throw new IOException("damaged object");
        }
        long size = Long.parseLong(text.substring(start.length()));
        if (size > limit) {
            throw new FileTooLargeException(size, limit);
        }
        int begun = first - end - 1;
        if (begun > size || size / 1032 > compressed.length || size > Integer.MAX_VALUE - 8) {
            throw new IOException("damaged object");
        }
        out.prepare((int) size);
        System.arraycopy(header, end + 1, out.bytes, 0, begun);
        int filled = begun;
        while (filled < size) {
            int step = inflater.inflate(out.bytes, filled, (int) size - filled);
            if (step == 0) {
                throw new IOException("damaged object");
            }
            filled += step;
        }
        if (inflater.inflate(header, 0, 1) != 0 || !inflater.finished()) {
            throw new IOException("damaged object");
        }
        out.length = filled;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
