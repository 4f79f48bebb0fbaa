package org.memcensus.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.SourceException;

/** What JGit says of a failed clone, as one line that says what to do and holds no credentials. */
final class CloneFailure {
    private static final String NOTHING_THERE = "no repository there, or none you may see: check the address";

    private static final String NO_CLONE = "cannot be cloned: ";

    /** A status of HTTP, and not a part of a port, a folder's name or an object id. */
    private static final Pattern REFUSED = Pattern.compile("\\b40[13]\\b");

    private CloneFailure() {}

    static SourceException of(String label, Throwable failure) {
        return new SourceException(label + ": " + reason(failure).text());
    }

    /** The same for a bundle, of which the library names the whole path, and where no waiting helps. */
    static SourceException ofBundle(String label, Throwable failure) {
        String text = reason(failure).text();
        return new SourceException(label + ": "
                + (text.startsWith(NO_CLONE)
                        ? "the bundle is damaged, or of a form that is not read: make it with git bundle create"
                                + " FILE --all"
                        : text));
    }

    /** The same for a batch, which may try again. */
    static CloneException ofMany(String label, Throwable failure) {
        Reason reason = reason(failure);
        return new CloneException(label + ": " + reason.text(), reason.temporary(), failure);
    }

    /** What is wrong, and whether that may pass by itself. */
    private record Reason(String text, boolean temporary) {
        static Reason lasting(String text) {
            return new Reason(text, false);
        }

        static Reason passing(String text) {
            return new Reason(text, true);
        }
    }

    private static Reason reason(Throwable failure) {
        int depth = 0;
        for (Throwable at = failure; at != null && depth < 20; at = at.getCause(), depth++) {
            Reason found = byType(at);
            if (found != null) {
                return found;
            }
        }
        return bySaying(failure);
    }

    private static @Nullable Reason byType(Throwable at) {
        if (at instanceof MissingBundlePrerequisiteException) {
            return Reason.lasting(
                    "the bundle needs commits that it does not hold: make it with git bundle create FILE --all");
        }
        if (at instanceof CloneWatch.TooLargeException) {
            return Reason.lasting("larger than --max-repo-size allows (" + at.getMessage() + "): raise it");
        }
        if (at instanceof UnknownHostException || at instanceof UnresolvedAddressException) {
            return Reason.passing("unknown host: check the address and the network");
        }
        if (at instanceof InterruptedIOException) {
            return Reason.passing("the host did not answer in time: try again later");
        }
        if (at instanceof ConnectException || at instanceof NoRouteToHostException) {
            return Reason.passing("no connection to the host: check the address and the network");
        }
        if (at instanceof SSLException) {
            return Reason.passing("no secure connection (TLS): check the address, and the certificates java trusts");
        }
        if (at instanceof IOException && isFull(Reasons.oneLine(at.getMessage()))) {
            return Reason.passing("the disk is full: free some space, or choose another --cache-dir");
        }
        return null;
    }

    /** What the systems say of a full disk; often only below what JGit makes of it. */
    private static boolean isFull(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("not enough space") || lower.contains("disk quota");
    }

    private static Reason bySaying(Throwable failure) {
        String said = Reasons.oneLine(failure.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("connection refused") || lower.contains("no route to host")) {
            return Reason.passing("no connection to the host: check the address and the network");
        }
        if (lower.contains("timed out") || lower.contains("time out")) {
            return Reason.passing("the host did not answer in time: try again later");
        }
        if (lower.contains("not authorized")
                || lower.contains("authentication")
                || lower.contains("auth fail")
                || lower.contains("cannot log in")
                || REFUSED.matcher(lower).find()) {
            return Reason.lasting("refused, not authorized: check the address, and ~/.netrc or ~/.ssh");
        }
        if (lower.contains("server key") || lower.contains("host key") || lower.contains("hostkey")) {
            return Reason.lasting("the host key is not known: connect once with ssh, to accept it");
        }
        // The library for ssh says the last where the host is faster than it.
        if (lower.contains("broken pipe")
                || lower.contains("connection reset")
                || lower.contains("session is being closed")) {
            return Reason.passing("the host broke off the connection: check the address, or try again later");
        }
        if (failure instanceof NoRemoteRepositoryException && failure.getCause() instanceof EOFException) {
            return new Reason(NOTHING_THERE, true); // the host hung up: it may have nothing, or be in trouble
        }
        if (failure instanceof NoRemoteRepositoryException
                || lower.contains("not found")
                || lower.contains("not exported")) {
            return Reason.lasting(NOTHING_THERE);
        }
        if (failure instanceof URISyntaxException
                || failure instanceof NotSupportedException
                || lower.contains("port out of range")) {
            return Reason.lasting("no address that can be cloned: give https, ssh, git or file");
        }
        return Reason.passing(NO_CLONE + withoutCredentials(said));
    }

    private static String withoutCredentials(String text) {
        return text.replaceAll("//[^/@\\s]*@", "//").replaceAll("[?#][^\\s:]*", "");
    }
}
