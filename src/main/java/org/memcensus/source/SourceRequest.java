package org.memcensus.source;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Extra;

/**
 * What to open.
 *
 * @param target working tree, folder, linked worktree, bare repository, plain folder, git bundle or URL
 * @param revision any revision that git knows; null for the working tree, or for HEAD where there is none
 * @param extras what else to read; only a working tree has untracked files
 */
public record SourceRequest(String target, @Nullable String revision, Set<Extra> extras) {
    /** Copies its set. */
    public SourceRequest {
        extras = Set.copyOf(extras);
    }

    /** Whether something is to be read that lies beyond the repository. */
    boolean wants(Extra extra) {
        return extras.contains(extra);
    }
}
