package org.memcensus.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceFile;

/** The files of a repository at one time: a working tree, a commit or a folder. Safe for use by several threads. */
public interface Snapshot extends AutoCloseable {
    /** What was opened. */
    RepositoryInfo repository();

    /** Every entry, each path once, sorted by path as {@link String} compares. */
    List<SourceFile> files();

    /**
     * The entries of kind {@code FILE} in the order in which they are read fastest. Readers are fastest on long
     * stretches of it (some hundred files): neighbours share directories, and deltas in a pack.
     */
    List<SourceFile> readingOrder();

    /** Folders of the submodules whose files are among the entries; they stand there no more. */
    default Set<String> submodules() {
        return Set.of();
    }

    /** What the listing left out or could not do, sorted by path; path "" speaks of the whole tree. */
    List<Problem> notes();

    /** A reader for one thread. Close it before the snapshot. */
    ContentReader newReader();

    /** The commits that led to what was opened, to be closed before the snapshot; null where there is no commit. */
    @Nullable
    CommitLog newLog();

    /** Gives back what was opened, and removes a temporary clone. */
    @Override
    void close();
}
