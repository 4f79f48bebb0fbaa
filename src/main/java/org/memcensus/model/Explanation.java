package org.memcensus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file or a module has what it has: the answer of {@code explain}. A module has no classification and no status.
 *
 * @param path path from the scanned root; for a module its id
 * @param status why it was not counted ("binary", "symlink", ...); empty for a counted file
 * @param unread whether it should have been read and could not be
 * @param classification its language and class with the reason; null where it was not counted
 * @param role its role with the reason; null where it was not counted
 * @param counts its lines
 * @param module its module, or the module itself, with score and evidence; null where it was not counted
 * @param grouping why it belongs to that module or is one, one line; empty where it was not counted
 * @param evidence the module's evidence whose place is this file
 */
public record Explanation(
        String path,
        String status,
        boolean unread,
        @Nullable Classification classification,
        @Nullable RoleDecision role,
        LineCounts counts,
        @Nullable ModuleCensus module,
        String grouping,
        List<Evidence> evidence) {
    /** Copies its list. */
    public Explanation {
        evidence = List.copyOf(evidence);
    }
}
