package org.memcensus.source;

import java.nio.file.Path;
import org.memcensus.model.SourceException;

/**
 * What is done with a target, by what it turns out to be.
 *
 * @param <T> what it is opened as
 */
interface Opening<T> {
    /** A repository on another machine. */
    T remote(RemoteAddress address) throws SourceException;

    /** A git bundle. */
    T bundle(Path file) throws SourceException;

    /**
     * A folder that belongs to no repository.
     *
     * @param label the folder as the user wrote it
     * @param objects whether the user asked for a repository
     */
    T folder(String label, Path root, boolean objects) throws SourceException;

    /**
     * A repository on this machine, or a folder in one.
     *
     * @param wanted what to call it, and which part of it is meant
     * @param root the folder
     * @param objects whether the user asked for what was committed
     */
    T repository(GitLayout layout, Commits.Wanted wanted, Path root, boolean objects) throws SourceException;
}
