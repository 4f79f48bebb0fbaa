package org.memcensus.classify;

import java.util.List;
import java.util.function.Predicate;
import org.memcensus.model.Glob;

/**
 * Globs of a configuration over paths from the scanned root, by the rules of {@code .gitattributes}; one that ends in a
 * slash means everything below that folder.
 */
public final class PathGlobs implements Predicate<String> {
    private final List<Glob> globs;

    /** Any of these globs. */
    public PathGlobs(List<String> globs) {
        this.globs = globs.stream()
                .map(glob -> new Glob(glob.endsWith("/") ? "/" + glob + "**" : glob))
                .toList();
    }

    @Override
    public boolean test(String path) {
        for (Glob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
