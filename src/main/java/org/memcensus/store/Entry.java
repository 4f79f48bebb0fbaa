package org.memcensus.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A repository of a list, as the store keeps it.
 *
 * @param position its place in the list, from 1
 * @param url its address, without credentials
 * @param name what the list or the address calls it
 * @param criticality how critical its list says it is, 0 to 1; null where it does not
 * @param columns what else its list says
 */
public record Entry(
        long position, String url, String name, @Nullable Double criticality, Map<String, String> columns) {
    /** Copies its map. */
    public Entry {
        columns = Map.copyOf(columns);
    }
}
