package org.memcensus.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.Attributes;
import org.memcensus.classify.Classifier;
import org.memcensus.classify.Overrides;
import org.memcensus.classify.Result;
import org.memcensus.classify.Roles;
import org.memcensus.classify.SecondLook;
import org.memcensus.classify.TreeContext;
import org.memcensus.model.CacheFiles;
import org.memcensus.model.Configuration;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.SourceFile;
import org.memcensus.model.UsageException;
import org.memcensus.modules.BuildPrograms;
import org.memcensus.modules.DeliveredCode;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;

/**
 * Visits the files of a snapshot, each once: by its bytes, or by what is remembered or cached of them. What only all files
 * together tell of one is settled by a second visit to those few.
 */
final class Visits {
    private static final String ATTRIBUTES = ".gitattributes";

    private final ScanOptions options;
    private final ScanProgress progress;
    private final int leastCached;
    private final boolean overTime;

    /** Opened by the first of the states that are scanned. */
    private @Nullable VisitCache cache;

    /**
     * Visits under some options.
     *
     * @param leastCached files that a tree has at least, for its visits to be cached
     */
    Visits(ScanOptions options, ScanProgress progress, int leastCached) {
        this(options, progress, leastCached, false);
    }

    private Visits(ScanOptions options, ScanProgress progress, int leastCached, boolean overTime) {
        this.options = options;
        this.progress = progress;
        this.leastCached = leastCached;
        this.overTime = overTime;
    }

    /**
     * Visits of many trees of one repository, one after the other: what the visits of a tree came to is remembered for the
     * next one. They are cached by themselves, so that a scan need not read the past of its tree.
     */
    static Visits overTime(ScanOptions options, ScanProgress progress) {
        return new Visits(options, progress, 0, true);
    }

    /**
     * The outcome of every entry, by path.
     *
     * @param memory what was visited before
     * @throws UsageException if a glob of paths is wrong
     */
    Map<String, Outcome> of(Snapshot snapshot, Knowledge knowledge, Configuration configuration, VisitMemory memory)
            throws UsageException {
        List<String> paths = snapshot.files().stream().map(SourceFile::path).toList();
        CompletableFuture<Map<String, String>> programs = // beside the visits, which they need not
                CompletableFuture.supplyAsync(() -> programs(snapshot, paths));
        try {
            return of(snapshot, paths, knowledge, configuration, memory, programs);
        } finally {
            programs.exceptionally(failure -> Map.of()).join(); // it reads from what is closed behind
        }
    }

    private Map<String, Outcome> of(
            Snapshot snapshot,
            List<String> paths,
            Knowledge knowledge,
            Configuration configuration,
            VisitMemory memory,
            CompletableFuture<Map<String, String>> programs)
            throws UsageException {
        Attributes attributes = attributes(snapshot);
        Map<String, Outcome> outcomes = new HashMap<>(snapshot.files().size() * 2);
        progress.stage("reading");
        Overrides overrides = new Overrides(configuration);
        TreeContext plain = TreeContext.of(paths, snapshot.submodules());
        Roles byName = new Roles(knowledge.roleRules(), attributes, overrides, plain);
        Map<String, String> delivered = delivered(snapshot, paths, byName);
        TreeContext context = plain.delivering(delivered);
        Roles roles = delivered.isEmpty() ? byName : new Roles(knowledge.roleRules(), attributes, overrides, context);
        memory.begin(attributes, context::delivered);
        List<SourceFile> entries = unknown(snapshot, memory, outcomes);
        Classifier classifier =
                new Classifier(knowledge.languages(), knowledge.contentRules(), context, attributes, overrides);
        Crew crew = new Crew(snapshot, roles, knowledge.seekers(), cache(snapshot, knowledge));
        visit(entries, () -> crew.worker(classifier, memory), progress, outcomes);
        FoundRoles found = new FoundRoles(delivered.keySet(), programs.join(), knowledge.marks());
        CompletableFuture<Map<String, RoleDecision>> roled = // beside the second look, which changes no role
                CompletableFuture.supplyAsync(() -> {
                    try (ContentReader reader = snapshot.newReader()) {
                        return found.in(snapshot.repository().name(), outcomes, files(snapshot, reader));
                    }
                });
        Map<String, Outcome> settled = lookAgain(snapshot, classifier, crew, outcomes);
        Map<String, RoleDecision> decided = roled.join();
        outcomes.putAll(settled);
        decided.forEach((path, role) -> outcomes.computeIfPresent(
                path, (same, outcome) -> outcome instanceof Outcome.Counted counted ? counted.with(role) : outcome));
        if (cache != null) {
            cache.turn();
        }
        return outcomes;
    }

    /** What only runs while the project is built. */
    private Map<String, String> programs(Snapshot snapshot, List<String> paths) {
        try (ContentReader reader = snapshot.newReader()) {
            return BuildPrograms.in(paths, files(snapshot, reader));
        }
    }

    /** What a build installs ships, wherever it lies; that is to be known before the roles of files are asked for. */
    private Map<String, String> delivered(Snapshot snapshot, List<String> paths, Roles roles) {
        try (ContentReader reader = snapshot.newReader()) {
            return DeliveredCode.in(paths, roles::isAside, files(snapshot, reader));
        }
    }

    /** The outcomes of files whose language only others tell, by path. */
    private Map<String, Outcome> lookAgain(
            Snapshot snapshot, Classifier classifier, Crew crew, Map<String, Outcome> outcomes) {
        Map<String, Result.Text> settled = SecondLook.at(read(outcomes));
        Map<String, Outcome> found = new HashMap<>();
        if (!settled.isEmpty()) {
            Classifier knowing = classifier.knowing(settled);
            List<SourceFile> again = snapshot.files().stream()
                    .filter(file -> settled.containsKey(file.path()))
                    .toList();
            // What other files tell of a file is not for the memory: it knows files by themselves.
            visit(again, () -> crew.worker(knowing, VisitMemory.NONE), ScanProgress.NONE, found);
        }
        return found;
    }

    private SnapshotFiles files(Snapshot snapshot, ContentReader reader) {
        return new SnapshotFiles(snapshot, reader, options.maxFileSize());
    }

    /** Keeps what was found for the next scan, if that is wanted. */
    void save() {
        if (cache != null) {
            cache.save();
        }
    }

    /** The entries to be visited, in the order to read them in; the outcomes of all others are put down. */
    private List<SourceFile> unknown(Snapshot snapshot, VisitMemory memory, Map<String, Outcome> outcomes)
            throws UsageException {
        PathFilter filter = new PathFilter(options.include(), options.exclude());
        List<SourceFile> entries = new ArrayList<>(snapshot.files().size());
        boolean unread = false;
        for (SourceFile entry : snapshot.files()) {
            if (!filter.keeps(entry.path())) {
                outcomes.put(entry.path(), new Outcome.LeftOut(Outcome.Why.EXCLUDED, ""));
            } else if (entry.kind() != SourceFile.Kind.FILE) {
                entries.add(entry);
            } else {
                Outcome known = memory.find(entry);
                if (known == null) {
                    unread = true;
                } else {
                    outcomes.put(entry.path(), known);
                }
            }
        }
        for (SourceFile file : unread ? snapshot.readingOrder() : List.<SourceFile>of()) {
            if (!outcomes.containsKey(file.path())) {
                entries.add(file);
            }
        }
        return entries;
    }

    private void visit(
            List<SourceFile> entries,
            Supplier<ParallelVisits.Worker<Outcome>> workers,
            ScanProgress heard,
            Map<String, Outcome> outcomes) {
        List<Outcome> visited = new ParallelVisits<>(options.jobs(), workers, heard).visit(entries);
        for (int i = 0; i < visited.size(); i++) {
            outcomes.put(entries.get(i).path(), visited.get(i));
        }
    }

    private static List<SecondLook.Read> read(Map<String, Outcome> outcomes) {
        List<SecondLook.Read> read = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes.values()) {
            if (outcome instanceof Outcome.Counted counted) {
                read.add(new SecondLook.Read(counted.file(), counted.classification()));
            }
        }
        return read;
    }

    /** What the workers of one snapshot share. */
    private final class Crew {
        private final Snapshot snapshot;
        private final Roles roles;
        private final Knowledge.Seekers seekers;
        private final VisitCache kept;

        Crew(Snapshot snapshot, Roles roles, Knowledge.Seekers seekers, VisitCache kept) {
            this.snapshot = snapshot;
            this.roles = roles;
            this.seekers = seekers;
            this.kept = kept;
        }

        ParallelVisits.Worker<Outcome> worker(Classifier classifier, VisitMemory memory) {
            ContentReader reader = snapshot.newReader();
            FileVisitor visitor = new FileVisitor(
                    reader,
                    classifier,
                    roles,
                    seekers.facts().another(),
                    seekers.hatches().another(),
                    options.maxFileSize(),
                    memory,
                    kept);
            return new ParallelVisits.Worker<>() {
                @Override
                public Outcome visit(SourceFile file) {
                    return visitor.visit(file);
                }

                @Override
                public void close() {
                    reader.close();
                }
            };
        }
    }

    private Attributes attributes(Snapshot snapshot) {
        Map<String, byte[]> files = new HashMap<>();
        try (ContentReader reader = snapshot.newReader()) {
            SnapshotFiles whole = new SnapshotFiles(snapshot, reader, options.maxFileSize());
            for (SourceFile file : snapshot.files()) {
                String path = file.path();
                int name = path.lastIndexOf('/') + 1;
                boolean named = path.length() - name == ATTRIBUTES.length() && path.endsWith(ATTRIBUTES);
                if (!named || file.kind() != SourceFile.Kind.FILE) {
                    continue;
                }
                try {
                    files.put(path.substring(0, Math.max(0, name - 1)), whole.read(file));
                } catch (IOException e) {
                    // The visit of the same file says so in the coverage; the other files still have their say.
                }
            }
        }
        return Attributes.parse(files);
    }

    private VisitCache cache(Snapshot snapshot, Knowledge knowledge) {
        VisitCache known = cache;
        if (known == null) {
            Path folder = options.history().cache();
            String stamp = folder == null || snapshot.files().size() < leastCached ? null : ProgramStamp.ofThis();
            known = folder == null || stamp == null
                    ? VisitCache.off()
                    : VisitCache.open(folder, cacheName(stamp, knowledge), knowledge.languages());
            known = overTime ? known.remembering() : known;
            cache = known;
        }
        return known;
    }

    private String cacheName(String stamp, Knowledge knowledge) {
        List<String> parts = new ArrayList<>(List.of(stamp, options.place(), Long.toString(options.maxFileSize())));
        parts.addAll(knowledge.circumstances());
        if (overTime) {
            parts.add("over time");
        }
        return CacheFiles.name(parts);
    }
}
