package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes one declaration of targets that are built from the same files: the static and the shared library. */
final class Twins {
    /** Targets of one directory beyond these are compared with none: the work grows with their square. */
    private static final int MAX_COMPARED = 200;

    private Twins() {}

    /** The same declarations, twins and those of one name merged. */
    static List<Declaration> merge(List<Declaration> targets) {
        Map<String, List<Declaration>> byDirectory = new TreeMap<>();
        targets.forEach(target -> byDirectory
                .computeIfAbsent(target.system() + " " + target.directory(), any -> new ArrayList<>())
                .add(target));
        List<Declaration> merged = new ArrayList<>();
        for (List<Declaration> group : byDirectory.values()) {
            group.sort(Comparator.comparing(Declaration::name).thenComparing(Declaration::path));
            List<Declaration> kept = new ArrayList<>();
            for (Declaration target : group) {
                int twin = -1;
                for (int i = 0; i < Math.min(kept.size(), MAX_COMPARED) && twin < 0; i++) {
                    twin = twins(kept.get(i), target) ? i : -1;
                }
                if (twin < 0) {
                    kept.add(target);
                } else {
                    kept.set(twin, both(kept.get(twin), target));
                }
            }
            Map<String, Declaration> byName = new TreeMap<>();
            kept.forEach(target -> byName.merge(target.name(), target, Twins::both));
            merged.addAll(byName.values());
        }
        return merged;
    }

    /** More than half of the files of the larger one are the other's too. */
    private static boolean twins(Declaration one, Declaration other) {
        Set<String> shared = new HashSet<>(one.files());
        shared.retainAll(new HashSet<>(other.files()));
        return shared.size() * 2 > Math.max(one.files().size(), other.files().size());
    }

    private static Declaration both(Declaration one, Declaration other) {
        Set<String> files = new LinkedHashSet<>(one.files());
        files.addAll(other.files());
        boolean library = one.kind().compareTo(other.kind()) <= 0;
        Declaration lead = library ? one : other;
        String name = commonName(one.name(), other.name());
        return new Declaration(
                lead.system(),
                name.isEmpty() ? lead.name() : name,
                lead.kind(),
                lead.directory(),
                new ArrayList<>(files),
                false,
                lead.path(),
                lead.line());
    }

    /** The words that both names begin with: libcurl of libcurl_shared and libcurl_static. */
    private static String commonName(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        if (length < Math.min(one.length(), other.length())) {
            while (length > 0 && !StemTokens.separates(one.charAt(length - 1))) {
                length--;
            }
        }
        while (length > 0 && StemTokens.separates(one.charAt(length - 1))) {
            length--;
        }
        return one.substring(0, length);
    }
}
