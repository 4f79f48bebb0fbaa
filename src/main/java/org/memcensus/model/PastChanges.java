package org.memcensus.model;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What happened to the files of a repository before the scanned commit.
 *
 * @param span what was looked at
 * @param commits the commits that changed a file, the newest first
 * @param files numbers of the commits that changed each file, by its path at the scanned commit
 */
public record PastChanges(Span span, List<Change> commits, Map<String, List<Integer>> files) {
    /** Copies its collections. */
    public PastChanges {
        commits = List.copyOf(commits);
        files = Map.copyOf(files);
    }

    /** What happened to some files together: a commit that changed two of them counts once. */
    public FileHistory of(Collection<String> paths) {
        BitSet touched = new BitSet();
        for (String path : paths) {
            files.getOrDefault(path, List.of()).forEach(touched::set);
        }
        FileHistory sum = FileHistory.NONE;
        for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
            Change change = commits.get(i);
            boolean recent = change.time() >= span.until() - FileHistory.RECENT_YEARS * HistoryBounds.YEAR;
            sum = sum.plus(FileHistory.of(change.time(), recent, change.weight()));
        }
        return sum;
    }

    /**
     * A commit that changed files.
     *
     * @param time when it was committed, in seconds since 1970
     * @param weight how surely it mends a fault of memory safety, 0 to 1
     */
    public record Change(long time, double weight) {}

    /**
     * The part of the log that was looked at.
     *
     * @param bounds how far back it was to be read
     * @param commits commits that were looked at, merges among them
     * @param fixes commits whose messages speak of a memory-safety fix
     * @param since the earliest commit that was looked at, in seconds since 1970
     * @param until the scanned commit, in seconds since 1970
     * @param end why it ends where it ends
     * @param unread commits whose trees could not be read
     */
    public record Span(
            HistoryBounds bounds, int commits, int fixes, long since, long until, PastCommits.End end, int unread) {}
}
