package org.memcensus.model;

import java.util.List;

/**
 * What a repository as a whole stands on and has going for it: facts that belong to no single module.
 *
 * @param natives native dependencies that its manifests declare, sorted by kind, name and place
 * @param evidence evidence of opportunity with its places; it tells no module from another, so it has no points
 */
public record Foundations(List<NativeDependency> natives, List<Evidence> evidence) {
    /** Nothing found, or nothing looked for. */
    public static final Foundations NONE = new Foundations(List.of(), List.of());

    /** Copies its lists. */
    public Foundations {
        natives = List.copyOf(natives);
        evidence = List.copyOf(evidence);
    }
}
