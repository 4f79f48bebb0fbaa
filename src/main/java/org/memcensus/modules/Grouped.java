package org.memcensus.modules;

import java.util.List;
import org.memcensus.model.BuildTarget;

/**
 * A tree in modules.
 *
 * @param modules the modules, sorted by id
 * @param targets every target that its builds declare, sorted by id
 */
public record Grouped(List<Grouping> modules, List<BuildTarget> targets) {
    /** Copies its lists. */
    public Grouped {
        modules = List.copyOf(modules);
        targets = List.copyOf(targets);
    }
}
