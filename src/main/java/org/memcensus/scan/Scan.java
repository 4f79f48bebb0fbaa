package org.memcensus.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.Attributes;
import org.memcensus.classify.Classifier;
import org.memcensus.classify.Overrides;
import org.memcensus.classify.PathGlobs;
import org.memcensus.classify.Result;
import org.memcensus.classify.Roles;
import org.memcensus.classify.SecondLook;
import org.memcensus.classify.TreeContext;
import org.memcensus.classify.VendoredCopies;
import org.memcensus.facts.FactFinder;
import org.memcensus.facts.HatchFinder;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Configuration;
import org.memcensus.model.Content;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Explanation;
import org.memcensus.model.FileReader;
import org.memcensus.model.PastChanges;
import org.memcensus.model.Policy;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.UsageException;
import org.memcensus.modules.BuildReaders;
import org.memcensus.modules.Grouping;
import org.memcensus.modules.ModuleFinder;
import org.memcensus.modules.NamedModules;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;
import org.memcensus.source.SourceRequest;
import org.memcensus.source.Sources;
import org.memcensus.tables.PolicyTable;

/**
 * The one main way of the program: the address of a repository goes in, a {@link Census} comes out. No stage knows another
 * stage; their order stands here and nowhere else:
 *
 * <ol>
 *   <li>open the source and list its entries;
 *   <li>visit each file once: language, role, lines, facts;
 *   <li>read what happened to the files before;
 *   <li>group the files into modules;
 *   <li>ask each module for evidence, and find what could replace it;
 *   <li>weigh and rank.
 * </ol>
 */
public final class Scan {
    private static final String ATTRIBUTES = ".gitattributes";

    /** In a smaller tree reading costs no more than a look into the cache. */
    private static final int LEAST_CACHED = 500;

    private final ScanOptions options;
    private final ScanProgress progress;

    private final int leastCached;

    /** Opened by the first of the states that are scanned. */
    private @Nullable VisitCache cache;

    /**
     * A scan that has not run yet.
     *
     * @param options what to scan and how
     * @param progress hears how far it is
     */
    public Scan(ScanOptions options, ScanProgress progress) {
        this(options, progress, LEAST_CACHED);
    }

    /** A scan that caches the visits of smaller trees too. */
    Scan(ScanOptions options, ScanProgress progress, int leastCached) {
        this.options = options;
        this.progress = progress;
        this.leastCached = leastCached;
    }

    /**
     * Scans the repository.
     *
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong
     */
    public Census run() throws SourceException, UsageException {
        return scan().census();
    }

    /**
     * Scans the repository, and another commit of it to compare with.
     *
     * @param revision the commit to compare with
     * @throws SourceException if the repository itself or the commit cannot be opened
     * @throws UsageException if an option or a file of the user is wrong
     */
    public Census compare(String revision) throws SourceException, UsageException {
        Census now = run();
        Census before = new Scan(options.at(revision), progress).run();
        return now.comparedWith(Comparing.of(revision, before, now));
    }

    /**
     * Scans the repository and explains some of its files and modules.
     *
     * @param paths paths from the scanned root, and ids or names of modules
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong, or there is no such path or module
     */
    public List<Explanation> explain(List<String> paths) throws SourceException, UsageException {
        Scanned scanned = scan();
        List<Explanation> explanations = new ArrayList<>();
        for (String path : paths) {
            explanations.add(scanned.explain(path));
        }
        return explanations;
    }

    private Scanned scan() throws SourceException, UsageException {
        if (options.policy() != null) {
            PolicyTable.find(options.policy()); // a wrong name is said before a clone, not after it
        }
        progress.stage("opening " + options.target());
        SourceRequest request = new SourceRequest(options.target(), options.revision(), options.untracked());
        try (Snapshot snapshot = Sources.open(request, progress::stage)) {
            return scan(snapshot, configuration(snapshot), VisitMemory.NONE, true);
        }
    }

    /**
     * The configuration that counts for a snapshot.
     *
     * @throws UsageException if it is wrong
     */
    Configuration configuration(Snapshot snapshot) throws UsageException {
        return Configurations.find(options.config(), options.config().project() ? projectFile(snapshot) : null);
    }

    /** The project's configuration file; null where there is none. */
    byte @Nullable [] projectFile(Snapshot snapshot) throws UsageException {
        try (ContentReader reader = snapshot.newReader()) {
            return buildFiles(snapshot, reader).read(Configurations.PROJECT_FILE);
        } catch (IOException e) {
            throw new UsageException(
                    Configurations.PROJECT_FILE + ": " + e.getMessage() + " (--no-config leaves it out)");
        }
    }

    /**
     * Scans what is open already.
     *
     * @param snapshot the files
     * @param configuration the configuration in force
     * @param memory what was visited before
     * @param weighed whether modules get evidence, scores and advice: an old state is only compared by its code
     * @throws UsageException if an option or a file of the user is wrong
     */
    Scanned scan(Snapshot snapshot, Configuration configuration, VisitMemory memory, boolean weighed)
            throws UsageException {
        PathFilter filter = new PathFilter(options.include(), options.exclude());
        String policy = options.policy() != null ? options.policy() : configuration.policy();
        Knowledge knowledge = Knowledge.under(policy == null ? ScanOptions.DEFAULT_POLICY : policy, options.catalogue())
                .counting(options.docstrings());
        if (snapshot.files().size() > options.maxFiles()) {
            throw new UsageException(options.target() + ": " + snapshot.files().size()
                    + " files, more than --max-files allows; raise it, or scan a folder of it");
        }
        progress.opened(snapshot.files());
        Map<String, Outcome> outcomes = visit(snapshot, filter, knowledge, new Overrides(configuration), memory);
        findCopies(snapshot, knowledge, outcomes);
        VisitCache kept = cache(snapshot, knowledge);
        CompletableFuture<Void> saving = CompletableFuture.runAsync(kept::save); // beside the rest
        PastChanges past = weighed ? new PastReader(options.history(), options.jobs(), progress).read(snapshot) : null;
        Scanned scanned = join(snapshot, knowledge, configuration, outcomes, weighed, past);
        saving.join();
        return scanned;
    }

    private VisitCache cache(Snapshot snapshot, Knowledge knowledge) {
        VisitCache known = cache;
        if (known == null) {
            Path folder = options.history().cache();
            String stamp = folder == null || snapshot.files().size() < leastCached ? null : ProgramStamp.ofThis();
            known = folder == null || stamp == null
                    ? VisitCache.off()
                    : VisitCache.open(folder, cacheName(stamp, knowledge), knowledge.languages());
            cache = known;
        }
        return known;
    }

    private String cacheName(String stamp, Knowledge knowledge) {
        List<String> parts = new ArrayList<>(List.of(stamp, options.place(), Long.toString(options.maxFileSize())));
        parts.addAll(knowledge.circumstances());
        return new VisitKeys().name(parts.toArray(String[]::new));
    }

    /** The outcome of every entry, by path. */
    private Map<String, Outcome> visit(
            Snapshot snapshot, PathFilter filter, Knowledge knowledge, Overrides overrides, VisitMemory memory) {
        Attributes attributes = attributes(snapshot);
        memory.begin(attributes);
        Map<String, Outcome> outcomes = new HashMap<>(snapshot.files().size() * 2);
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
        progress.stage("reading");
        TreeContext context =
                TreeContext.of(snapshot.files().stream().map(SourceFile::path).toList());
        Classifier classifier =
                new Classifier(knowledge.languages(), knowledge.contentRules(), context, attributes, overrides);
        Roles roles = new Roles(knowledge.roleRules(), attributes, overrides);
        FactFinder facts = new FactFinder(knowledge.patterns());
        HatchFinder hatches = new HatchFinder(knowledge.hatches());
        VisitCache kept = cache(snapshot, knowledge);
        ParallelVisits visits = new ParallelVisits(
                options.jobs(),
                () -> worker(snapshot, classifier, roles, facts.another(), hatches.another(), memory, kept),
                progress);
        List<Outcome> visited = visits.visit(entries);
        for (int i = 0; i < entries.size(); i++) {
            outcomes.put(entries.get(i).path(), visited.get(i));
        }
        Map<String, Result.Text> settled = SecondLook.at(read(outcomes));
        if (!settled.isEmpty()) {
            Classifier knowing = classifier.knowing(settled);
            List<SourceFile> again = snapshot.files().stream()
                    .filter(file -> settled.containsKey(file.path()))
                    .toList();
            // What other files tell of a file is not for the memory: it knows files by themselves.
            List<Outcome> looked = new ParallelVisits(
                            options.jobs(),
                            () -> worker(
                                    snapshot,
                                    knowing,
                                    roles,
                                    facts.another(),
                                    hatches.another(),
                                    VisitMemory.NONE,
                                    kept),
                            ScanProgress.NONE)
                    .visit(again);
            for (int i = 0; i < looked.size(); i++) {
                outcomes.put(again.get(i).path(), looked.get(i));
            }
        }
        return outcomes;
    }

    /** What no directory's name tells shows once all is read: which files are copies of a known component. */
    private void findCopies(Snapshot snapshot, Knowledge knowledge, Map<String, Outcome> outcomes) {
        List<CountedFile> open = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes.values()) {
            if (outcome instanceof Outcome.Counted counted && Roles.isOpen(counted.role())) {
                open.add(counted.file());
            }
        }
        try (ContentReader reader = snapshot.newReader()) {
            new VendoredCopies(
                            knowledge.marks().upstreams(), snapshot.repository().name(), buildFiles(snapshot, reader))
                    .in(open)
                    .forEach((path, role) -> outcomes.computeIfPresent(
                            path,
                            (same, outcome) ->
                                    outcome instanceof Outcome.Counted counted ? counted.with(role) : outcome));
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

    private ParallelVisits.Worker worker(
            Snapshot snapshot,
            Classifier classifier,
            Roles roles,
            FactFinder facts,
            HatchFinder hatches,
            VisitMemory memory,
            VisitCache kept) {
        ContentReader reader = snapshot.newReader();
        FileVisitor visitor =
                new FileVisitor(reader, classifier, roles, facts, hatches, options.maxFileSize(), memory, kept);
        return new ParallelVisits.Worker() {
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

    private Attributes attributes(Snapshot snapshot) {
        Map<String, byte[]> files = new HashMap<>();
        try (ContentReader reader = snapshot.newReader()) {
            for (SourceFile file : snapshot.files()) {
                String path = file.path();
                int name = path.lastIndexOf('/') + 1;
                boolean named = path.length() - name == ATTRIBUTES.length() && path.endsWith(ATTRIBUTES);
                if (!named || file.kind() != SourceFile.Kind.FILE) {
                    continue;
                }
                try {
                    files.put(path.substring(0, Math.max(0, name - 1)), bytes(file, reader));
                } catch (IOException e) {
                    // The visit of the same file says so in the coverage; the other files still have their say.
                }
            }
        }
        return Attributes.parse(files);
    }

    /** A copy of a whole file, that outlives the next read. */
    private byte[] bytes(SourceFile file, ContentReader reader) throws IOException {
        Content content = reader.read(file, options.maxFileSize());
        return Arrays.copyOf(content.bytes(), content.length());
    }

    private Scanned join(
            Snapshot snapshot,
            Knowledge knowledge,
            Configuration configuration,
            Map<String, Outcome> outcomes,
            boolean weighed,
            @Nullable PastChanges past) {
        progress.stage("grouping");
        CoverageCount coverage = new CoverageCount();
        snapshot.notes().forEach(coverage::note);
        List<CountedFile> files = new ArrayList<>(outcomes.size());
        for (SourceFile entry : snapshot.files()) {
            Outcome outcome = outcomes.get(entry.path());
            if (outcome instanceof Outcome.Counted counted) {
                files.add(counted.file());
                coverage.counted();
            } else if (outcome instanceof Outcome.LeftOut leftOut) {
                coverage.leftOut(entry.path(), leftOut);
            }
        }
        ModuleFinder finder = new ModuleFinder(options.modules(), BuildReaders.ALL, knowledge.marks());
        Assessment assessment;
        List<Grouping> groups;
        try (ContentReader reader = snapshot.newReader()) {
            CompletableFuture<Papers> papers =
                    weighed ? CompletableFuture.supplyAsync(() -> papers(snapshot, knowledge, files)) : null;
            FileReader tree = buildFiles(snapshot, reader);
            groups = named(configuration).apply(finder.group(files, tree, coverage::note));
            assessment = papers == null
                    ? Assessment.ofCode(groups, knowledge)
                    : assess(groups, knowledge, papers.join(), files, tree, past);
        }
        Census census = new Census(
                snapshot.repository(),
                knowledge.policy().name(),
                knowledge.policy().version(),
                assessment.modules(),
                coverage.total(),
                assessment.foundations(),
                assessment.history(),
                null);
        return new Scanned(census, outcomes, groups);
    }

    private Assessment assess(
            List<Grouping> groups,
            Knowledge knowledge,
            Papers papers,
            List<CountedFile> files,
            FileReader tree,
            @Nullable PastChanges past) {
        List<CodeModule> modules = groups.stream().map(Grouping::module).toList();
        Prospects prospects = new Prospects(knowledge, papers, files, modules, tree, options.contacts());
        Policy policy = knowledge.policy().withHistory(options.history().weight());
        return Assessment.of(groups, knowledge, prospects, policy, past);
    }

    /** Reads with a reader of its own, beside the grouping of modules. */
    private Papers papers(Snapshot snapshot, Knowledge knowledge, List<CountedFile> files) {
        List<String> paths = snapshot.files().stream()
                .filter(file -> file.kind() == SourceFile.Kind.FILE)
                .map(SourceFile::path)
                .toList();
        try (ContentReader reader = snapshot.newReader()) {
            return Papers.read(knowledge, paths, files, buildFiles(snapshot, reader));
        }
    }

    private static NamedModules named(Configuration configuration) {
        return new NamedModules(configuration.modules().stream()
                .map(rule -> new NamedModules.Named(rule.name(), new PathGlobs(rule.globs())))
                .toList());
    }

    private FileReader buildFiles(Snapshot snapshot, ContentReader reader) {
        List<SourceFile> files = snapshot.files();
        return path -> {
            SourceFile wanted = new SourceFile(path, SourceFile.Kind.FILE, -1, null);
            int place = Collections.binarySearch(files, wanted, Comparator.comparing(SourceFile::path));
            if (place < 0 || files.get(place).kind() != SourceFile.Kind.FILE) {
                return null;
            }
            return bytes(files.get(place), reader);
        };
    }
}
