package org.memcensus.source;

import java.io.IOException;

/** Git's binary deltas: a target is made of stretches of a base and of new bytes. */
final class Delta {
    private final byte[] delta;
    private final int end;
    private int at;
    private final long baseSize;
    private final long targetSize;

    /**
     * Reads the head of a delta.
     *
     * @throws IOException if it is damaged
     */
    Delta(byte[] delta, int length) throws IOException {
        this.delta = delta;
        this.end = length;
        this.baseSize = size();
        this.targetSize = size();
    }

    /** Size of the object that it makes, as it says itself. */
    long targetSize() {
        return targetSize;
    }

    /**
     * Makes the target.
     *
     * @param base what the delta builds on
     * @param target has room for {@link #targetSize()} bytes
     * @throws IOException if the delta is damaged or belongs to another base
     */
    void apply(byte[] base, byte[] target) throws IOException {
        if (baseSize != base.length) {
            throw damaged();
        }
        int filled = 0;
        int limit = (int) targetSize;
        while (at < end) {
            int command = delta[at++];
            int offset = at;
            int size;
            byte[] from;
            if (command < 0) {
                from = base;
                offset = number(command, 4);
                size = number(command >> 4, 3);
                if (size == 0) {
                    size = 0x10000;
                }
            } else {
                from = delta;
                size = command;
                at += size;
            }
            int room = from == base ? base.length : end;
            if (size <= 0 || offset < 0 || offset > room - size || size > limit - filled) {
                throw damaged();
            }
            System.arraycopy(from, offset, target, filled, size);
            filled += size;
        }
        if (filled != limit) {
            throw damaged();
        }
    }

    /** A little-endian number of which only the bytes with a bit in {@code present} are stored. */
    private int number(int present, int most) throws IOException {
        int value = 0;
        for (int i = 0; i < most; i++) {
            if ((present & (1 << i)) != 0) {
                if (at >= end) {
                    throw damaged();
                }
                value |= (delta[at++] & 0xff) << (8 * i);
            }
        }
        return value;
    }

    private long size() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 63 && at < end; shift += 7) {
            byte part = delta[at++];
            value |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private static IOException damaged() {
        return new IOException("damaged delta");
    }
}
