package org.memcensus.source;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a repository in a list, in one form for all ways to write it.
 *
 * @param full for connecting; may hold credentials, so it belongs in no row, log or report
 * @param url without credentials: what rows and reports say
 * @param identity the same for two addresses of one repository
 * @param host what a limit for a host counts; "" on this machine
 * @param name its last part, without {@code .git}
 */
public record RepositoryAddress(String full, String url, String identity, String host, String name) {
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://(?:([^/?#]*)@)?([^/?#]*)([^?#]*)([?#].*)?");
    private static final Pattern SCP = Pattern.compile("(?:([^/\\\\:@\\s]+)@)?([^/\\\\:@\\s]{2,}):(?!//)(.+)");
    private static final Pattern BARE = Pattern.compile("(?:www\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+/[^/\\s]+/[^\\s]+");

    /** Hosts that take names in any case, and where a repository is the first two parts of a path. */
    private static final List<String> FORGES = List.of("github.com", "bitbucket.org", "codeberg.org");

    /**
     * Reads an address.
     *
     * @param text what a user wrote
     * @param directory where relative paths begin
     * @return the address; where {@code text} is none, one that cannot be cloned
     */
    public static RepositoryAddress of(String text, Path directory) {
        String trimmed = Reasons.oneLine(text.strip());
        Matcher url = URL.matcher(trimmed);
        if (url.matches()) {
            String scheme = url.group(1).toLowerCase(Locale.ROOT);
            return scheme.equals("file")
                    ? ofPath(pathOf(trimmed), directory)
                    : ofUrl(scheme, text(url.group(2)), url.group(3), url.group(4), text(url.group(5)));
        }
        Matcher scp = SCP.matcher(trimmed);
        if (scp.matches() && !trimmed.startsWith("/") && !trimmed.startsWith(".")) {
            return ofScp(text(scp.group(1)), scp.group(2), scp.group(3));
        }
        if (BARE.matcher(trimmed).matches()
                && !directory.resolve(trimmed).toFile().exists()) {
            return of("https://" + trimmed, directory);
        }
        return ofPath(trimmed, directory);
    }

    /** Whether the repository lies on this machine, where it is read in its place. */
    public boolean local() {
        return host.isEmpty();
    }

    private static RepositoryAddress ofUrl(String given, String user, String rawHost, String rawPath, String query) {
        String scheme = given;
        String host = port(scheme, rawHost.toLowerCase(Locale.ROOT));
        String path = rawPath.replaceAll("/{2,}", "/").replaceAll("/+$", "");
        if (host.equals("www.github.com")) {
            host = "github.com";
        }
        boolean forge = FORGES.contains(host);
        if (forge) {
            path = twoParts(path);
        }
        if (forge && (scheme.equals("http") || scheme.equals("git"))) {
            scheme = "https"; // the others are answered with a redirect, or not at all
        }
        String bare = withoutGit(path);
        boolean ssh = scheme.contains("ssh");
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        String shownUser = ssh && !name.isEmpty() ? name + "@" : "";
        String shown = scheme + "://" + shownUser + host + (forge ? bare : path);
        String connect = scheme + "://" + (user.isEmpty() ? "" : user + "@") + host + (forge ? bare : path)
                + (forge ? "" : query);
        String identity = forge ? host + bare.toLowerCase(Locale.ROOT) : host + bare;
        return new RepositoryAddress(connect, shown, identity, host, RemoteAddress.name(bare));
    }

    private static RepositoryAddress ofScp(String user, String rawHost, String rawPath) {
        String host = rawHost.toLowerCase(Locale.ROOT);
        String path = rawPath.replaceAll("/+$", "");
        String bare = withoutGit(path);
        String at = user.isEmpty() ? "" : user + "@";
        String below = bare.startsWith("/") ? bare : "/" + bare;
        String identity = FORGES.contains(host) ? host + below.toLowerCase(Locale.ROOT) : host + below;
        return new RepositoryAddress(
                at + host + ":" + path, at + host + ":" + path, identity, host, RemoteAddress.name(bare));
    }

    private static RepositoryAddress ofPath(String text, Path directory) {
        String path;
        try {
            path = directory.resolve(text).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            path = text;
        }
        String url = "file://" + path.replace('\\', '/');
        return new RepositoryAddress(path, url, url, "", RemoteAddress.name(path));
    }

    private static String pathOf(String fileUrl) {
        try {
            return Path.of(URI.create(fileUrl)).toString();
        } catch (IllegalArgumentException e) {
            // Not escaped as a URI must be, yet git takes it.
            return fileUrl.substring("file://".length());
        }
    }

    private static String port(String scheme, String host) {
        String usual = switch (scheme) {
            case "https" -> ":443";
            case "http" -> ":80";
            case "ssh" -> ":22";
            case "git" -> ":9418";
            default -> ":";
        };
        return host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host;
    }

    /** {@code /owner/name} of {@code /owner/name/tree/main/src}. */
    private static String twoParts(String path) {
        int second = path.indexOf('/', path.indexOf('/', 1) + 1);
        return path.indexOf('/', 1) < 0 || second < 0 ? path : path.substring(0, second);
    }

    private static String withoutGit(String path) {
        return path.endsWith(".git") && !path.endsWith("/.git") ? path.substring(0, path.length() - 4) : path;
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }
}
