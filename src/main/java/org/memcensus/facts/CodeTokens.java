package org.memcensus.facts;

import java.util.Arrays;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;

/** The tokens of a file's code: names, numbers, whole string literals and single signs. Used again for the next file. */
final class CodeTokens {
    static final int NAME = 0;
    static final int NUMBER = 1;
    static final int STRING = 2;
    static final int SIGN = 3;

    /** What comes behind so many tokens is data: the rest of such a file is not looked at. */
    private static final int MOST = 4 << 20;

    private static final int FIELDS = 3;

    private int[] data = new int[FIELDS * 1024];
    private byte[] b = {};
    private int size;

    /** Reads the tokens of a file. */
    void read(Content content, CodeSpans spans) {
        b = content.bytes();
        size = 0;
        for (int k = 0; k < spans.count() && size < MOST; k++) {
            if (spans.string(k)) {
                add(STRING, spans.start(k), spans.end(k), spans.line(k));
            } else {
                code(spans.start(k), spans.end(k), spans.line(k));
            }
        }
    }

    private void code(int start, int end, int firstLine) {
        int line = firstLine;
        int i = start;
        while (i < end && size < MOST) {
            byte c = b[i];
            if (c == '\n') {
                line++;
                i++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                i++;
            } else if (isWord(c)) {
                int from = i;
                while (i < end && isWord(b[i])) {
                    i++;
                }
                add(c >= '0' && c <= '9' ? NUMBER : NAME, from, i, line);
            } else {
                add(SIGN, i, i + 1, line);
                i++;
            }
        }
    }

    private void add(int kind, int start, int end, int line) {
        if ((size + 1) * FIELDS > data.length) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        data[size * FIELDS] = start;
        data[size * FIELDS + 1] = end << 2 | kind;
        data[size * FIELDS + 2] = line;
        size++;
    }

    static boolean isWord(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c < 0;
    }

    int size() {
        return size;
    }

    int kind(int token) {
        return data[token * FIELDS + 1] & SIGN;
    }

    int start(int token) {
        return data[token * FIELDS];
    }

    /** Index behind the last byte. */
    int end(int token) {
        return data[token * FIELDS + 1] >>> 2;
    }

    int line(int token) {
        return data[token * FIELDS + 2];
    }

    byte at(int index) {
        return b[index];
    }

    /** Whether a token is this one sign. */
    boolean is(int token, char sign) {
        return kind(token) == SIGN && b[start(token)] == sign;
    }

    boolean matches(int start, int end, byte[] text) {
        return Arrays.equals(b, start, end, text, 0, text.length);
    }
}
