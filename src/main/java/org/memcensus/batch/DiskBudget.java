package org.memcensus.batch;

/**
 * Room on the disk that clones share. A clone takes all it may need before it begins and gives back the rest when its size
 * is known: so none has to stop half-way and wait, and there is always room for at least one.
 */
final class DiskBudget {
    private final long size;
    private long used;
    private boolean stopped;

    DiskBudget(long size) {
        this.size = size;
    }

    /** Waits for room; false if the batch was stopped meanwhile. */
    synchronized boolean take(long bytes) throws InterruptedException {
        while (!stopped && used > 0 && used + bytes > size) {
            wait();
        }
        used += stopped ? 0 : bytes;
        return !stopped;
    }

    synchronized void giveBack(long bytes) {
        used -= bytes;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
