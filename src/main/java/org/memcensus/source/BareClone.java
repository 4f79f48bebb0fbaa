package org.memcensus.source;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.memcensus.model.SourceException;

/** Clones the commit that a remote repository's HEAD points to, bare and without history, for {@link Sources#open}. */
public final class BareClone {
    private BareClone() {}

    /**
     * Clones into a folder that does not exist yet. What was received of a clone that fails stays there, for the caller to
     * remove.
     *
     * @param stopped asked while bytes come in; ends the clone when it says yes
     * @throws CloneException if it cannot be reached, refuses, holds nothing or goes beyond its limits
     */
    public static void make(RepositoryAddress address, Path folder, CloneLimits limits, BooleanSupplier stopped)
            throws CloneException {
        CloneWatch watch = new CloneWatch(limits, stopped);
        Clone clone = new Clone(address.url(), watch, line -> {});
        try {
            String fetched = clone.fetchInto(folder, address.full(), null, Clone.Extent.COMMIT);
            try (CloneRepository repository = new CloneRepository(folder, watch)) {
                ObjectId commit = repository.resolve(fetched + "^{commit}");
                if (commit == null) {
                    throw new CloneException(
                            address.url() + ": HEAD is no commit: check the address", false, new IOException(fetched));
                }
                RefUpdate head = repository.updateRef(Constants.HEAD, true);
                head.setNewObjectId(commit);
                head.forceUpdate();
            }
            // So that a scan of the clone can say where it is from.
            String url = address.url().replace("\\", "\\\\").replace("\"", "\\\"");
            Files.writeString(
                    folder.resolve("config"),
                    "[remote \"origin\"]\n\turl = \"" + url + "\"\n",
                    StandardOpenOption.APPEND);
        } catch (SourceException e) {
            throw new CloneException(String.valueOf(e.getMessage()), false, e);
        } catch (IOException | URISyntaxException | RuntimeException e) {
            throw CloneFailure.ofMany(address.url(), e);
        }
    }
}
