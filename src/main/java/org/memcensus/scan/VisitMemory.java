package org.memcensus.scan;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.Attributes;
import org.memcensus.model.SourceFile;

/**
 * What earlier visits came to, by path and blob id: the same content at the same place is not read twice. Safe for use by
 * several threads once {@link #begin} has returned.
 */
interface VisitMemory {
    /** Remembers nothing. */
    VisitMemory NONE = new VisitMemory() {
        @Override
        public void begin(Attributes attributes, Function<String, @Nullable String> delivered) {}

        @Override
        public @Nullable Outcome find(SourceFile file) {
            return null;
        }

        @Override
        public boolean wantsIds() {
            return false;
        }

        @Override
        public void keep(SourceFile file, @Nullable String blob, Outcome outcome) {}
    };

    /**
     * The visits of a tree begin.
     *
     * @param attributes speak of its files
     * @param delivered why the build's word makes a file ship, by its path; null for all others
     */
    void begin(Attributes attributes, Function<String, @Nullable String> delivered);

    /** What a visit of this file came to; null where it must be visited. */
    @Nullable
    Outcome find(SourceFile file);

    /** Whether the blob id of a file is worth computing where the source does not know it. */
    boolean wantsIds();

    /**
     * Remembers a visit.
     *
     * @param file the file
     * @param blob its blob id; null where it is not known
     * @param outcome what the visit came to
     */
    void keep(SourceFile file, @Nullable String blob, Outcome outcome);
}
