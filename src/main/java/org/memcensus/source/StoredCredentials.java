package org.memcensus.source;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** The credentials that {@code git credential-store} keeps. Read when a host asks, and never written. */
final class StoredCredentials extends CredentialsProvider {
    private final List<Path> files;

    StoredCredentials(List<Path> files) {
        this.files = files;
    }

    /** Where git keeps them. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>();
        Map<String, String> environment = System.getenv();
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        String settings = environment.getOrDefault("XDG_CONFIG_HOME", "");
        files.add(Path.of(home, ".git-credentials"));
        files.add(
                settings.isEmpty()
                        ? Path.of(home, ".config", "git", "credentials")
                        : Path.of(settings, "git", "credentials"));
        return files;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        URIish found = find(uri);
        if (found == null) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(found.getUser());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(found.getPass().toCharArray());
            } else {
                return false;
            }
        }
        return true;
    }

    /** The first line for the host; one with a user name only for that user. */
    private @Nullable URIish find(URIish wanted) {
        for (Path file : files) {
            String text = GitText.read(file);
            if (text == null) {
                continue;
            }
            for (String line : text.lines().toList()) {
                URIish stored = parse(line.strip());
                if (stored != null && fits(stored, wanted)) {
                    return stored;
                }
            }
        }
        return null;
    }

    private static @Nullable URIish parse(String line) {
        try {
            URIish stored = line.isEmpty() ? null : new URIish(line);
            return stored == null || stored.getUser() == null || stored.getPass() == null ? null : stored;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean fits(URIish stored, URIish wanted) {
        return lower(stored.getScheme()).equals(lower(wanted.getScheme()))
                && lower(stored.getHost()).equals(lower(wanted.getHost()))
                && stored.getPort() == wanted.getPort()
                && (wanted.getUser() == null || wanted.getUser().equals(stored.getUser()));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
