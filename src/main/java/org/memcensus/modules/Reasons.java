package org.memcensus.modules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.CountedFile;

/** What is to be said of single files, beside the reason of their whole module. */
final class Reasons {
    private final Map<String, String> byPath = new HashMap<>();

    /** Says more of a file. */
    void add(String path, String reason) {
        if (!reason.isEmpty()) {
            byPath.merge(path, reason, (one, more) -> one + "; " + more);
        }
    }

    /** What is said of some files, by path. */
    Map<String, String> of(List<CountedFile> files) {
        if (byPath.isEmpty()) {
            return Map.of();
        }
        Map<String, String> reasons = new HashMap<>();
        for (CountedFile file : files) {
            String reason = byPath.get(file.path());
            if (reason != null) {
                reasons.put(file.path(), reason);
            }
        }
        return reasons;
    }
}
