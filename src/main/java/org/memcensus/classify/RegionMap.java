package org.memcensus.classify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map from texts that is asked with a region of a longer text, so that asking makes no garbage. Immutable.
 *
 * @param <V> what it holds
 */
final class RegionMap<V> {
    private final String[] keys;
    private final Object[] values;
    private final int mask;

    RegionMap(Map<String, V> entries) {
        int capacity = Integer.highestOneBit(Math.max(8, entries.size() * 3)) * 2;
        keys = new String[capacity];
        values = new Object[capacity];
        mask = capacity - 1;
        for (Map.Entry<String, V> entry : entries.entrySet()) {
            String key = entry.getKey();
            int slot = hash(key, 0, false) & mask;
            while (keys[slot] != null) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            values[slot] = entry.getValue();
        }
    }

    /** The value for {@code text} from index {@code from} to its end; null where there is none. */
    @Nullable
    V get(String text, int from) {
        return find(text, from, false);
    }

    /** The same in lower case (ASCII letters only), for a map whose keys are in lower case. */
    @Nullable
    V getLower(String text, int from) {
        return find(text, from, true);
    }

    @SuppressWarnings("unchecked") // only the constructor fills values, with V
    private @Nullable V find(String text, int from, boolean lower) {
        int length = text.length() - from;
        for (int slot = hash(text, from, lower) & mask; keys[slot] != null; slot = (slot + 1) & mask) {
            if (keys[slot].length() == length && text.regionMatches(lower, from, keys[slot], 0, length)) {
                return (V) values[slot];
            }
        }
        return null;
    }

    private static int hash(String text, int from, boolean lower) {
        int hash = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            hash = hash * 31 + (lower && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
        return hash ^ (hash >>> 15);
    }
}
