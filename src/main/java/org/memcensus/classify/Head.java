package org.memcensus.classify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/** Looks at the beginning of a file's bytes. */
final class Head {
    /** As far as git looks for a NUL byte. */
    private static final int BINARY_WINDOW = 8000;

    /** Noise shows in so many bytes already; looking at more would cost time in every file. */
    private static final int SAMPLE = 64;

    /** Text has next to no control characters; random bytes have one in eleven. */
    private static final int BYTES_PER_CONTROL = 40;

    /** Far enough to get past a licence and the first includes. */
    private static final int TEXT_WINDOW = 16 << 10;

    /** As far as the end of a comment is looked for that opens a file and fills the window. */
    private static final int COMMENT_WINDOW = 256 << 10;

    /** Enough for the few lines in which programs and editors look for a note. */
    private static final int LINES_WINDOW = 1 << 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Head() {}

    /**
     * Whether the content is no text, whatever its name: it holds a NUL byte where text never has one, or is noise from
     * its beginning on. UTF-16 and UTF-32 with a mark are text.
     */
    static boolean isBinary(Content content) {
        if (hasNul(content.bytes(), Math.min(content.length(), BINARY_WINDOW))) {
            return wide(content) == null;
        }
        return controls(content, SAMPLE) > 1 && isNoise(content);
    }

    /** Whether so many of the first bytes are control characters that no encoding makes text of them. */
    static boolean isNoise(Content content) {
        return controls(content) > Math.min(content.length(), BINARY_WINDOW) / BYTES_PER_CONTROL
                && wide(content) == null;
    }

    /** How many of the first bytes are control characters that no text has, in any encoding that keeps ASCII. */
    static int controls(Content content) {
        return controls(content, BINARY_WINDOW);
    }

    private static int controls(Content content, int window) {
        int length = Math.min(content.length(), window);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            byte c = content.bytes()[i];
            controls += c >= 0 && c < ' ' && !(c >= '\b' && c <= '\r') && c != 0x1b ? 1 : 0;
        }
        return controls;
    }

    /** The beginning as text, a character for each byte except in UTF-16 and UTF-32. */
    static String text(Content content) {
        int length = Math.min(content.length(), TEXT_WINDOW);
        Charset wide = wide(content);
        if (wide != null) {
            return new String(content.bytes(), 0, length & ~3, wide).replace("\r\n", "\n");
        }
        int start = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        if (length == TEXT_WINDOW) {
            start = Math.max(start, endOfLongComment(content));
            length = Math.min(content.length(), start + TEXT_WINDOW);
        }
        String text = new String(content.bytes(), start, length - start, StandardCharsets.ISO_8859_1);
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * Where a comment in the way of C ends that opens the file, behind lines that are comments or blank, and reaches beyond
     * the window; 0 where there is none.
     */
    private static int endOfLongComment(Content content) {
        byte[] bytes = content.bytes();
        int open = 0;
        while (open < TEXT_WINDOW - 1 && (bytes[open] == '\n' || (bytes[open] == '/' && bytes[open + 1] == '/'))) {
            while (open < TEXT_WINDOW && bytes[open] != '\n') {
                open++;
            }
            open++;
        }
        if (open >= TEXT_WINDOW - 1 || bytes[open] != '/' || bytes[open + 1] != '*') {
            return 0;
        }
        int end = Math.min(content.length(), COMMENT_WINDOW) - 1;
        for (int i = open + 2; i < end; i++) {
            if (bytes[i] == '*' && bytes[i + 1] == '/') {
                return i < TEXT_WINDOW ? 0 : i + 2;
            }
        }
        return 0;
    }

    /** The first lines, in the form of {@link #text}. */
    static String firstLines(Content content) {
        return text(new Content(content.bytes(), Math.min(content.length(), LINES_WINDOW)));
    }

    /** Whether the file begins with these bytes. */
    static boolean startsWith(Content content, int... expected) {
        if (content.length() < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((content.bytes()[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset wide(Content content) {
        if (startsWith(content, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (startsWith(content, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32BE");
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(content, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean hasNul(byte[] bytes, int length) {
        int i = 0;
        for (; i + 32 <= length; i += 32) {
            // Four words for each branch: there is hardly ever one to take.
            long found = zeros(bytes, i) | zeros(bytes, i + 8) | zeros(bytes, i + 16) | zeros(bytes, i + 24);
            if (found != 0) {
                return true;
            }
        }
        for (; i < length; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Not 0 if one of eight bytes is: a byte borrows into its high bit only if it was zero. */
    private static long zeros(byte[] bytes, int at) {
        long word = (long) LONGS.get(bytes, at);
        return (word - LOW_BITS) & ~word & HIGH_BITS;
    }
}
