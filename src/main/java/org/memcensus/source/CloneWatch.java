package org.memcensus.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;

/** Keeps one clone within its limits, wherever its bytes come from: each read asks whether there may be another. */
final class CloneWatch {
    /** What a host may say before it sends objects. JGit keeps it in memory; a million branches fit. */
    private static final long MAX_TALK = 128L << 20;

    private final CloneLimits limits;
    private final BooleanSupplier stopped;
    private final long start = System.nanoTime();
    private long talk;
    private long objects;
    private boolean receiving;

    /**
     * Starts the clock.
     *
     * @param stopped asked while bytes come in; the clone ends when it says yes
     */
    CloneWatch(CloneLimits limits, BooleanSupplier stopped) {
        this.limits = limits;
        this.stopped = stopped;
    }

    /** The repository is larger than it may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    CloneLimits limits() {
        return limits;
    }

    /** All that comes from the host. */
    InputStream ofHost(InputStream in) {
        return new Watched(in, false);
    }

    /** The objects in it. */
    InputStream ofObjects(InputStream in) {
        receiving = true;
        return new Watched(in, true);
    }

    private void read(int bytes, boolean ofObjects) throws IOException {
        if (ofObjects) {
            objects += Math.max(0, bytes);
            if (objects > limits.maxBytes()) {
                throw new TooLargeException(limits.maxBytes());
            }
        } else if (!receiving) {
            talk += Math.max(0, bytes);
            if (talk > Math.min(MAX_TALK, limits.maxBytes())) {
                throw new TooLargeException(Math.min(MAX_TALK, limits.maxBytes()));
            }
        }
        if (System.nanoTime() - start > limits.total().toNanos()) {
            throw new InterruptedIOException(
                    "took longer than " + limits.total().toSeconds() + " s");
        }
        if (stopped.getAsBoolean()) {
            throw new InterruptedIOException("stopped");
        }
    }

    private final class Watched extends FilterInputStream {
        private final boolean ofObjects;

        Watched(InputStream in, boolean ofObjects) {
            super(in);
            this.ofObjects = ofObjects;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            CloneWatch.this.read(one < 0 ? 0 : 1, ofObjects);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int bytes = super.read(buffer, from, length);
            CloneWatch.this.read(bytes, ofObjects);
            return bytes;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            CloneWatch.this.read((int) Math.min(Integer.MAX_VALUE, skipped), ofObjects);
            return skipped;
        }
    }
}
