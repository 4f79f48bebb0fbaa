package org.memcensus.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few settings of a repository that say how to read it. Includes are not followed, and nothing here names a
 * program. JGit's own reader would cost a tenth of a second at the start.
 */
final class GitConfig {
    private final Map<String, String> values = new HashMap<>();

    private GitConfig() {}

    /** Settings of a git directory; none where there is no such file. */
    static GitConfig read(Path commonDir) {
        GitConfig config = new GitConfig();
        String text = GitText.read(commonDir.resolve("config"));
        if (text != null) {
            config.parse(text.replace("\\\n", ""));
        }
        return config;
    }

    /** A value, or null. Section and key are lower case: {@code remote.origin.url}. */
    @Nullable
    String get(String key) {
        return values.get(key);
    }

    private void parse(String text) {
        String section = "";
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                section = section(line);
            } else if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != ';') {
                int equals = line.indexOf('=');
                String key =
                        (equals < 0 ? line : line.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
                values.put(section + "." + key, equals < 0 ? "true" : value(line.substring(equals + 1)));
            }
        }
    }

    private static String section(String line) {
        int end = line.lastIndexOf(']');
        String inside = line.substring(1, end < 0 ? line.length() : end);
        int quote = inside.indexOf('"');
        if (quote < 0) {
            return inside.strip().toLowerCase(Locale.ROOT);
        }
        String name = inside.substring(quote + 1).strip();
        return inside.substring(0, quote).strip().toLowerCase(Locale.ROOT) + "."
                + (name.endsWith("\"") ? name.substring(0, name.length() - 1) : name);
    }

    private static String value(String text) {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && i + 1 < text.length()) {
                value.append(text.charAt(++i));
            } else if (!quoted && (c == '#' || c == ';')) {
                break;
            } else {
                value.append(c);
            }
        }
        return value.toString().strip();
    }
}
