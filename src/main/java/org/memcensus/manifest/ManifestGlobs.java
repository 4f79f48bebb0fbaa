package org.memcensus.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memcensus.model.ManifestRule;

/** Which rules ask for which files: by whole name, by path, or by the beginning and end of either. */
final class ManifestGlobs {
    private final Map<String, List<ManifestRule>> exact = new HashMap<>();
    private final List<Glob> globs = new ArrayList<>();

    private record Glob(String before, String behind, boolean path, ManifestRule rule) {
        boolean matches(String lower, String name) {
            String text = path ? lower : name;
            return text.length() >= before.length() + behind.length()
                    && text.startsWith(before)
                    && text.endsWith(behind)
                    && text.indexOf('/', before.length()) < 0;
        }
    }

    ManifestGlobs(List<ManifestRule> rules) {
        for (ManifestRule rule : rules) {
            for (String file : rule.files()) {
                int first = file.indexOf('*');
                int last = file.lastIndexOf('*');
                if (first < 0) {
                    exact.computeIfAbsent(file, key -> new ArrayList<>()).add(rule);
                } else if (first == last) {
                    globs.add(new Glob(file.substring(0, first), file.substring(first + 1), file.contains("/"), rule));
                } else {
                    throw new IllegalArgumentException(file + ": one * is enough");
                }
            }
        }
    }

    /** The rules that ask for a file. A name without a slash means well-known files of any folder. */
    List<ManifestRule> of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        List<ManifestRule> asked = new ArrayList<>(exact.getOrDefault(lower, List.of()));
        if (name.length() < lower.length()) {
            for (ManifestRule rule : exact.getOrDefault(name, List.of())) {
                // What speaks for a whole repository stands at its root, or where its full path says.
                if (!rule.finds().startsWith("o3.") && !rule.finds().startsWith("o4.")) {
                    asked.add(rule);
                }
            }
        }
        for (Glob glob : globs) {
            boolean root = name.length() == lower.length();
            boolean whole = glob.rule().finds().startsWith("o4.") && !glob.path();
            if (glob.matches(lower, name) && (root || !whole)) {
                asked.add(glob.rule());
            }
        }
        return asked.stream().distinct().toList();
    }
}
