package org.memcensus.facts;

import org.memcensus.model.ByteWords;

/** What a byte of code is part of: a name, a number, a directive, or else the kind that {@link RiskCounter} gives it. */
final class ByteKinds {
    /** Kinds of bytes from here on are not those of {@link RiskCounter}. */
    static final int HASH = 16;

    static final int DIGIT = 17;
    static final int NAME = 18;

    private static final byte[] KINDS = kinds();

    private ByteKinds() {}

    static int of(byte c) {
        return KINDS[c & 0xff];
    }

    /** Index behind the name, or number, that holds the byte at {@code from}. */
    static int nameEnd(byte[] bytes, int from, int end) {
        int last = bytes.length - ByteWords.SIZE;
        int i = from;
        while (i <= last) {
            int length = ByteWords.before(ByteWords.noNames(ByteWords.at(bytes, i)));
            i += length;
            if (length < ByteWords.SIZE) {
                return Math.min(i, end);
            }
        }
        while (i < end && of(bytes[i]) >= DIGIT) {
            i++;
        }
        return Math.min(i, end);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 256; c++) {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x7f) {
                kinds[c] = NAME;
            } else if (c >= '0' && c <= '9') {
                kinds[c] = DIGIT;
            } else {
                kinds[c] = c == '#' ? HASH : (byte) RiskStates.kind(c);
            }
        }
        return kinds;
    }
}
