package org.memcensus.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.PathGlobs;
import org.memcensus.model.Census;
import org.memcensus.model.Configuration;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Explanation;
import org.memcensus.model.FileReader;
import org.memcensus.model.PastChanges;
import org.memcensus.model.Policy;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.UsageException;
import org.memcensus.modules.BuildReaders;
import org.memcensus.modules.FoundModules;
import org.memcensus.modules.Grouped;
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
    /** In a smaller tree reading costs no more than a look into the cache. */
    static final int LEAST_CACHED = 500;

    private final ScanOptions options;
    private final ScanProgress progress;
    private final Visits visits;

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
        this.visits = new Visits(options, progress, leastCached);
    }

    /** Begins with what most scans need and no option changes. */
    public static void prepare() {
        Knowledge.prepare();
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
        SourceRequest request = new SourceRequest(options.target(), options.revision(), options.extras());
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
            return files(snapshot, reader).read(Configurations.PROJECT_FILE);
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
        Visited visited = visit(snapshot, configuration, memory);
        CompletableFuture<Void> saving = saving(); // beside the rest
        Scanned scanned = join(visited, weighed);
        saving.join();
        return scanned;
    }

    /**
     * Files that are visited, and not yet grouped, while their snapshot is open.
     *
     * @param past what happened to them before; it may still be read, from the same snapshot
     */
    record Visited(
            Snapshot snapshot,
            Knowledge knowledge,
            Configuration configuration,
            Map<String, Outcome> outcomes,
            CompletableFuture<@Nullable PastChanges> past) {}

    /**
     * The first half of a scan: visits the files.
     *
     * @throws UsageException if an option or a file of the user is wrong
     */
    Visited visit(Snapshot snapshot, Configuration configuration, VisitMemory memory) throws UsageException {
        Knowledge knowledge = knowledge(configuration);
        refuseTooMany(snapshot);
        progress.opened(snapshot.files());
        CompletableFuture<@Nullable PastChanges> past =
                new PastReader(options.history(), options.jobs()).begin(snapshot);
        try {
            return new Visited(
                    snapshot, knowledge, configuration, visits.of(snapshot, knowledge, configuration, memory), past);
        } catch (UsageException | RuntimeException e) {
            past.exceptionally(failure -> null).join(); // it reads from what is closed behind
            throw e;
        }
    }

    /**
     * The tables in force.
     *
     * @throws UsageException if a policy or a catalogue is wrong
     */
    Knowledge knowledge(Configuration configuration) throws UsageException {
        String policy = options.policy() != null ? options.policy() : configuration.policy();
        return Knowledge.under(policy == null ? ScanOptions.DEFAULT_POLICY : policy, options.catalogue())
                .counting(options.docstrings());
    }

    /**
     * Refuses a snapshot with more files than the options allow.
     *
     * @throws UsageException if it has
     */
    void refuseTooMany(Snapshot snapshot) throws UsageException {
        if (snapshot.files().size() > options.maxFiles()) {
            throw new UsageException(options.target() + ": " + snapshot.files().size()
                    + " files, more than --max-files allows; raise it, or scan a folder of it");
        }
    }

    /** Keeps what was found by visits for the next scan; no visits may go on meanwhile. */
    CompletableFuture<Void> saving() {
        return CompletableFuture.runAsync(visits::save);
    }

    /** The second half of a scan: groups what was visited, and weighs it where that is wanted. */
    Scanned join(Visited visited, boolean weighed) {
        Snapshot snapshot = visited.snapshot();
        Knowledge knowledge = visited.knowledge();
        progress.stage("grouping");
        CoverageCount coverage = new CoverageCount();
        snapshot.notes().forEach(coverage::note);
        List<CountedFile> files = counted(snapshot, visited.outcomes(), coverage);
        ModuleFinder finder = new ModuleFinder(
                options.modules(), BuildReaders.ALL, knowledge.marks().among(snapshot.submodules()));
        Assessment assessment;
        FoundModules found;
        Grouped grouped;
        try (SharedFiles tree = new SharedFiles(snapshot, options.maxFileSize())) {
            CompletableFuture<Papers> papers = // beside the grouping
                    weighed ? CompletableFuture.supplyAsync(() -> papers(snapshot, knowledge, files, tree)) : null;
            found = finder.find(files, tree, coverage::note, weighed);
            grouped = named(visited, weighed ? found.tied(tree, coverage::note) : found.untied());
            assessment = papers == null
                    ? Assessment.ofCode(grouped.modules(), knowledge)
                    : assess(grouped, knowledge, papers.join(), files, tree, past(visited));
        }
        return new Scanned(census(visited, assessment, coverage.total()), visited.outcomes(), grouped, found);
    }

    /** What is known of the modules of a scan that did not weigh them, now weighed: evidence, ranks and advice. */
    Census weigh(Visited visited, Scanned scanned) {
        Snapshot snapshot = visited.snapshot();
        Knowledge knowledge = visited.knowledge();
        List<CountedFile> files = counted(snapshot, visited.outcomes(), new CoverageCount());
        try (SharedFiles tree = new SharedFiles(snapshot, options.maxFileSize())) {
            Papers papers = papers(snapshot, knowledge, files, tree);
            Grouped grouped = named(visited, scanned.found().tied(tree, new CoverageCount()::note));
            Assessment assessment = assess(grouped, knowledge, papers, files, tree, past(visited));
            return census(visited, assessment, scanned.census().coverage());
        }
    }

    /** The counted files, in the order of the snapshot; the coverage hears of all. */
    static List<CountedFile> counted(Snapshot snapshot, Map<String, Outcome> outcomes, CoverageCount coverage) {
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
        return files;
    }

    private static Census census(Visited visited, Assessment assessment, Coverage coverage) {
        Policy policy = visited.knowledge().policy();
        return new Census(
                visited.snapshot().repository(),
                policy.name(),
                policy.version(),
                assessment.modules(),
                coverage,
                assessment.foundations(),
                assessment.history(),
                null);
    }

    private @Nullable PastChanges past(Visited visited) {
        if (!visited.past().isDone()) {
            progress.stage("reading the history");
        }
        return visited.past().join();
    }

    private Assessment assess(
            Grouped grouped,
            Knowledge knowledge,
            Papers papers,
            List<CountedFile> files,
            FileReader tree,
            @Nullable PastChanges past) {
        Prospects prospects = new Prospects(knowledge, papers, files, grouped, tree, options.contacts());
        Policy policy = knowledge.policy().withHistory(options.history().weight());
        return Assessment.of(grouped.modules(), knowledge, prospects, policy, past);
    }

    private static Papers papers(Snapshot snapshot, Knowledge knowledge, List<CountedFile> files, FileReader tree) {
        List<String> paths = snapshot.files().stream()
                .filter(file -> file.kind() == SourceFile.Kind.FILE)
                .map(SourceFile::path)
                .toList();
        return Papers.read(knowledge, paths, files, tree);
    }

    /** The modules, some of them as the configuration names them. */
    private static Grouped named(Visited visited, Grouped grouped) {
        NamedModules named = new NamedModules(visited.configuration().modules().stream()
                .map(rule -> new NamedModules.Named(rule.name(), new PathGlobs(rule.globs())))
                .toList());
        return new Grouped(named.apply(grouped.modules()), grouped.targets());
    }

    private SnapshotFiles files(Snapshot snapshot, ContentReader reader) {
        return new SnapshotFiles(snapshot, reader, options.maxFileSize());
    }
}
