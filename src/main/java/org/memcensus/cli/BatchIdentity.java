package org.memcensus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.memcensus.model.Docstrings;
import org.memcensus.model.Policy;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ConfigChoice;
import org.memcensus.scan.ScanOptions;
import org.memcensus.store.Identity;
import org.memcensus.tables.PolicyTable;

/** What makes the rows of a batch differ from those of another: such rows must not stand beside each other in a store. */
final class BatchIdentity {
    /** Enough to tell the versions of a file that somebody wrote by hand. */
    private static final int DIGEST_BYTES = 6;

    private BatchIdentity() {}

    /**
     * The identity of a batch.
     *
     * @param version version of the program
     * @throws UsageException if a file that the options name is wrong or cannot be read
     */
    static Identity of(String version, ScanOptions scan) throws UsageException {
        Policy policy = PolicyTable.find(scan.policyOrDefault());
        List<String> others = new ArrayList<>();
        others.add("modules " + scan.modules().name().toLowerCase(Locale.ROOT));
        if (!scan.include().isEmpty() || !scan.exclude().isEmpty()) {
            others.add("include " + scan.include() + " exclude " + scan.exclude());
        }
        others.add("files up to " + scan.maxFileSize() + " bytes");
        if (scan.docstrings() != Docstrings.COMMENTS) {
            others.add("docstrings " + scan.docstrings().name().toLowerCase(Locale.ROOT));
        }
        if (PolicyTable.policies().stream().noneMatch(known -> known.name().equals(scan.policyOrDefault()))) {
            others.add("policy file " + content(scan.policyOrDefault()));
        }
        if (scan.config().equals(ConfigChoice.NONE)) {
            others.add("no configuration");
        }
        if (scan.config().file() != null) {
            others.add("configuration " + content(scan.config().file()));
        }
        if (scan.config().user() != null) {
            others.add("the user's configuration " + content(scan.config().user()));
        }
        if (scan.catalogue() != null) {
            others.add("catalogue " + content(scan.catalogue()));
        }
        return new Identity(version, policy.name(), policy.version(), String.join(", ", others));
    }

    /** A file by its name and its content: that it lies elsewhere changes nothing, that it was edited does. */
    private static String content(String file) throws UsageException {
        try {
            Path path = Path.of(file);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return path.getFileName() + " (" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + ")";
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(file + ": cannot be read: give a file that can");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
