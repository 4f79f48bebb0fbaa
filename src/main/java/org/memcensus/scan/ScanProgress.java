package org.memcensus.scan;

import java.util.List;
import org.memcensus.model.SourceFile;

/** Hears how far a scan is. Called from several threads. */
public interface ScanProgress {
    /** Hears nothing. */
    ScanProgress NONE = new ScanProgress() {
        @Override
        public void stage(String what) {}

        @Override
        public void files(long done, long all) {}
    };

    /**
     * A stage begins.
     *
     * @param what what is being done: "cloning https://...", "reading", "grouping"
     */
    void stage(String what);

    /**
     * The source is open.
     *
     * @param entries every entry of its tree
     */
    default void opened(List<SourceFile> entries) {}

    /**
     * Files have been read.
     *
     * @param done files read so far
     * @param all files to read
     */
    void files(long done, long all);
}
