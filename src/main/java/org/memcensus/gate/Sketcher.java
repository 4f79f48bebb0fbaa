package org.memcensus.gate;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.LineSketch;
import org.memcensus.model.TreeState.UnsafeFile;

/** Reads the lines of a file of a state: only files that changed are asked for. */
@FunctionalInterface
public interface Sketcher {
    /** Knows what the state itself holds: enough for a baseline. */
    Sketcher OF_STATE = UnsafeFile::sketch;

    /** The sketch of a file; null where it cannot be read. */
    @Nullable
    LineSketch sketch(UnsafeFile file);
}
