package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.PastCommit;
import org.memcensus.model.PastCommits;
import org.memcensus.model.PastCommits.End;
import org.memcensus.model.SourceException;

/** The commits that led to a commit, read from commits and trees alone: no file is opened. */
public final class CommitLog implements AutoCloseable {
    /** Commits by machines with a wrong clock may stand among newer ones: so many old ones in a row are the end. */
    private static final int OLD_IN_A_ROW = 200;

    /** What fixes say of themselves they say early. */
    private static final int LONGEST_MESSAGE = 4000;

    /** Neighbours share trees, so a thread takes a stretch of commits. */
    private static final int STRETCH = 256;

    private final Opening opening;
    private final String tip;
    private final String folder;
    private final Path commonDir;
    private final boolean owned;
    private @Nullable Opened opened;

    /** A repository, and its objects. */
    record Opened(Repository repository, GitObjects objects) {}

    /** Opens the repository of a log, which takes longer than to look into a cache of logs. */
    @FunctionalInterface
    interface Opening {
        /** The repository. */
        Opened open() throws SourceException;
    }

    /**
     * The log of a commit.
     *
     * @param opening is asked when the log is read
     * @param commonDir where git keeps what all working trees of the repository share
     * @param folder only changes below it count, and paths begin there; "" for all
     * @param owned whether closing the log closes the repository
     */
    CommitLog(Opening opening, Path commonDir, String tip, String folder, boolean owned) {
        this.opening = opening;
        this.commonDir = commonDir;
        this.tip = tip;
        this.folder = folder.isEmpty() ? "" : folder + "/";
        this.owned = owned;
    }

    /** The commit that the log ends with. */
    public String tip() {
        return tip;
    }

    /** What the log depends on beside its last commit: the folder, and where a shallow clone is cut off. */
    public List<String> circumstances() {
        List<String> all = new ArrayList<>();
        all.add(folder);
        shallow().stream().map(ObjectId::name).sorted().forEach(all::add);
        return all;
    }

    /** A commit, with the trees that are to be compared; none for a merge. */
    private record Step(
            long time,
            String message,
            @Nullable ObjectId tree,
            @Nullable ObjectId before) {}

    /** Reads the log. What is damaged ends it or stays unread; null where the repository cannot be opened. */
    public @Nullable PastCommits read(HistoryBounds bounds, int jobs) {
        try {
            Opened now = opening.open();
            opened = now;
            return read(now.objects(), bounds, jobs);
        } catch (SourceException e) {
            // Its files could be read, and that is what was asked for; its history is an extra.
            return null;
        }
    }

    private PastCommits read(GitObjects objects, HistoryBounds bounds, int jobs) {
        List<Step> steps = new ArrayList<>();
        long[] time = new long[1];
        End end = walk(objects, bounds, steps, time);
        PastCommit[] commits = new PastCommit[steps.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger unread = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.max(1, jobs); i++) {
            Thread thread = new Thread(() -> compare(objects, steps, commits, next, unread), "history-" + i);
            thread.setUncaughtExceptionHandler((which, problem) -> failure.compareAndSet(null, problem));
            thread.start();
            threads.add(thread);
        }
        threads.forEach(CommitLog::join);
        Throwable problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException(problem);
        }
        return new PastCommits(Arrays.asList(commits), bounds, time[0], end, unread.get());
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // JGit meets damaged objects with many an unchecked exception, which are damage here and no bug.
    private End walk(GitObjects objects, HistoryBounds bounds, List<Step> steps, long[] time) {
        List<ObjectId> cuts = shallow();
        boolean shallow = false;
        int old = 0;
        boolean window = false;
        try (CommitWalk walk = new CommitWalk(objects, ObjectId.fromString(tip), cuts, false)) {
            time[0] = walk.time();
            long cutoff = time[0] - bounds.years() * HistoryBounds.YEAR;
            CommitWalk.Met commit;
            while ((commit = walk.next()) != null) {
                if (commit.time() < cutoff) {
                    window = true;
                    if (++old > OLD_IN_A_ROW) {
                        return End.WINDOW;
                    }
                    continue;
                }
                old = 0;
                if (steps.size() == bounds.commits()) {
                    return End.LIMIT;
                }
                shallow |= commit.cut();
                steps.add(step(commit, walk.before(commit)));
            }
        } catch (IOException | RuntimeException e) {
            return End.DAMAGED;
        }
        return shallow ? End.SHALLOW : window ? End.WINDOW : End.START;
    }

    private static Step step(CommitWalk.Met commit, @Nullable ObjectId before) {
        String message = commit.message();
        if (message.length() > LONGEST_MESSAGE) {
            message = message.substring(0, LONGEST_MESSAGE);
        }
        boolean compared = commit.parents().size() < 2 && !commit.cut();
        return new Step(commit.time(), message, compared ? commit.tree() : null, before);
    }

    /** Where a shallow clone is cut off, as git keeps it in a file of its own. */
    private List<ObjectId> shallow() {
        String lines = GitText.read(commonDir.resolve(Constants.SHALLOW));
        return lines == null
                ? List.of()
                : lines.lines().filter(ObjectId::isId).map(ObjectId::fromString).toList();
    }

    private void compare(
            GitObjects objects, List<Step> steps, PastCommit[] commits, AtomicInteger next, AtomicInteger unread) {
        try (TreeChanges changes = new TreeChanges(objects)) {
            int from;
            while ((from = next.getAndAdd(STRETCH)) < commits.length) {
                for (int i = from; i < Math.min(from + STRETCH, commits.length); i++) {
                    commits[i] = compare(steps.get(i), changes, unread);
                }
            }
        }
    }

    private PastCommit compare(Step step, TreeChanges changes, AtomicInteger unread) {
        ObjectId tree = step.tree();
        if (tree != null) {
            try {
                changes.compare(step.before(), tree);
                return new PastCommit(step.time(), step.message(), inside(changes.changed()), inside(changes.moved()));
            } catch (IOException | IndexOutOfBoundsException e) {
                unread.incrementAndGet();
            }
        }
        return new PastCommit(step.time(), step.message(), List.of(), Map.of());
    }

    private List<String> inside(List<String> paths) {
        return folder.isEmpty()
                ? paths
                : paths.stream()
                        .filter(path -> path.startsWith(folder))
                        .map(path -> path.substring(folder.length()))
                        .toList();
    }

    private Map<String, String> inside(Map<String, String> moves) {
        if (folder.isEmpty() || moves.isEmpty()) {
            return moves;
        }
        Map<String, String> inside = new HashMap<>();
        moves.forEach((from, to) -> {
            if (from.startsWith(folder) && to.startsWith(folder)) {
                inside.put(from.substring(folder.length()), to.substring(folder.length()));
            }
        });
        return inside;
    }

    @Override
    public void close() {
        if (owned && opened != null) {
            opened.repository().close();
        }
    }
}
