package org.memcensus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memcensus.report.Plain;
import org.memcensus.scan.ScanProgress;

/**
 * One line on a terminal that says how far a scan is, rewritten at most five times a second and erased at the end. Work
 * of less than a second shows nothing. Elsewhere silent, or with {@code -v} one line a stage.
 */
final class ProgressLine implements ScanProgress, AutoCloseable {
    private static final long PATIENCE_MILLIS = 1000;
    private static final long INTERVAL_MILLIS = 200;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final int columns;
    private final boolean stages;
    private final @Nullable Thread painter;
    private volatile boolean closed;
    private volatile String stage = "";
    private volatile long done;
    private volatile long all;

    private ProgressLine(PrintWriter err, int columns, boolean line, boolean stages) {
        this.err = err;
        this.columns = columns;
        this.stages = stages;
        this.painter = line ? new Thread(this::paint, "progress") : null;
        if (painter != null) {
            painter.setDaemon(true);
            painter.start();
        }
    }

    /** A line on this terminal; close it to erase it. */
    static ProgressLine of(Surroundings surroundings, GeneralOptions general) {
        Terminal terminal = surroundings.terminal();
        boolean line = terminal.err() && !general.quiet && !general.verbose;
        return new ProgressLine(surroundings.err(), terminal.columns(), line, general.verbose);
    }

    @Override
    public void stage(String what) {
        stage = what;
        done = 0;
        all = 0;
        if (stages) {
            err.println("memcensus: " + Plain.of(what));
        }
    }

    @Override
    public void files(long doneNow, long allNow) {
        done = doneNow;
        all = allNow;
    }

    /** Erases the line. */
    @Override
    public void close() {
        closed = true;
        if (painter != null) {
            painter.interrupt();
            boolean interrupted = false;
            while (painter.isAlive()) {
                try {
                    painter.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the line says now, no wider than the terminal. */
    String text() {
        StringBuilder text = new StringBuilder(Plain.of(stage));
        long whole = all;
        if (whole > 0) {
            long part = Math.min(done, whole);
            text.append(String.format(Locale.ROOT, " %,d of %,d files (%d %%)", part, whole, part * 100 / whole));
        }
        return text.length() < columns ? text.toString() : text.substring(0, columns - 1);
    }

    /** The user's Ctrl-C leaves a clean line for the shell's prompt. */
    private void eraseWhenStopped() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::eraseForGood));
        } catch (IllegalStateException e) {
            closed = true; // the program ends already
        }
    }

    private void eraseForGood() {
        if (!closed) {
            closed = true;
            synchronized (err) {
                err.print(ERASE);
                err.flush();
            }
        }
    }

    private void paint() {
        boolean shown = false;
        try {
            Thread.sleep(PATIENCE_MILLIS);
            eraseWhenStopped();
            while (!closed) {
                synchronized (err) {
                    if (closed) {
                        break;
                    }
                    err.print(ERASE + text());
                    err.flush();
                }
                shown = true;
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            // close() wakes the thread: it ends below
        }
        if (shown) {
            err.print(ERASE);
            err.flush();
        }
    }
}
