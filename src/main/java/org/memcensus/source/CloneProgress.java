package org.memcensus.source;

import java.util.function.Consumer;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Tells how far a clone is, a line for each percent. */
final class CloneProgress extends EmptyProgressMonitor {
    private final String label;
    private final Consumer<String> progress;
    private long total;
    private long done;
    private long told = -1;

    CloneProgress(String label, Consumer<String> progress) {
        this.label = label;
        this.progress = progress;
    }

    @Override
    public void beginTask(String title, int totalWork) {
        total = totalWork;
        done = 0;
        told = -1;
    }

    @Override
    public void update(int completed) {
        done += completed;
        if (total > 0 && 100 * done / total != told) {
            told = 100 * done / total;
            progress.accept("cloning " + label + " " + told + " %");
        }
    }
}
