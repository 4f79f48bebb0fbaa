package org.memcensus.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.GateLimits;
import org.memcensus.model.LineSketch;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;

/**
 * Finds out where each unsafe file of the new state comes from: the same path; the same content at a path that is no longer
 * what it was; or lines that the old state had and has no longer where they were, whichever way files were renamed, split,
 * merged or edited as they moved. Code that was not judged before (a test) is no origin of code that is.
 */
final class Origins {
    /** As git takes files for the same of which half is the same. */
    private static final double ENOUGH = 0.5;

    private final GateLimits limits;
    private final TreeState base;
    private final Sketcher baseLines;
    private final Sketcher headLines;
    private final Map<String, Old> old = new HashMap<>();
    private final Map<String, UnsafeFile> now = new HashMap<>();
    private final Map<String, Origin> found = new HashMap<>();

    /** Lines of each module of the base that went to another path, by the module's number. */
    private final long[] gone;

    /** A judged unsafe file of the base, with the number of its module. */
    private record Old(UnsafeFile file, int module) {}

    Origins(GateLimits limits, TreeState base, TreeState head, Sketcher baseLines, Sketcher headLines) {
        this.limits = limits;
        this.base = base;
        this.baseLines = baseLines;
        this.headLines = headLines;
        this.gone = new long[base.modules().size()];
        for (int i = 0; i < base.modules().size(); i++) {
            for (UnsafeFile file : base.modules().get(i).files()) {
                if (limits.judges(file.role())) {
                    old.put(file.path(), new Old(file, i));
                }
            }
        }
        for (TreeState.Module module : head.modules()) {
            module.files().forEach(file -> now.put(file.path(), file));
        }
        find();
    }

    /** Where a judged unsafe file of the new state comes from. */
    Origin of(UnsafeFile file) {
        return found.getOrDefault(file.path(), Origin.NEW);
    }

    /** Whether a judged unsafe file stood at a path before. */
    boolean stood(String path) {
        return old.containsKey(path);
    }

    /** About how many lines of a module of the base are now in other files. */
    long movedAway(int baseModule) {
        return gone[baseModule];
    }

    private void find() {
        List<UnsafeFile> open = new ArrayList<>();
        for (UnsafeFile file : now.values()) {
            if (!limits.judges(file.role())) {
                continue;
            }
            if (old.containsKey(file.path())) {
                found.put(file.path(), Origin.IN_PLACE);
            } else if (base.unread().contains(file.path())) {
                found.put(file.path(), Origin.UNKNOWN);
            } else {
                open.add(file);
            }
        }
        open.sort(Comparator.comparing(UnsafeFile::path));
        Set<String> used = new HashSet<>();
        byContent(open, used);
        if (!open.isEmpty()) {
            byLines(open, used);
        }
    }

    /** The same bytes at a path that now is gone or holds something else. */
    private void byContent(List<UnsafeFile> open, Set<String> used) {
        Map<String, Deque<Old>> byBlob = new HashMap<>();
        old.values().stream()
                .filter(each -> each.file().blob() != null && !unchanged(each.file()))
                .sorted(Comparator.comparing(each -> each.file().path()))
                .forEach(each -> byBlob.computeIfAbsent(
                                Objects.requireNonNull(each.file().blob()), any -> new ArrayDeque<>())
                        .add(each));
        open.removeIf(file -> {
            Deque<Old> same = file.blob() == null ? null : byBlob.get(file.blob());
            Old origin = same == null ? null : same.poll();
            if (origin == null) {
                return false;
            }
            used.add(origin.file().path());
            gone[origin.module()] += origin.file().lines();
            found.put(file.path(), Origin.MOVED);
            return true;
        });
    }

    private void byLines(List<UnsafeFile> open, Set<String> used) {
        LinePool pool = pool(used);
        List<Candidate> candidates = new ArrayList<>();
        for (UnsafeFile file : open) {
            LineSketch lines = headLines.sketch(file);
            if (lines != null) {
                candidates.add(new Candidate(file, lines, pool.match(lines).share()));
            }
        }
        // Who matches best takes first.
        candidates.sort(Comparator.comparingDouble(Candidate::share)
                .reversed()
                .thenComparing(candidate -> candidate.file().path()));
        for (Candidate candidate : candidates) {
            if (candidate.share() < ENOUGH) {
                break;
            }
            LinePool.Match match = pool.match(candidate.lines());
            if (match.share() >= ENOUGH) {
                pool.take(match, gone);
                found.put(candidate.file().path(), Origin.MOVED);
            }
        }
    }

    private record Candidate(UnsafeFile file, LineSketch lines, double share) {}

    /** All lines that are no longer where they were. */
    private LinePool pool(Set<String> used) {
        LinePool pool = new LinePool();
        old.values().stream()
                .filter(each -> !used.contains(each.file().path()) && !unchanged(each.file()))
                .sorted(Comparator.comparing(each -> each.file().path()))
                .forEach(each -> {
                    LineSketch lines = lost(each.file());
                    if (lines != null) {
                        pool.add(lines, each.module());
                    }
                });
        pool.sort();
        return pool;
    }

    private @Nullable LineSketch lost(UnsafeFile file) {
        LineSketch before = baseLines.sketch(file);
        UnsafeFile after = now.get(file.path());
        if (before == null || after == null) {
            return before;
        }
        LineSketch left = headLines.sketch(after);
        return left == null ? null : before.without(left);
    }

    private boolean unchanged(UnsafeFile file) {
        UnsafeFile after = now.get(file.path());
        return after != null && after.blob() != null && after.blob().equals(file.blob());
    }
}
