package org.memcensus.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a repository elsewhere.
 *
 * @param full as given, perhaps with credentials: only for connecting
 * @param shown without credentials: for messages and reports; null if it is a path of this machine
 * @param name its last part, without {@code .git}
 */
record RemoteAddress(String full, @Nullable String shown, String name) {
    private static final Pattern URL =
            Pattern.compile("(?i)(https?|ssh|git|file|git\\+ssh|ssh\\+git)://(?:([^/@]*(?:@[^/@]*)*)@)?([^?#]*)(.*)");
    private static final Pattern SCP = Pattern.compile("(?:([^/\\\\:@]+)@)?([^/\\\\:@]{2,}):(?!//)(.+)");

    /** Reads an address as git does; null if it is a path, or no address. */
    static @Nullable RemoteAddress parse(String text) {
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            String scheme = url.group(1).toLowerCase(Locale.ROOT);
            if (scheme.equals("file")) {
                return new RemoteAddress(text, null, name(url.group(3)));
            }
            String user = scheme.startsWith("http") ? "" : user(url.group(2));
            return new RemoteAddress(text, scheme + "://" + user + url.group(3), name(url.group(3)));
        }
        Matcher scp = SCP.matcher(text);
        if (scp.matches()) {
            String user = scp.group(1) == null ? "" : scp.group(1) + "@";
            return new RemoteAddress(text, user + scp.group(2) + ":" + scp.group(3), name(scp.group(3)));
        }
        return null;
    }

    /** What to call it in a message: never with credentials, nor with a query that may hold some. */
    String label() {
        return shown == null ? full : shown;
    }

    /** User names of ssh are part of the address ({@code git@}); passwords never are. */
    private static String user(@Nullable String credentials) {
        if (credentials == null || credentials.isEmpty()) {
            return "";
        }
        int colon = credentials.indexOf(':');
        return (colon < 0 ? credentials : credentials.substring(0, colon)) + "@";
    }

    /** Last part of a path or address, without {@code .git}. */
    static String name(String path) {
        String rest = path.replaceAll("[/\\\\]+$", "");
        if (rest.endsWith("/.git")) {
            rest = rest.substring(0, rest.length() - "/.git".length());
        }
        int cut = Math.max(rest.lastIndexOf('/'), Math.max(rest.lastIndexOf('\\'), rest.lastIndexOf(':')));
        String last = rest.substring(cut + 1);
        last = last.endsWith(".git") ? last.substring(0, last.length() - ".git".length()) : last;
        return last.isEmpty() ? "repository" : last;
    }
}
