package org.memcensus.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Annotation;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.HatchRule;
import org.memcensus.model.LineSketch;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.SourceFile;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;
import org.memcensus.tables.HatchTable;

/** A scanned snapshot as a state that can be compared, while the snapshot is open. */
final class ScannedState {
    /** Sketches are made by several threads, each with a reader of its own for so many files. */
    private static final int STRETCH = 256;

    /** Hashes that a baseline keeps of a file: enough to tell half from a tenth. */
    private static final int SAMPLE = 24;

    private final Snapshot snapshot;
    private final StateLines lines;
    private final TreeState state;

    /**
     * A state.
     *
     * @param blobs the blob id of a path, where the snapshot does not know it
     * @param annotations annotations of its own configuration
     * @param unread paths that hide what they hold
     */
    ScannedState(
            Snapshot snapshot,
            Scanned scanned,
            long maxFileSize,
            Blobs blobs,
            List<Annotation> annotations,
            Set<String> unread) {
        this.snapshot = snapshot;
        this.lines = new StateLines(snapshot, scanned::outcomes, maxFileSize);
        Map<String, String> ends = new TreeMap<>();
        annotations.forEach(each ->
                ends.put(each.module(), each.until() == null ? "" : each.until().toString()));
        Map<String, String> known = new HashMap<>();
        for (SourceFile file : snapshot.files()) {
            if (file.blob() != null) {
                known.put(file.path(), file.blob());
            }
        }
        Set<String> holes = new HashSet<>(unread);
        scanned.outcomes().forEach((path, outcome) -> {
            if (outcome instanceof Outcome.LeftOut left && left.why() == Outcome.Why.UNREADABLE) {
                holes.add(path);
            }
        });
        // How many lines stand in unsafe blocks is no hatch beside the blocks.
        Set<String> measures = HatchTable.rules().stream()
                .filter(HatchRule::lines)
                .map(HatchRule::kind)
                .collect(Collectors.toSet());
        List<TreeState.Module> modules = new ArrayList<>();
        for (ModuleCensus census : scanned.census().modules()) {
            CodeModule module = census.module();
            List<UnsafeFile> files = new ArrayList<>();
            for (CountedFile file : module.files()) {
                if (file.unsafeCode() > 0) {
                    String blob = known.containsKey(file.path()) ? known.get(file.path()) : blobs.of(file.path());
                    files.add(new UnsafeFile(file.path(), file.role(), file.unsafeCode(), blob, null));
                }
            }
            if (module.code() > 0 || !census.escapeHatches().isEmpty()) {
                Map<String, EscapeHatch> hatches = new TreeMap<>();
                census.escapeHatches().stream()
                        .filter(hatch -> !measures.contains(hatch.kind()))
                        .forEach(hatch -> hatches.merge(hatch.kind(), hatch, ScannedState::both));
                modules.add(new TreeState.Module(
                        module.id(),
                        module.kind(),
                        module.role(),
                        module.code(),
                        files,
                        List.copyOf(hatches.values())));
            }
        }
        modules.sort(Comparator.comparing(TreeState.Module::id));
        this.state = new TreeState(
                snapshot.repository().commit(), modules, scanned.grouped().targets(), ends, holes);
    }

    /** The first place of both, and the number of all. */
    private static EscapeHatch both(EscapeHatch one, EscapeHatch other) {
        EscapeHatch first = one.path().compareTo(other.path()) <= 0 ? one : other;
        return new EscapeHatch(first.kind(), one.count() + other.count(), first.path(), first.line());
    }

    /** Blob ids that a scan found out. */
    @FunctionalInterface
    interface Blobs {
        /** The blob id at a path; null where it is not known. */
        @Nullable
        String of(String path);
    }

    /** The lines of its files. */
    StateLines lines() {
        return lines;
    }

    /** The state, without sketches. */
    TreeState state() {
        return state;
    }

    /** The state with a sample of the lines of every file. */
    TreeState sketched() {
        List<UnsafeFile> files = state.modules().stream()
                .flatMap(module -> module.files().stream())
                .toList();
        Map<String, LineSketch> sketches = new ConcurrentHashMap<>();
        IntStream.rangeClosed(0, files.size() / STRETCH).parallel().forEach(part -> {
            List<UnsafeFile> some = files.subList(part * STRETCH, Math.min(files.size(), (part + 1) * STRETCH));
            try (ContentReader reader = snapshot.newReader()) {
                LineSketcher sketcher = new LineSketcher();
                for (UnsafeFile file : some) {
                    LineSketch sketch = lines.sketch(file, reader, sketcher);
                    if (sketch != null) {
                        sketches.put(file.path(), sketch.sampled(SAMPLE));
                    }
                }
            }
        });
        UnaryOperator<UnsafeFile> with =
                file -> new UnsafeFile(file.path(), file.role(), file.lines(), file.blob(), sketches.get(file.path()));
        return new TreeState(
                state.commit(),
                state.modules().stream()
                        .map(module -> new TreeState.Module(
                                module.id(),
                                module.kind(),
                                module.role(),
                                module.code(),
                                module.files().stream().map(with).toList(),
                                module.hatches()))
                        .toList(),
                state.targets(),
                state.annotations(),
                state.unread());
    }
}
