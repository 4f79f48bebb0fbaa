package org.memcensus.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.memcensus.source.DeltaBases.Base;

/**
 * Reads objects from packs, fastest in the order in which they stand there. JGit reads the same bytes, in twice the
 * time: it allocates every object, and does not know which ones later objects build on.
 *
 * <p>Not mapped into memory: a pack that is cut off while it is read must be an error, not the end of the process, and
 * a temporary pack must be removable on every system. For one thread.
 */
final class PackReader implements AutoCloseable {
    /** Large enough that reading in order costs few system calls. */
    private static final int WINDOW = 512 * 1024;

    /** Read after a jump, which is most often for one small object; what goes on behind it doubles each time. */
    private static final int FIRST_LOOK = 8 * 1024;

    /** Header of an object: up to 10 bytes of size, then up to 32 of the base's place or id. */
    private static final int LONGEST_HEADER = 48;

    /** No deflate stream grows more than this. */
    private static final long MOST_GROWTH = 1032;

    /** Git makes chains of 50, or 250 when asked to; a chain beyond this is a trap. */
    private static final int LONGEST_CHAIN = 10_000;

    /** Objects above this are left to JGit, which streams them. */
    private static final long LARGEST_BASE = 128L << 20;

    private final List<PackFile> packs;
    private final RandomAccessFile[] files;
    private final long[] ends;
    private final DeltaBases bases = new DeltaBases();
    private final Inflater inflater = new Inflater();
    private final GrowingBuffer delta = new GrowingBuffer();
    private final byte[] window = new byte[WINDOW];
    private final byte[] overflow = new byte[1];
    private int windowPack = -1;
    private long windowStart;
    private int windowSize;

    // The header that was read last.
    private int type;
    private long size;
    private long dataStart;
    private long baseOffset;

    private long[] chain = new long[64];

    PackReader(List<PackFile> packs) {
        this.packs = packs;
        this.files = new RandomAccessFile[packs.size()];
        this.ends = new long[packs.size()];
    }

    /**
     * Reads an object.
     *
     * @param pack number of the pack
     * @param offset where in the pack it starts
     * @param wanted git's number for the type it must have
     * @param out takes its bytes
     * @param limit largest size to read
     * @throws FileTooLargeException if it is larger
     * @throws IOException if it is damaged
     */
    void read(int pack, long offset, int wanted, GrowingBuffer out, long limit) throws IOException {
        int links = 0;
        long at = offset;
        Base base = null;
        while (base == null) {
            base = bases.get(key(pack, at));
            if (base == null) {
                header(pack, at);
                if (type == Constants.OBJ_OFS_DELTA || type == Constants.OBJ_REF_DELTA) {
                    if (links == LONGEST_CHAIN) {
                        throw new IOException("endless chain of deltas");
                    }
                    chain = links == chain.length ? Arrays.copyOf(chain, links * 2) : chain;
                    chain[links++] = at;
                    at = baseOffset;
                } else if (links == 0) {
                    readWhole(pack, offset, wanted, out, limit);
                    return;
                } else {
                    checkBaseSize(pack);
                    base = new Base(type, new byte[(int) size]);
                    inflate(pack, base.bytes());
                    bases.put(key(pack, at), base);
                }
            }
        }
        check(base.type(), wanted);
        for (int i = links - 1; i > 0; i--) {
            Delta step = delta(pack, chain[i]);
            if (step.targetSize() > LARGEST_BASE) {
                throw new IOException("too large to be held as a base");
            }
            Base next = new Base(wanted, new byte[(int) step.targetSize()]);
            step.apply(base.bytes(), next.bytes());
            base = next;
            bases.put(key(pack, chain[i]), base);
        }
        finish(pack, offset, links, base, out, limit);
    }

    private void readWhole(int pack, long offset, int wanted, GrowingBuffer out, long limit) throws IOException {
        check(type, wanted);
        checkSize(pack, limit);
        int length = (int) size;
        out.prepare(length);
        long end = inflate(pack, out.bytes, length);
        out.length = length;
        keepIfNextBuildsOnIt(pack, offset, end, wanted, out);
    }

    private void finish(int pack, long offset, int links, Base base, GrowingBuffer out, long limit) throws IOException {
        if (links == 0) {
            int length = base.bytes().length;
            if (length > limit) {
                throw new FileTooLargeException(length, limit);
            }
            out.prepare(length);
            System.arraycopy(base.bytes(), 0, out.bytes, 0, length);
            out.length = length;
            return;
        }
        Delta last = delta(pack, offset);
        long end = dataStart + inflater.getBytesRead();
        if (last.targetSize() > limit) {
            throw new FileTooLargeException(last.targetSize(), limit);
        }
        if (last.targetSize() > Integer.MAX_VALUE - 8) {
            throw new IOException("too large for an array");
        }
        out.prepare((int) last.targetSize());
        last.apply(base.bytes(), out.bytes);
        out.length = (int) last.targetSize();
        keepIfNextBuildsOnIt(pack, offset, end, base.type(), out);
    }

    /** Git writes an object's deltas right behind it: what the next one does not need, none will, most likely. */
    private void keepIfNextBuildsOnIt(int pack, long offset, long end, int kind, GrowingBuffer out) {
        if (end + LONGEST_HEADER >= ends[pack]) {
            return;
        }
        try {
            header(pack, end);
        } catch (IOException e) {
            // The next object is damaged, not this one; who asks for it will hear so.
            return;
        }
        boolean builds = type == Constants.OBJ_OFS_DELTA || type == Constants.OBJ_REF_DELTA;
        if (builds && baseOffset == offset) {
            bases.put(key(pack, offset), new Base(kind, Arrays.copyOf(out.bytes, out.length)));
        }
    }

    private Delta delta(int pack, long offset) throws IOException {
        header(pack, offset);
        checkBaseSize(pack);
        delta.prepare((int) size);
        inflate(pack, delta.bytes, (int) size);
        return new Delta(delta.bytes, (int) size);
    }

    private void header(int pack, long offset) throws IOException {
        int at = fill(pack, offset, LONGEST_HEADER);
        int first = at;
        int part = window[at++];
        type = (part >> 4) & 7;
        size = part & 15;
        for (int shift = 4; part < 0 && shift < 60; shift += 7) {
            part = window[at++];
            size |= (part & 0x7fL) << shift;
        }
        if (type == Constants.OBJ_OFS_DELTA) {
            part = window[at++];
            long back = part & 0x7f;
            for (int i = 0; part < 0 && i < 8; i++) {
                part = window[at++];
                back = ((back + 1) << 7) | (part & 0x7f);
            }
            baseOffset = offset - back;
            if (back <= 0 || baseOffset < 0) {
                throw new IOException("damaged delta");
            }
        } else if (type == Constants.OBJ_REF_DELTA) {
            baseOffset = packs.get(pack).index().findOffset(ObjectId.fromRaw(window, at));
            if (baseOffset < 0) {
                throw new IOException("the base of a delta is in another pack");
            }
            at += Constants.OBJECT_ID_LENGTH;
        }
        dataStart = offset + (at - first);
    }

    private void checkSize(int pack, long limit) throws IOException {
        if (size > limit) {
            throw new FileTooLargeException(size, limit);
        }
        if (size > Integer.MAX_VALUE - 8 || size / MOST_GROWTH > ends[pack]) {
            throw new IOException("impossible size");
        }
    }

    private void checkBaseSize(int pack) throws IOException {
        if (size > LARGEST_BASE) {
            throw new IOException("too large to be held as a base");
        }
        checkSize(pack, LARGEST_BASE);
    }

    private static void check(int type, int wanted) throws IOException {
        if (type != wanted) {
            throw new IOException("not the type of object that its tree says");
        }
    }

    private void inflate(int pack, byte[] to) throws IOException {
        long unused = inflate(pack, to, to.length);
    }

    /** Inflates what starts at {@code dataStart}, and returns where its compressed bytes end. */
    private long inflate(int pack, byte[] to, int length) throws IOException {
        inflater.reset();
        long at = dataStart;
        int filled = 0;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int from = fill(pack, at, 1);
                    inflater.setInput(window, from, windowSize - from);
                    at += windowSize - from;
                }
                int step = filled < length
                        ? inflater.inflate(to, filled, length - filled)
                        : inflater.inflate(overflow, 0, 1);
                if (step == 0 && !inflater.finished() && !inflater.needsInput()) {
                    throw new IOException("damaged object");
                }
                filled += step;
                if (filled > length) {
                    throw new IOException("object longer than its header says");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("damaged object", e);
        }
        if (filled != length) {
            throw new IOException("object shorter than its header says");
        }
        return dataStart + inflater.getBytesRead();
    }

    /** Brings a place of a pack into the window, and returns where in the window it is. */
    private int fill(int pack, long offset, int need) throws IOException {
        if (windowPack != pack || offset < windowStart || offset + need > windowStart + windowSize) {
            RandomAccessFile file = open(pack);
            boolean goesOn = windowPack == pack && offset >= windowStart && offset <= windowStart + windowSize;
            windowPack = -1;
            if (offset < 0 || offset >= ends[pack]) {
                throw new IOException("place outside of the pack");
            }
            file.seek(offset);
            int read = 0;
            int wanted = (int) Math.min(goesOn ? Math.min(WINDOW, 2 * windowSize) : FIRST_LOOK, ends[pack] - offset);
            while (read < wanted) {
                int step = file.read(window, read, wanted - read);
                if (step < 0) {
                    throw new IOException("pack cut off");
                }
                read += step;
            }
            // A header that is cut off by the end of the pack reads zeros, and then fails to inflate.
            Arrays.fill(window, read, Math.min(WINDOW, read + LONGEST_HEADER), (byte) 0);
            windowPack = pack;
            windowStart = offset;
            windowSize = read;
        }
        return (int) (offset - windowStart);
    }

    private RandomAccessFile open(int pack) throws IOException {
        RandomAccessFile file = files[pack];
        if (file == null) {
            file = new RandomAccessFile(packs.get(pack).file(), "r");
            files[pack] = file;
            ends[pack] = file.length();
        }
        return file;
    }

    private static long key(int pack, long offset) {
        return ((long) pack << 48) | offset;
    }

    @Override
    public void close() {
        inflater.end();
        for (RandomAccessFile file : files) {
            if (file != null) {
                try {
                    file.close();
                } catch (IOException e) {
                    // Read only: nothing is lost.
                }
            }
        }
    }
}
