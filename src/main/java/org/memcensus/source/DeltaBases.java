package org.memcensus.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole objects that deltas build on; the ones not used for longest go first. For one thread. */
final class DeltaBases {
    /** Neighbours in a pack share their bases, so little is enough; each worker thread has its own. */
    private static final long MOST_BYTES = 8L << 20;

    private final LinkedHashMap<Long, Base> bases = new LinkedHashMap<>(256, 0.75f, true);
    private long held;

    /** An object in full, with git's number for its type. */
    @SuppressWarnings("ArrayRecordComponent") // a cache entry, never compared
    record Base(int type, byte[] bytes) {}

    @Nullable
    Base get(long key) {
        return bases.get(key);
    }

    void put(long key, Base base) {
        if (base.bytes().length > MOST_BYTES / 2 || bases.put(key, base) != null) {
            return;
        }
        held += base.bytes().length;
        var eldest = bases.entrySet().iterator();
        while (held > MOST_BYTES) {
            Map.Entry<Long, Base> gone = eldest.next();
            held -= gone.getValue().bytes().length;
            eldest.remove();
        }
    }
}
