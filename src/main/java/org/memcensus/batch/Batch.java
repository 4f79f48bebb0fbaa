package org.memcensus.batch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.SourceException;
import org.memcensus.source.CloneException;
import org.memcensus.source.RepositoryAddress;
import org.memcensus.store.Entry;
import org.memcensus.store.Outcome;
import org.memcensus.store.RepositoryRows;
import org.memcensus.store.Status;
import org.memcensus.store.Store;
import org.memcensus.store.StoreException;

/**
 * Works through the pending repositories of a store in three stages with short queues between them, so that the network, the
 * processors and the disk are all at work: some threads clone, some scan, and the caller's stores. A queue that is full
 * makes the stage before it wait, however long the list is.
 */
public final class Batch {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 100;

    /** A clone that is told to stop does so in far less. */
    private static final long LAST_WAIT_MILLIS = 5000;

    private final BatchOptions options;
    private final Store store;
    private final Map<String, String> addresses;
    private final BatchListener listener;
    private final Clock clock;

    private final Schedule schedule;
    private final DiskBudget disk;
    private final Cloning cloning;
    private final RepositoryScanner scanner;
    private final BlockingQueue<LocalRepository> cloned;
    private final BlockingQueue<Outcome> results;
    private final List<Thread> clones = new CopyOnWriteArrayList<>();
    private final AtomicInteger cloners;
    private final AtomicInteger scanners;
    private final Semaphore large = new Semaphore(1);
    private volatile boolean stopped;
    private volatile @Nullable Throwable broken;
    private long position;

    /**
     * A batch that has not run yet.
     *
     * @param store holds the list; this batch holds the store
     * @param addresses what to connect to, by address, where that is more than the address
     */
    public Batch(
            BatchOptions options, Store store, Map<String, String> addresses, BatchListener listener, Clock clock) {
        this.options = options;
        this.store = store;
        this.addresses = Map.copyOf(addresses);
        this.listener = listener;
        this.clock = clock;
        this.schedule = new Schedule(options.perHost(), this::supply);
        this.disk = new DiskBudget(options.maxDisk());
        this.cloning = new Cloning(options, disk, () -> stopped);
        this.scanner = new RepositoryScanner(options.scan());
        this.cloned = new ArrayBlockingQueue<>(options.jobs() + 1);
        this.results = new ArrayBlockingQueue<>(options.jobs() + options.cloneJobs());
        this.cloners = new AtomicInteger(options.cloneJobs());
        this.scanners = new AtomicInteger(options.jobs());
    }

    /**
     * Works until nothing is pending, or {@link #stop} is called.
     *
     * @throws StoreException if the store cannot be read or written: what it has is whole, and another run goes on from there
     */
    public Summary run() throws StoreException {
        Map<Status, Long> before = store.counts();
        long todo = before.getOrDefault(Status.PENDING, 0L);
        listener.begins(
                todo, before.values().stream().mapToLong(Long::longValue).sum() - todo);
        List<Thread> threads = new ArrayList<>();
        try {
            cloning.tidy();
            for (int i = 0; i < options.cloneJobs(); i++) {
                clones.add(start("clone " + i, this::cloneAll));
            }
            for (int i = 0; i < options.jobs(); i++) {
                threads.add(start("scan " + i, this::scanAll));
            }
            storeAll();
        } catch (IOException e) {
            throw new StoreException(options.clones() + ": no folder for clones: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
            clones.forEach(Thread::interrupt);
            threads.forEach(Thread::interrupt);
        }
        rethrow();
        Map<Status, Long> counts = store.counts();
        return new Summary(
                counts.getOrDefault(Status.DONE, 0L),
                counts.getOrDefault(Status.INCOMPLETE, 0L),
                counts.getOrDefault(Status.FAILED, 0L),
                counts.getOrDefault(Status.PENDING, 0L) + counts.getOrDefault(Status.RUNNING, 0L));
    }

    /** Ends the batch soon; what is being worked on is given up, and stays pending. */
    public void stop() {
        stopped = true;
        schedule.stop();
        disk.stop();
    }

    /**
     * Removes the clones of a batch that was stopped, once nobody writes to them any more. Nothing can be stored any more when
     * this is called.
     */
    public void clean() {
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WAIT_MILLIS);
            for (Thread thread : clones) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
            cloning.tidy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The next batch removes them.
        }
    }

    private void rethrow() throws StoreException {
        Throwable failure = broken;
        if (failure instanceof StoreException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("a thread of the batch failed: " + failure, failure);
        }
    }

    private Thread start(String name, Stage stage) {
        Thread thread = new Thread(
                () -> {
                    try {
                        stage.run();
                    } catch (InterruptedException e) {
                        // The batch is at its end.
                    } catch (StoreException | RuntimeException | Error e) {
                        if (broken == null) {
                            broken = e;
                        }
                        stop();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What a thread does until it has nothing more to do. */
    private interface Stage {
        void run() throws StoreException, InterruptedException;
    }

    private List<Task> supply(int most) {
        List<Task> tasks = new ArrayList<>();
        try {
            for (Entry entry : store.pending(position, most)) {
                position = entry.position();
                RepositoryAddress shown = RepositoryAddress.of(entry.url(), options.clones());
                String full = addresses.getOrDefault(entry.url(), shown.full());
                tasks.add(new Task(
                        new RepositoryAddress(full, entry.url(), shown.identity(), shown.host(), shown.name()), 1));
            }
        } catch (StoreException e) {
            broken = e;
            stopped = true;
        }
        return tasks;
    }

    private void cloneAll() throws StoreException, InterruptedException {
        try {
            for (Task task = schedule.take(); task != null; task = schedule.take()) {
                String startedAt = now();
                store.running(task.url(), startedAt);
                cloneOne(task, startedAt);
            }
        } finally {
            cloners.decrementAndGet();
        }
    }

    private void cloneOne(Task task, String startedAt) throws InterruptedException {
        LocalRepository repository;
        try {
            repository = cloning.bring(task, startedAt);
        } catch (CloneException e) {
            retryOrFail(task, startedAt, String.valueOf(e.getMessage()), e.temporary());
            return;
        } catch (IOException e) {
            retryOrFail(task, startedAt, task.url() + ": " + options.clones() + ": " + e.getMessage(), true);
            return;
        }
        schedule.cloned(task);
        cloned.put(repository);
    }

    private void retryOrFail(Task task, String startedAt, String reason, boolean temporary)
            throws InterruptedException {
        if (stopped) {
            schedule.cloned(task);
        } else if (temporary && task.attempt() <= options.retries()) {
            Duration pause = pause(task.attempt());
            listener.retries(reason, pause.toSeconds());
            schedule.retry(task, pause);
        } else {
            results.put(new Outcome(task.url(), null, reason, task.attempt(), 0, startedAt, now()));
            schedule.cloned(task);
        }
    }

    private Duration pause(int attempt) {
        Duration pause = options.pause().multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void scanAll() throws InterruptedException {
        try {
            while (!stopped) {
                LocalRepository repository = cloned.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (repository != null) {
                    scanOne(repository);
                } else if (cloners.get() == 0 && cloned.isEmpty()) {
                    return;
                }
            }
        } finally {
            scanners.decrementAndGet();
        }
    }

    private void scanOne(LocalRepository repository) throws InterruptedException {
        String url = repository.task().url();
        RepositoryRows rows = null;
        String error;
        try {
            rows = scan(url, repository);
            error = rows.error();
        } catch (SourceException e) {
            error = String.valueOf(e.getMessage());
        } catch (OutOfMemoryError | StackOverflowError e) {
            error = url + ": too large for the memory: give it more with MEMCENSUS_JAVA_OPTS=-Xmx4g, or --jobs 1";
        } catch (RuntimeException e) {
            // This is a conscious exception: a mistake of ours in one repository must not end a study of a hundred
            // thousand.
            error = url + ": memcensus has a bug, please report it: " + e;
        }
        if (!stopped) {
            results.put(new Outcome(
                    url, rows, error, repository.task().attempt(), repository.bytes(), repository.startedAt(), now()));
        }
        cloning.release(repository);
    }

    /** Large ones are scanned one at a time, with all threads: two at once would need twice the memory. */
    private RepositoryRows scan(String url, LocalRepository repository) throws SourceException, InterruptedException {
        if (!RepositoryScanner.large(repository.folder())) {
            return scanner.scan(url, repository.folder(), 1);
        }
        large.acquire();
        try {
            return scanner.scan(url, repository.folder(), options.jobs());
        } finally {
            large.release();
        }
    }

    private void storeAll() throws StoreException, InterruptedException {
        while (!stopped) {
            Outcome outcome = results.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (outcome != null) {
                store.finished(outcome);
                listener.finished(outcome);
            } else if (scanners.get() == 0 && cloners.get() == 0 && results.isEmpty()) {
                return;
            }
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
