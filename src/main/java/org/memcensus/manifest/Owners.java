package org.memcensus.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Contact;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;

/**
 * Who owns which paths, as {@code CODEOWNERS} says, or a {@code MAINTAINERS} in the form of Linux (sections of
 * {@code M:}, {@code S:} and {@code F:} lines).
 */
public final class Owners {
    /** Where GitHub and GitLab look, in this order. */
    private static final List<String> CODEOWNERS =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    private static final String MAINTAINERS = "MAINTAINERS";

    /** Linux has some 2,600 sections in 800 KB. */
    private static final int MOST_BYTES = 8 << 20;

    private static final int MOST_CONTACTS = 8;

    /**
     * Claims by the deepest folder that holds all their paths, those that go before others first: a path is asked of those of
     * the folders above it, and not of ten thousand.
     */
    private final Map<String, List<Claim>> claims = new HashMap<>();

    private final boolean lastWins;

    /** A pattern of paths, how far it goes before another, its place in the file, and who owns what it matches. */
    private record Claim(PathPattern pattern, long weight, int place, List<Contact> owners) {
        boolean matches(String path) {
            return pattern.matches(path);
        }
    }

    private Owners(List<Claim> claims, boolean lastWins) {
        this.lastWins = lastWins;
        for (Claim claim : claims) {
            this.claims
                    .computeIfAbsent(claim.pattern.folder(), any -> new ArrayList<>())
                    .add(claim);
        }
        this.claims.values().forEach(each -> each.sort(this::compare));
    }

    /** Reads the first file of owners that a tree has. */
    public static Owners read(FileReader reader) {
        for (String path : CODEOWNERS) {
            Owners owners = new Owners(codeOwners(path, lines(path, reader)), true);
            if (!owners.claims.isEmpty()) {
                return owners;
            }
        }
        return new Owners(maintainers(lines(MAINTAINERS, reader)), false);
    }

    private static String[] lines(String path, FileReader reader) {
        try {
            byte[] content = reader.read(path);
            return content == null || content.length > MOST_BYTES
                    ? new String[0]
                    : new String(content, StandardCharsets.UTF_8).split("\r?\n", -1);
        } catch (IOException e) {
            return new String[0];
        }
    }

    private static List<Claim> codeOwners(String path, String[] lines) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("[") || line.startsWith("^[")) {
                continue;
            }
            String[] words = line.split("\\s+", -1);
            List<Contact> owners = new ArrayList<>();
            for (int k = 1; k < words.length && !words[k].startsWith("#"); k++) {
                owners.add(new Contact(words[k], "CODEOWNERS", path, i + 1));
            }
            claims.add(new Claim(new PathPattern(words[0]), 0, i, owners));
        }
        return claims;
    }

    private static List<Claim> maintainers(String[] lines) {
        List<Claim> claims = new ArrayList<>();
        List<Contact> owners = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.length() < 3 || line.charAt(1) != ':') {
                owners = new ArrayList<>();
                continue;
            }
            String value = line.substring(2).strip();
            if (line.charAt(0) == 'M') {
                owners.add(new Contact(value, MAINTAINERS, MAINTAINERS, i + 1));
            } else if (line.charAt(0) == 'F' && !owners.isEmpty()) {
                // Deeper patterns speak of less, and so with more right: net/mac80211/ before net/.
                long depth = value.chars().filter(c -> c == '/').count();
                claims.add(new Claim(new PathPattern("/" + value), depth, i, owners));
            }
        }
        return claims;
    }

    /** Those who own the largest file of unsafe code in a module; of any code where there is none. */
    public List<Contact> of(CodeModule module) {
        Optional<CountedFile> largest = module.files().stream()
                .max((a, b) -> a.unsafeCode() == b.unsafeCode()
                        ? Long.compare(a.counts().code(), b.counts().code())
                        : Long.compare(a.unsafeCode(), b.unsafeCode()));
        return largest.map(file -> of(file.path())).orElse(List.of());
    }

    /** Negative where the first claim goes before the second. */
    private int compare(Claim one, Claim other) {
        int byWeight = lastWins ? 0 : Long.compare(other.weight, one.weight);
        return byWeight != 0 ? byWeight : (lastWins ? -1 : 1) * Integer.compare(one.place, other.place);
    }

    private List<Contact> of(String path) {
        Claim best = null;
        int end = 0;
        do {
            for (Claim claim : claims.getOrDefault(path.substring(0, end), List.of())) {
                if (best != null && compare(claim, best) > 0) {
                    break;
                }
                if (claim.matches(path)) {
                    best = claim;
                    break;
                }
            }
            end = path.indexOf('/', end) + 1;
        } while (end > 0);
        return best == null
                ? List.of()
                : best.owners.stream().limit(MOST_CONTACTS).toList();
    }
}
