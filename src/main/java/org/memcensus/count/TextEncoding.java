package org.memcensus.count;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.memcensus.model.Content;

/** Brings every text to bytes that keep ASCII and end their lines with LF, once, before anyone looks at them. */
public final class TextEncoding {
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** A shorter text without a mark is not enough to tell. */
    private static final int LEAST_WIDE = 8;

    /** Enough to see what a text without a mark is. */
    private static final int WINDOW = 1 << 10;

    private TextEncoding() {}

    /**
     * The same text as UTF-8 without byte order mark, with LF where it had lone CRs throughout. Returns {@code content}
     * itself where nothing is to be done, which is nearly always; may change its buffer.
     */
    public static Content normalise(Content content) {
        Content text = toUtf8(content);
        byte[] b = text.bytes();
        for (int i = 0; i < text.length(); i++) {
            if (b[i] == '\n') {
                return text;
            }
        }
        for (int i = 0; i < text.length(); i++) {
            if (b[i] == '\r') {
                b[i] = '\n';
            }
        }
        return text;
    }

    private static Content toUtf8(Content content) {
        byte[] b = content.bytes();
        int n = content.length();
        int b0 = n > 0 ? b[0] & 0xff : 0;
        int b1 = n > 1 ? b[1] & 0xff : 0;
        int b2 = n > 2 ? b[2] & 0xff : 0;
        int b3 = n > 3 ? b[3] & 0xff : 0;
        if (n >= 4 && b0 == 0xff && b1 == 0xfe && b2 == 0 && b3 == 0) {
            return decode(b, 4, n, UTF_32LE);
        }
        if (n >= 4 && b0 == 0 && b1 == 0 && b2 == 0xfe && b3 == 0xff) {
            return decode(b, 4, n, UTF_32BE);
        }
        if (n >= 2 && b0 == 0xff && b1 == 0xfe) {
            return decode(b, 2, n, StandardCharsets.UTF_16LE);
        }
        if (n >= 2 && b0 == 0xfe && b1 == 0xff) {
            return decode(b, 2, n, StandardCharsets.UTF_16BE);
        }
        if (n >= 3 && b0 == 0xef && b1 == 0xbb && b2 == 0xbf) {
            System.arraycopy(b, 3, b, 0, n - 3);
            return new Content(b, n - 3);
        }
        if (n >= LEAST_WIDE && (b0 == 0) != (b1 == 0) && isWide(b, b0 == 0 ? 1 : 0, n)) {
            return decode(b, 0, n & ~1, b0 == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        return content;
    }

    /**
     * Whether the beginning is UTF-16 without a mark: nearly all characters are those of ASCII that texts have.
     *
     * @param low where the lower half of the first character stands, 0 or 1
     */
    private static boolean isWide(byte[] b, int low, int n) {
        int end = Math.min(n, WINDOW) & ~1;
        int plain = 0;
        for (int i = 0; i < end; i += 2) {
            byte c = b[i + low];
            boolean text = c >= ' ' && c != 0x7f || c == '\n' || c == '\r' || c == '\t';
            plain += text && b[i + 1 - low] == 0 ? 1 : 0;
        }
        return plain * 2 * 10 >= end * 9;
    }

    private static Content decode(byte[] b, int start, int end, Charset charset) {
        String text = charset.decode(ByteBuffer.wrap(b, start, end - start)).toString();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Content(utf8, utf8.length);
    }
}
