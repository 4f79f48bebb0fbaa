package org.memcensus.scan;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;

/**
 * Which configuration counts. What the command line says goes before it.
 *
 * @param project whether {@code .memcensus.yml} at the scanned root counts, from the scanned revision
 * @param file a file that stands in for the project's own; null for none
 * @param user the user's own file, which counts where the project's says nothing; null for none
 */
public record ConfigChoice(
        boolean project, @Nullable String file, @Nullable String user) {
    /** The project's own, and nothing of the user. */
    public static final ConfigChoice PROJECT = new ConfigChoice(true, null, null);

    /** None at all. */
    public static final ConfigChoice NONE = new ConfigChoice(false, null, null);

    /**
     * The policy that the user's files name, whatever a project says; null where they name none.
     *
     * @throws UsageException if one of them is wrong, or cannot be read
     */
    public @Nullable String policy() throws UsageException {
        return Configurations.find(this, null).policy();
    }
}
