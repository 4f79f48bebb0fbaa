package org.memcensus.source;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.memcensus.model.SourceException;

/** What JGit says of a failed clone, as one line that says what to do and holds no credentials. */
final class CloneFailure {
    private CloneFailure() {}

    static SourceException of(String label, Throwable failure) {
        return new SourceException(label + ": " + reason(failure));
    }

    private static String reason(Throwable failure) {
        int depth = 0;
        for (Throwable at = failure; at != null && depth < 20; at = at.getCause(), depth++) {
            if (at instanceof MissingBundlePrerequisiteException) {
                return "the bundle needs commits that it does not hold: make it with git bundle create FILE --all";
            }
            if (at instanceof UnknownHostException) {
                return "unknown host: check the address and the network";
            }
            if (at instanceof InterruptedIOException) {
                return "the host did not answer in time: try again later";
            }
            if (at instanceof ConnectException || at instanceof NoRouteToHostException) {
                return "no connection to the host: check the address and the network";
            }
            if (at instanceof SSLException) {
                return "no secure connection (TLS): check the address, and the certificates java trusts";
            }
        }
        return bySaying(failure);
    }

    private static String bySaying(Throwable failure) {
        String said = Reasons.oneLine(failure.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("connection refused") || lower.contains("no route to host")) {
            return "no connection to the host: check the address and the network";
        }
        if (lower.contains("timed out") || lower.contains("time out")) {
            return "the host did not answer in time: try again later";
        }
        if (lower.contains("not authorized")
                || lower.contains("authentication")
                || lower.contains("auth fail")
                || lower.contains("cannot log in")
                || lower.contains("401")
                || lower.contains("403")) {
            return "refused, not authorized: check the address, and ~/.netrc or ~/.ssh";
        }
        if (lower.contains("server key") || lower.contains("host key") || lower.contains("hostkey")) {
            return "the host key is not known: connect once with ssh, to accept it";
        }
        if (failure instanceof NoRemoteRepositoryException || lower.contains("not found")) {
            return "no repository there, or none you may see: check the address";
        }
        return "cannot be cloned: " + withoutCredentials(said);
    }

    private static String withoutCredentials(String text) {
        return text.replaceAll("//[^/@\\s]*@", "//").replaceAll("[?#][^\\s:]*", "");
    }
}
