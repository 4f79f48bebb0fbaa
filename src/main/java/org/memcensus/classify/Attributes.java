package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Glob;

/** What the {@code .gitattributes} files of a tree say about languages and roles. Immutable. */
public final class Attributes {
    /** Says nothing. */
    public static final Attributes NONE = new Attributes(Map.of());

    private static final String PREFIX = "linguist-";

    /** The attributes that are listened to. */
    private static final List<String> SPOKEN =
            List.of("language", "vendored", "generated", "documentation", "detectable");

    /** Many times what real trees hold; what comes later is not read, so that a hostile tree cannot slow a scan down. */
    private static final int MAX_RULES = 2000;

    private static final int MAX_LINE = 4096;
    private final Map<String, List<Line>> byDirectory;

    private Attributes(Map<String, List<Line>> byDirectory) {
        this.byDirectory = byDirectory;
    }

    /**
     * Reads the files of a tree.
     *
     * @param files content of each {@code .gitattributes}, by its directory; {@code ""} is the root
     */
    public static Attributes parse(Map<String, byte[]> files) {
        Map<String, List<Line>> byDirectory = new HashMap<>();
        int rules = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            List<Line> lines = new ArrayList<>();
            for (String text : new String(file.getValue(), StandardCharsets.UTF_8).split("\n", -1)) {
                Line line = text.contains(PREFIX) && text.length() <= MAX_LINE ? line(text.strip()) : null;
                if (line != null && rules < MAX_RULES) {
                    lines.add(line);
                    rules++;
                }
            }
            if (!lines.isEmpty()) {
                byDirectory.put(file.getKey(), lines);
            }
        }
        return new Attributes(byDirectory);
    }

    /** The language that {@code linguist-language} gives a file, as written there; null where it gives none. */
    public @Nullable String language(String path) {
        return value(path, "language");
    }

    /** Whether {@code linguist-vendored} is set (TRUE), unset (FALSE) or not said (null). */
    public @Nullable Boolean vendored(String path) {
        return flag(path, "vendored");
    }

    /** Whether {@code linguist-generated} is set (TRUE), unset (FALSE) or not said (null). */
    public @Nullable Boolean generated(String path) {
        return flag(path, "generated");
    }

    /** Whether {@code linguist-documentation} is set (TRUE), unset (FALSE) or not said (null). */
    public @Nullable Boolean documentation(String path) {
        return flag(path, "documentation");
    }

    /** Whether {@code linguist-detectable} is set (TRUE), unset (FALSE) or not said (null). */
    public @Nullable Boolean detectable(String path) {
        return flag(path, "detectable");
    }

    /** All that is said of a file, in a short form: the same for the same; empty where nothing is said. */
    public String circumstances(String path) {
        StringBuilder text = new StringBuilder();
        for (String attribute : SPOKEN) {
            String value = value(path, attribute);
            if (value != null) {
                text.append(attribute).append('=').append(value).append(' ');
            }
        }
        return text.toString();
    }

    /** Whether nothing is said about any file. */
    public boolean isEmpty() {
        return byDirectory.isEmpty();
    }

    private @Nullable Boolean flag(String path, String attribute) {
        String value = value(path, attribute);
        return value == null ? null : !value.equals("false");
    }

    private @Nullable String value(String path, String attribute) {
        if (byDirectory.isEmpty()) {
            return null;
        }
        for (int slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
            String directory = slash < 0 ? "" : path.substring(0, slash);
            List<Line> lines = byDirectory.getOrDefault(directory, List.of());
            String below = path.substring(slash + 1);
            for (int i = lines.size() - 1; i >= 0; i--) {
                String value = lines.get(i).values.get(attribute);
                if (value != null && lines.get(i).glob.matches(below)) {
                    return value.isEmpty() ? null : value;
                }
            }
            if (slash < 0) {
                return null;
            }
        }
    }

    private static @Nullable Line line(String text) {
        if (text.startsWith("#") || text.startsWith("[attr]")) {
            return null;
        }
        int end = text.startsWith("\"") ? text.indexOf('"', 1) + 1 : 0;
        while (end < text.length() && " \t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String pattern = text.substring(0, end);
        if (pattern.length() > 1 && pattern.startsWith("\"")) {
            pattern = pattern.substring(1, pattern.length() - 1);
        }
        if (pattern.isEmpty() || pattern.endsWith("/")) {
            return null; // such a pattern is for a directory itself, and git gives its files nothing by it
        }
        Map<String, String> values = new HashMap<>();
        for (String word : text.substring(end).strip().split("[ \t]+", -1)) {
            int name = word.indexOf(PREFIX);
            if (name == 0 || (name == 1 && "-!".indexOf(word.charAt(0)) >= 0)) {
                int equals = word.indexOf('=');
                String attribute = word.substring(name + PREFIX.length(), equals < 0 ? word.length() : equals);
                String value = equals < 0 ? "true" : word.substring(equals + 1);
                values.put(attribute, word.charAt(0) == '-' ? "false" : word.charAt(0) == '!' ? "" : value);
            }
        }
        return values.isEmpty() ? null : new Line(new Glob(pattern), values);
    }

    /** A line: its values by attribute, an empty value taking back what was said before. */
    private record Line(Glob glob, Map<String, String> values) {}
}
