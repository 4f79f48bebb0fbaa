package org.memcensus.model;

import java.util.List;
import java.util.Map;

/**
 * A commit as the log of a repository has it.
 *
 * @param time when it was committed, in seconds since 1970
 * @param message the beginning of its message
 * @param changed files that it changed or added, as paths from the scanned root; empty for a merge
 * @param moved where files and folders went that it moved: new path by old path; paths of folders end in a slash
 */
public record PastCommit(long time, String message, List<String> changed, Map<String, String> moved) {
    /** Copies its collections. */
    public PastCommit {
        changed = List.copyOf(changed);
        moved = Map.copyOf(moved);
    }
}
