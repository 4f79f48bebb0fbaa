package org.memcensus.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.advise.Adviser;
import org.memcensus.classify.Attributes;
import org.memcensus.classify.Classifier;
import org.memcensus.classify.Roles;
import org.memcensus.classify.TreeContext;
import org.memcensus.evidence.Rules;
import org.memcensus.facts.FactFinder;
import org.memcensus.model.Advice;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Content;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Evidence;
import org.memcensus.model.Explanation;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Score;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.UsageException;
import org.memcensus.modules.BuildReaders;
import org.memcensus.modules.Grouping;
import org.memcensus.modules.ModuleFinder;
import org.memcensus.score.Scorer;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;
import org.memcensus.source.SourceRequest;
import org.memcensus.source.Sources;

/**
 * The one main way of the program: the address of a repository goes in, a {@link Census} comes out. No stage knows another
 * stage; their order stands here and nowhere else:
 *
 * <ol>
 *   <li>open the source and list its entries;
 *   <li>visit each file once: language, role, lines, facts;
 *   <li>group the files into modules;
 *   <li>ask each module for evidence, and find what could replace it;
 *   <li>weigh and rank.
 * </ol>
 */
public final class Scan {
    private static final String ATTRIBUTES = ".gitattributes";

    private final ScanOptions options;
    private final ScanProgress progress;

    /**
     * A scan that has not run yet.
     *
     * @param options what to scan and how
     * @param progress hears how far it is
     */
    public Scan(ScanOptions options, ScanProgress progress) {
        this.options = options;
        this.progress = progress;
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
     * Scans the repository and explains some of its files.
     *
     * @param paths paths from the scanned root
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong, or a path is not in the tree
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
        PathFilter filter = new PathFilter(options.include(), options.exclude());
        Knowledge knowledge = Knowledge.under(options.policy());
        progress.stage("opening " + options.target());
        SourceRequest request = new SourceRequest(options.target(), options.revision(), options.untracked());
        try (Snapshot snapshot = Sources.open(request, progress::stage)) {
            if (snapshot.files().size() > options.maxFiles()) {
                throw new UsageException(
                        options.target() + ": " + snapshot.files().size()
                                + " files, more than --max-files allows; raise it, or scan a folder of it");
            }
            progress.opened(snapshot.files());
            Map<String, Outcome> outcomes = visit(snapshot, filter, knowledge);
            return join(snapshot, knowledge, outcomes);
        }
    }

    /** The outcome of every entry, by path. */
    private Map<String, Outcome> visit(Snapshot snapshot, PathFilter filter, Knowledge knowledge) {
        Map<String, Outcome> outcomes = new HashMap<>(snapshot.files().size() * 2);
        List<SourceFile> entries = new ArrayList<>(snapshot.files().size());
        for (SourceFile entry : snapshot.files()) {
            if (!filter.keeps(entry.path())) {
                outcomes.put(entry.path(), new Outcome.LeftOut(Outcome.Why.EXCLUDED, ""));
            } else if (entry.kind() != SourceFile.Kind.FILE) {
                entries.add(entry);
            }
        }
        for (SourceFile file : snapshot.readingOrder()) {
            if (!outcomes.containsKey(file.path())) {
                entries.add(file);
            }
        }
        progress.stage("reading");
        Attributes attributes = attributes(snapshot);
        TreeContext context =
                TreeContext.of(snapshot.files().stream().map(SourceFile::path).toList());
        Classifier classifier = new Classifier(knowledge.languages(), knowledge.contentRules(), context, attributes);
        Roles roles = new Roles(knowledge.roleRules(), attributes);
        FactFinder facts = new FactFinder(knowledge.patterns());
        ParallelVisits visits = new ParallelVisits(
                options.jobs(), () -> worker(snapshot.newReader(), classifier, roles, facts.another()), progress);
        List<Outcome> visited = visits.visit(entries);
        for (int i = 0; i < entries.size(); i++) {
            outcomes.put(entries.get(i).path(), visited.get(i));
        }
        return outcomes;
    }

    private ParallelVisits.Worker worker(ContentReader reader, Classifier classifier, Roles roles, FactFinder facts) {
        FileVisitor visitor = new FileVisitor(reader, classifier, roles, facts, options.maxFileSize());
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

    private Scanned join(Snapshot snapshot, Knowledge knowledge, Map<String, Outcome> outcomes) {
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
        ModuleFinder finder = new ModuleFinder(options.modules(), BuildReaders.ALL);
        List<Grouping> groups;
        try (ContentReader reader = snapshot.newReader()) {
            groups = finder.group(files, buildFiles(snapshot, reader), coverage::note);
        }
        List<ModuleCensus> modules = new Scorer(knowledge.policy()).rank(assess(groups, knowledge));
        Census census = new Census(
                snapshot.repository(),
                knowledge.policy().name(),
                knowledge.policy().version(),
                modules,
                coverage.total());
        return new Scanned(census, outcomes, groups);
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

    private static List<ModuleCensus> assess(List<Grouping> groups, Knowledge knowledge) {
        Rules rules = new Rules(knowledge.rules());
        Adviser adviser = new Adviser(
                knowledge.replacements(), groups.stream().map(Grouping::module).toList());
        return groups.parallelStream()
                .map(group -> {
                    CodeModule module = group.module();
                    List<Advice> advice = adviser.advise(module);
                    List<Evidence> evidence = rules.ask(module, advice);
                    return new ModuleCensus(module, 0, Score.NONE, evidence, rules.answer(module, evidence), advice);
                })
                .toList();
    }
}
