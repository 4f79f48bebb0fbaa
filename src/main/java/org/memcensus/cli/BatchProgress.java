package org.memcensus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.memcensus.batch.BatchListener;
import org.memcensus.report.Plain;
import org.memcensus.store.Outcome;
import org.memcensus.store.Status;

/** Says how far a batch is: on a terminal in one line that is rewritten, elsewhere in a line for each repository. */
final class BatchProgress implements BatchListener, AutoCloseable {
    private static final double MEGA = 1 << 20;

    private final ProgressLine line;
    private final PrintWriter err;
    private final boolean terminal;
    private final boolean lines;
    private final long start = System.nanoTime();
    private long todo;
    private long done;
    private long failed;
    private long bytes;

    private BatchProgress(ProgressLine line, PrintWriter err, boolean terminal, boolean lines) {
        this.line = line;
        this.err = err;
        this.terminal = terminal;
        this.lines = lines;
    }

    static BatchProgress of(Surroundings surroundings, GeneralOptions general) {
        boolean terminal = surroundings.terminal().err() && !general.quiet && !general.verbose;
        return new BatchProgress(
                ProgressLine.of(surroundings, general), surroundings.err(), terminal, !general.quiet && !terminal);
    }

    @Override
    public synchronized void begins(long ahead, long before) {
        todo = ahead;
        if (lines) {
            print(ahead + " to do" + (before == 0 ? "" : ", " + before + " from before"));
        }
    }

    @Override
    public synchronized void finished(Outcome outcome) {
        done++;
        bytes += outcome.bytes();
        failed += outcome.status() == Status.FAILED ? 1 : 0;
        if (terminal) {
            line.stage(text());
        }
        if (lines) {
            String error = outcome.error() == null ? "" : outcome.error();
            String what = error.contains(outcome.url()) ? error : outcome.url() + (error.isEmpty() ? "" : ": " + error);
            print("[" + done + "/" + todo + "] " + outcome.status().label() + " " + what);
        }
    }

    @Override
    public synchronized void retries(String reason, long seconds) {
        if (lines) {
            print("will try again in " + seconds + " s: " + reason);
        }
    }

    private String text() {
        double elapsed = (System.nanoTime() - start) / 1e9;
        long left = Math.round(elapsed / done * (todo - done));
        return String.format(
                Locale.ROOT,
                "%,d of %,d repositories, %,d failed, %,.0f MB cloned, about %s left",
                done,
                todo,
                failed,
                bytes / MEGA,
                duration(left));
    }

    private static String duration(long seconds) {
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    private void print(String text) {
        err.println(Plain.of(text));
        err.flush();
    }

    @Override
    public void close() {
        line.close();
    }
}
