package org.memcensus.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/**
 * The small file that Git LFS keeps in place of a large one, as its specification says
 * (github.com/git-lfs/git-lfs, docs/spec.md).
 */
public final class LfsPointer {
    private static final byte[] START =
            "version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.US_ASCII);

    /** What the specification allows for a pointer file, in bytes. */
    private static final int LARGEST = 1024;

    private static final Pattern OID = Pattern.compile("^oid sha256:([0-9a-f]{64})$", Pattern.MULTILINE);

    private LfsPointer() {}

    /** Whether a file is a pointer. */
    public static boolean is(Content content) {
        return content.length() <= LARGEST
                && content.length() >= START.length
                && Arrays.equals(content.bytes(), 0, START.length, START, 0, START.length);
    }

    /** The SHA-256 of what a file points to, hexadecimal; null where it is no pointer, or names none. */
    static @Nullable String oid(Content content) {
        if (!is(content)) {
            return null;
        }
        Matcher oid = OID.matcher(new String(content.bytes(), 0, content.length(), StandardCharsets.ISO_8859_1));
        return oid.find() ? oid.group(1) : null;
    }
}
