package org.memcensus.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.memcensus.model.Content;

/** Computes the id that git gives a content. For one thread. */
final class BlobIds {
    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest;

    BlobIds() {
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    String of(Content content) {
        digest.update(("blob " + content.length() + "\0").getBytes(StandardCharsets.US_ASCII));
        digest.update(content.bytes(), 0, content.length());
        return HEX.formatHex(digest.digest());
    }
}
