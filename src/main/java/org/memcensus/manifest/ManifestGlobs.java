package org.memcensus.manifest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memcensus.model.ManifestRule;

/** Which rules ask for which files: by whole name, by path, or by the beginning and end of either. */
final class ManifestGlobs {
    private final Map<String, List<ManifestRule>> exact = new HashMap<>();
    private final List<Glob> globs = new ArrayList<>();

    /** The characters that what a glob asks for may end with; whether some ask for a beginning only. Most names have neither. */
    private final BitSet ends = new BitSet();

    private final BitSet begins = new BitSet();

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
                } else if (first == last && file.length() > 1) {
                    add(new Glob(file.substring(0, first), file.substring(first + 1), file.contains("/"), rule));
                } else {
                    throw new IllegalArgumentException(file + ": one * is enough, and something beside it");
                }
            }
        }
    }

    private void add(Glob glob) {
        globs.add(glob);
        if (!glob.behind().isEmpty()) {
            ends.set(glob.behind().charAt(glob.behind().length() - 1));
        } else if (!glob.before().isEmpty()) {
            begins.set(glob.before().charAt(0));
        }
    }

    private boolean mayMatch(String lower, String name) {
        return !name.isEmpty()
                && (ends.get(lower.charAt(lower.length() - 1))
                        || begins.get(lower.charAt(0))
                        || begins.get(name.charAt(0)));
    }

    /** The rules that ask for a file. A name without a slash means well-known files of any folder. */
    List<ManifestRule> of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        List<ManifestRule> whole = exact.getOrDefault(lower, List.of());
        List<ManifestRule> inFolder = name.length() < lower.length() ? exact.getOrDefault(name, List.of()) : List.of();
        if (whole.isEmpty() && inFolder.isEmpty() && !mayMatch(lower, name)) {
            return List.of();
        }
        List<ManifestRule> asked = new ArrayList<>(whole);
        for (ManifestRule rule : inFolder) {
            // What speaks for a whole repository stands at its root, or where its full path says.
            if (!rule.finds().startsWith("o3.") && !rule.finds().startsWith("o4.")) {
                asked.add(rule);
            }
        }
        for (Glob glob : globs) {
            boolean root = name.length() == lower.length();
            boolean rootOnly = glob.rule().finds().startsWith("o4.") && !glob.path();
            if (glob.matches(lower, name) && (root || !rootOnly)) {
                asked.add(glob.rule());
            }
        }
        return asked.stream().distinct().toList();
    }
}
