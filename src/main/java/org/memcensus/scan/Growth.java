package org.memcensus.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.SourceFile;
import org.memcensus.model.Timeline.NewCode;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;

/**
 * Finds new code: the lines of code that a state has more often than the one before it. Only files that differ are read, and
 * what cannot be read in one of the states counts in neither. States are given from the newest to the oldest.
 */
final class Growth {
    private final ScanOptions options;

    /** The files that differed between the state given last and the one after it, as the former has them. */
    private Map<String, FileLines> known = Map.of();

    private @Nullable State after;

    /** Growth between states that are scanned so. */
    Growth(ScanOptions options) {
        this.options = options;
    }

    /**
     * A state of the repository.
     *
     * @param snapshot its files; closed no earlier than the next state is given
     * @param outcomes what their visits came to, by path
     */
    record State(Snapshot snapshot, Map<String, Outcome> outcomes) {
        private boolean hides(String path) {
            return outcomes.get(path) instanceof Outcome.LeftOut left
                    && (left.why() == Outcome.Why.UNREADABLE || left.why() == Outcome.Why.TOO_LARGE);
        }

        private @Nullable CountedFile counted(String path) {
            return outcomes.get(path) instanceof Outcome.Counted counted ? counted.file() : null;
        }
    }

    /** What of each scope the state that was given before has, and this older one has not; null where none was given. */
    @Nullable
    Map<Scope, NewCode> since(State before) {
        State later = after;
        after = before;
        if (later == null) {
            return null;
        }
        Set<String> paths = different(before, later);
        Map<String, FileLines> now = lines(later, paths, known);
        known = lines(before, paths, Map.of());
        Map<Scope, NewCode> added = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            long[] lines = new long[Safety.values().length];
            for (Safety safety : Safety.values()) {
                lines[safety.ordinal()] = more(hashes(now, later, scope, safety), hashes(known, before, scope, safety));
            }
            added.put(
                    scope,
                    new NewCode(
                            lines[Safety.UNSAFE.ordinal()],
                            lines[Safety.SAFE.ordinal()],
                            lines[Safety.UNDETERMINED.ordinal()]));
        }
        return added;
    }

    /** Paths of files that are not the same in both states, as far as both can be read. */
    private static Set<String> different(State before, State later) {
        Map<String, String> blobs = new HashMap<>();
        for (SourceFile file : before.snapshot().files()) {
            blobs.put(file.path(), blob(file));
        }
        Set<String> paths = new HashSet<>();
        for (SourceFile file : later.snapshot().files()) {
            if (!blob(file).equals(blobs.remove(file.path()))) {
                paths.add(file.path());
            }
        }
        paths.addAll(blobs.keySet());
        paths.removeIf(path -> before.hides(path) || later.hides(path));
        return paths;
    }

    private static String blob(SourceFile file) {
        return file.blob() == null ? "" : file.blob();
    }

    /** The lines of those files that a state has and that were counted. */
    private Map<String, FileLines> lines(State state, Set<String> paths, Map<String, FileLines> read) {
        Map<String, FileLines> lines = new HashMap<>();
        List<SourceFile> unread = new ArrayList<>();
        for (SourceFile file : state.snapshot().readingOrder()) {
            if (paths.contains(file.path()) && state.counted(file.path()) != null) {
                FileLines found = read.get(file.path());
                if (found == null) {
                    unread.add(file);
                } else {
                    lines.put(file.path(), found);
                }
            }
        }
        List<FileLines> found =
                new ParallelVisits<>(options.jobs(), () -> new Reader(state), ScanProgress.NONE).visit(unread);
        for (int i = 0; i < found.size(); i++) {
            lines.put(unread.get(i).path(), found.get(i));
        }
        return lines;
    }

    /** Reads the lines of files of a state. For one thread. */
    private final class Reader implements ParallelVisits.Worker<FileLines> {
        private final State state;
        private final ContentReader reader;
        private final LineSketcher sketcher = new LineSketcher(0);

        Reader(State state) {
            this.state = state;
            this.reader = state.snapshot().newReader();
        }

        @Override
        public FileLines visit(SourceFile file) {
            CountedFile counted = state.counted(file.path());
            try {
                return counted == null
                        ? FileLines.NONE
                        : FileLines.read(file, counted, reader, sketcher, options.maxFileSize());
            } catch (IOException e) {
                return FileLines.NONE; // it was visited from the cache, and is gone since
            }
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** The lines of a class in the files of a scope. */
    private static int[] hashes(Map<String, FileLines> files, State state, Scope scope, Safety safety) {
        List<int[]> parts = new ArrayList<>();
        int size = 0;
        for (Map.Entry<String, FileLines> file : files.entrySet()) {
            CountedFile counted = state.counted(file.getKey());
            Role role = counted == null ? null : counted.role();
            if (role != null && scope.contains(role)) {
                for (FileLines.Part part : file.getValue().parts()) {
                    if (part.safety() == safety) {
                        parts.add(part.hashes());
                        size += part.hashes().length;
                    }
                }
            }
        }
        int[] hashes = new int[size];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, hashes, at, part.length);
            at += part.length;
        }
        Arrays.sort(hashes);
        return hashes;
    }

    /** How many of the sorted numbers stand in the first list more often than in the second. */
    private static long more(int[] now, int[] before) {
        long more = 0;
        int at = 0;
        for (int hash : now) {
            while (at < before.length && before[at] < hash) {
                at++;
            }
            if (at < before.length && before[at] == hash) {
                at++;
            } else {
                more++;
            }
        }
        return more;
    }
}
