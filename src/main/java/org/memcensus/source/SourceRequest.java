package org.memcensus.source;

import org.jspecify.annotations.Nullable;

/**
 * What to open.
 *
 * @param target working tree, folder, linked worktree, bare repository, plain folder, git bundle or URL
 * @param revision any revision that git knows; null for the working tree, or for HEAD where there is none
 * @param untracked whether to add untracked files that git does not ignore; only a working tree has any
 */
public record SourceRequest(String target, @Nullable String revision, boolean untracked) {}
