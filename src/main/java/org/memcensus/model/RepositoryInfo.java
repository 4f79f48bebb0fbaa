package org.memcensus.model;

import org.jspecify.annotations.Nullable;

/**
 * What was scanned. Holds no absolute path, so that two machines report the same bytes.
 *
 * @param name short name: the last part of the URL or of the folder
 * @param url address of the remote, without credentials; null if there is none
 * @param revision what the user asked for with {@code --rev}; null if nothing
 * @param commit full commit id that was read, or that a working tree stands on; null without a commit
 * @param source where the bytes came from
 * @param folder the scanned part of the repository, "" for the whole
 */
public record RepositoryInfo(
        String name,
        @Nullable String url,
        @Nullable String revision,
        @Nullable String commit,
        SourceKind source,
        String folder) {}
