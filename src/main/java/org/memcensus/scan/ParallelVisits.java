package org.memcensus.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.memcensus.model.SourceFile;

/**
 * Visits many files with several threads; the order of the results does not depend on the threads.
 *
 * @param <T> what a visit comes to
 */
final class ParallelVisits<T> {
    /** Readers are fastest on stretches of neighbours; shorter ones share the work more evenly at the end. */
    private static final int STRETCH = 256;

    private static final int LEAST_STRETCHES_PER_JOB = 8;

    private final int jobs;
    private final Supplier<Worker<T>> workers;
    private final ScanProgress progress;

    /**
     * One thread's visitor, with what it must give back.
     *
     * @param <T> what a visit comes to
     */
    interface Worker<T> extends AutoCloseable {
        T visit(SourceFile file);

        @Override
        void close();
    }

    ParallelVisits(int jobs, Supplier<Worker<T>> workers, ScanProgress progress) {
        this.jobs = jobs;
        this.workers = workers;
        this.progress = progress;
    }

    /** What came of each file, in the order of {@code files}. */
    List<T> visit(List<SourceFile> files) {
        AtomicReferenceArray<T> outcomes = new AtomicReferenceArray<>(files.size());
        int stretch = Math.max(1, Math.min(STRETCH, files.size() / (jobs * LEAST_STRETCHES_PER_JOB)));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable work = () -> {
            try (Worker<T> worker = workers.get()) {
                for (int start = next.getAndAdd(stretch); start < outcomes.length(); start = next.getAndAdd(stretch)) {
                    int end = Math.min(start + stretch, outcomes.length());
                    for (int i = start; i < end; i++) {
                        outcomes.set(i, worker.visit(files.get(i)));
                    }
                    progress.files(done.addAndGet(end - start), outcomes.length());
                }
            }
        };
        int threads = Math.min(jobs, (files.size() + stretch - 1) / stretch);
        if (threads <= 1) {
            work.run();
        } else {
            run(work, threads);
        }
        List<T> all = new ArrayList<>(outcomes.length());
        for (int i = 0; i < outcomes.length(); i++) {
            all.add(outcomes.get(i));
        }
        return all;
    }

    private static void run(Runnable work, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
