package org.memcensus.scan;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.LineSketch;
import org.memcensus.model.SourceFile;
import org.memcensus.model.TreeState.UnsafeFile;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;

/** Reads the lines of files of a state, while its snapshot is open. */
final class StateLines {
    private final Snapshot snapshot;
    private final Supplier<Map<String, Outcome>> outcomes;
    private final long maxFileSize;

    /**
     * The lines of a state.
     *
     * @param outcomes what the visits came to, by path; asked for when a file is read
     */
    StateLines(Snapshot snapshot, Supplier<Map<String, Outcome>> outcomes, long maxFileSize) {
        this.snapshot = snapshot;
        this.outcomes = outcomes;
        this.maxFileSize = maxFileSize;
    }

    /** The lines of a file; null where it cannot be read any more. */
    @Nullable
    LineSketch sketch(UnsafeFile file, ContentReader reader, LineSketcher sketcher) {
        if (!(outcomes.get().get(file.path()) instanceof Outcome.Counted counted)) {
            return null;
        }
        SourceFile found = SnapshotFiles.find(snapshot.files(), file.path());
        try {
            return found == null
                    ? null
                    : sketcher.sketch(
                            reader.read(found, maxFileSize),
                            counted.classification().language().syntax());
        } catch (IOException e) {
            return null; // what was read once and is gone now is as good as new
        }
    }
}
