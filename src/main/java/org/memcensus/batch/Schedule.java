package org.memcensus.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Says which repository is cloned next: in the order of the list, but never more than a few of one host at a time, and one
 * that failed for now only after a pause. Holds a window of the list, however long that is.
 */
final class Schedule {
    /** Within so many, others come first while a host is busy. */
    private static final int WINDOW = 1000;

    private static final int STEP = 100;

    private final int perHost;
    private final Supply supply;
    private final List<Task> window = new ArrayList<>();
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>();
    private final Map<String, Integer> busy = new HashMap<>();
    private int taken;
    private boolean exhausted;
    private boolean stopped;

    Schedule(int perHost, Supply supply) {
        this.perHost = perHost;
        this.supply = supply;
    }

    /** Gives the next tasks of the list. */
    interface Supply {
        /** At most so many; fewer only at the end. */
        List<Task> next(int most);
    }

    private record Delayed(Task task, long due) implements Comparable<Delayed> {
        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due - other.due, 0);
        }
    }

    /** Waits for a task; null when there is none left, and none that may come back. */
    synchronized @Nullable Task take() throws InterruptedException {
        while (!stopped) {
            Task task = due();
            task = task == null ? next() : task;
            if (task != null) {
                taken++;
                if (!task.address().local()) {
                    busy.merge(task.address().host(), 1, Integer::sum);
                }
                return task;
            }
            if (taken == 0 && delayed.isEmpty() && window.isEmpty() && exhausted) {
                break;
            }
            Delayed first = delayed.peek();
            // A host that is free again, a retry that is due or the end wakes us.
            if (first == null || first.due() - System.nanoTime() <= 0) {
                wait();
            } else {
                wait(Math.max(1, (first.due() - System.nanoTime()) / 1_000_000));
            }
        }
        notifyAll();
        return null;
    }

    /** The task needs its host no more, and does not come back. */
    synchronized void cloned(Task task) {
        release(task);
        notifyAll();
    }

    /** The task is to be tried again after a pause. */
    synchronized void retry(Task task, Duration pause) {
        release(task);
        delayed.add(new Delayed(task.again(), System.nanoTime() + pause.toNanos()));
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private void release(Task task) {
        taken--;
        if (!task.address().local()) {
            busy.merge(task.address().host(), -1, Integer::sum);
        }
    }

    private boolean free(Task task) {
        return task.address().local() || busy.getOrDefault(task.address().host(), 0) < perHost;
    }

    private @Nullable Task due() {
        Delayed first = delayed.peek();
        if (first == null || first.due() - System.nanoTime() > 0 || !free(first.task())) {
            return null;
        }
        delayed.remove();
        return first.task();
    }

    private @Nullable Task next() {
        while (true) {
            for (Iterator<Task> tasks = window.iterator(); tasks.hasNext(); ) {
                Task task = tasks.next();
                if (free(task)) {
                    tasks.remove();
                    return task;
                }
            }
            if (exhausted || window.size() >= WINDOW) {
                return null;
            }
            List<Task> more = supply.next(STEP);
            exhausted = more.size() < STEP;
            window.addAll(more);
        }
    }
}
