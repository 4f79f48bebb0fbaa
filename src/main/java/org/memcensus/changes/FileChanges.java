package org.memcensus.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommit;
import org.memcensus.model.PastCommits;

/**
 * Adds up what a log says of each file. A file is followed through moves that did not change it; one commit that touches
 * much of the tree (a new licence, a new style) says nothing of any file.
 */
public final class FileChanges {
    /** Above this a commit is a sweep over the tree. */
    private static final int SWEEP = 100;

    private final FixWords words;
    private final List<PastChanges.Change> commits = new ArrayList<>();
    private final Map<String, List<Integer>> files = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> movedFolders = new HashSet<>();

    private FileChanges(FixWords words) {
        this.words = words;
    }

    /** Adds up a log, the newest commit first. */
    public static PastChanges of(PastCommits log, FixWords words) {
        return new FileChanges(words).add(log);
    }

    private PastChanges add(PastCommits log) {
        long since = log.time();
        int fixes = 0;
        for (PastCommit commit : log.commits()) {
            since = Math.min(since, commit.time());
            double weight = words.weight(commit.message());
            fixes += weight > 0 ? 1 : 0;
            if (!commit.changed().isEmpty() && commit.changed().size() <= SWEEP) {
                Integer number = commits.size();
                commits.add(new PastChanges.Change(commit.time(), weight));
                commit.changed()
                        .forEach(path -> files.computeIfAbsent(nameNow(path), any -> new ArrayList<>())
                                .add(number));
            }
            move(commit.moved());
        }
        PastChanges.Span span = new PastChanges.Span(
                log.bounds(), log.commits().size(), fixes, since, log.time(), log.end(), log.unread());
        return new PastChanges(span, commits, files);
    }

    /** From here on back, what stood at the old paths is what stands at the new ones now. */
    private void move(Map<String, String> moved) {
        Map<String, String> now = new HashMap<>();
        moved.forEach((from, to) -> now.put(from, nameNow(to)));
        names.putAll(now);
        now.keySet().stream().filter(path -> path.endsWith("/")).forEach(movedFolders::add);
    }

    /** The path that a file has at the scanned commit, or had at last. */
    private String nameNow(String path) {
        String known = names.get(path);
        if (known != null) {
            return known;
        }
        if (!movedFolders.isEmpty()) {
            int end = path.endsWith("/") ? path.length() - 1 : path.length();
            for (int slash = path.lastIndexOf('/', end - 1); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                String folder = path.substring(0, slash + 1);
                if (movedFolders.contains(folder)) {
                    return names.getOrDefault(folder, folder) + path.substring(slash + 1);
                }
            }
        }
        return path;
    }
}
