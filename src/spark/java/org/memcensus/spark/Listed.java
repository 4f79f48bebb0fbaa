package org.memcensus.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A repository on its way to the executor that scans it.
 *
 * @param position its place in the list, from 1
 * @param url its address, without credentials
 * @param full what to connect to; may hold credentials
 * @param name what the list calls it
 * @param criticality how critical the list says it is; null where it does not
 */
record Listed(
        long position,
        String url,
        String full,
        String name,
        @Nullable Double criticality) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Without credentials: Spark may log it. */
    @Override
    public String toString() {
        return url;
    }
}
