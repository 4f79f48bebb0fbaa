package org.memcensus.scan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.memcensus.classify.Attributes;
import org.memcensus.classify.Overrides;
import org.memcensus.gate.Change;
import org.memcensus.gate.Gate;
import org.memcensus.gate.Sketcher;
import org.memcensus.model.Annotation;
import org.memcensus.model.Census;
import org.memcensus.model.Configuration;
import org.memcensus.model.GateLimits;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.TreeState;
import org.memcensus.model.UsageException;
import org.memcensus.model.Verdict;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;
import org.memcensus.source.SourceRequest;
import org.memcensus.source.Sources;

/**
 * Scans what a gate judges: the two states of one repository, or the one that is kept as a baseline. Both are scanned alike,
 * the new one first; what did not change is not read again for the old one. History is read for neither: it moves ranks, and
 * a gate asks for none.
 */
public final class GateScan {
    private final ScanOptions options;
    private final ScanProgress progress;
    private final Scan scan;
    private final SourceRequest request;

    /**
     * A scan that has not run yet.
     *
     * @param options what to scan and how: the new state
     * @param progress hears how far it is
     */
    public GateScan(ScanOptions options, ScanProgress progress) {
        this.options = options;
        this.progress = progress;
        this.scan = new Scan(options.withoutHistory(), progress);
        this.request = new SourceRequest(options.target(), options.revision(), options.extras());
    }

    /**
     * The state of a repository, to be written as a baseline.
     *
     * @param state the state
     * @param census what it was made of
     */
    public record Baseline(TreeState state, Census census) {}

    /**
     * Scans a repository for a baseline.
     *
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong
     */
    public Baseline baseline() throws SourceException, UsageException {
        try (Snapshot snapshot = Sources.open(request, progress::stage)) {
            Configuration configuration = scan.configuration(snapshot);
            SharedVisits visits = new SharedVisits();
            Scanned scanned = scan.scan(snapshot, configuration, visits, false);
            refuseUnknown(configuration.annotations(), scanned);
            // Whatever roles a later gate judges: a hole is one in all of them.
            GateLimits all =
                    new GateLimits(Set.of(Role.values()), null, null, OptionalLong.empty(), OptionalDouble.empty());
            Set<String> holes =
                    paths(new Holes(visits.attributes(), new Overrides(configuration), all, snapshot).of(scanned));
            ScannedState state = new ScannedState(
                    snapshot, scanned, options.maxFileSize(), visits::blob, configuration.annotations(), holes);
            return new Baseline(state.sketched(), scanned.census());
        }
    }

    /**
     * Judges the new state against the commit in which its history left that of a base.
     *
     * @param revision the base: any revision that git knows
     * @param limits limits of the command line, which go before those of the configuration
     * @param today the day on which annotations must hold
     * @throws SourceException if one of the states cannot be opened
     * @throws UsageException if an option or a file of the user is wrong
     */
    public Verdict againstCommit(String revision, GateLimits limits, LocalDate today)
            throws SourceException, UsageException {
        try (Snapshot head = Sources.open(request, progress::stage);
                Snapshot before = Sources.openBase(request, revision)) {
            scan.refuseTooMany(before);
            Configuration configuration = scan.configuration(head);
            SharedVisits visits = new SharedVisits();
            Scan.Visited seen = scan.visit(head, configuration, visits);
            Attributes attributes = visits.attributes();
            // Grouped by another thread while this one turns to the base.
            CompletableFuture<Scanned> joining = CompletableFuture.supplyAsync(() -> scan.join(seen, false));
            BaseScan.Base base;
            try {
                visits.second();
                progress.stage("reading the base");
                base = new BaseScan(options, scan).of(before, seen.knowledge(), configuration, visits);
            } finally {
                joining.exceptionally(failure -> null).join(); // it reads from what is closed behind
            }
            Scanned scanned = joining.join();
            Head now = head(head, configuration, scanned, visits, attributes, limits);
            Map<String, String> entries = entries(before);
            List<Problem> unread = now.holes.stream()
                    .filter(hole -> !unchanged(hole.path(), entries, head, now))
                    .toList();
            try (ContentReader headReader = head.newReader();
                    ContentReader baseReader = before.newReader()) {
                LineSketcher sketcher = new LineSketcher();
                Change change = now.change(
                        "base " + revision, base.state(), unread, today, new Signposts(options).changed(head, before));
                return weighed(
                        new Gate(
                                        change,
                                        file -> base.lines().sketch(file, baseReader, sketcher),
                                        file -> now.state.lines().sketch(file, headReader, sketcher))
                                .judge(),
                        seen,
                        scanned);
            }
        }
    }

    /**
     * Judges the new state against a baseline.
     *
     * @param name the baseline's file, for messages
     * @param baseline the old state
     * @param policy name and version of the policy that the baseline was written under
     * @param limits limits of the command line, which go before those of the configuration
     * @param today the day on which annotations must hold
     * @throws SourceException if the repository itself cannot be opened
     * @throws UsageException if an option or a file of the user is wrong, or the policy is another one
     */
    public Verdict againstBaseline(String name, TreeState baseline, String policy, GateLimits limits, LocalDate today)
            throws SourceException, UsageException {
        try (Snapshot head = Sources.open(request, progress::stage)) {
            Configuration configuration = scan.configuration(head);
            SharedVisits visits = new SharedVisits();
            Scan.Visited seen = scan.visit(head, configuration, visits);
            CompletableFuture<Void> saving = scan.saving();
            Scanned scanned = scan.join(seen, false);
            saving.join();
            Head now = head(head, configuration, scanned, visits, visits.attributes(), limits);
            Census census = now.scanned.census();
            String policyNow = census.policyName() + " " + census.policyVersion();
            if (!policyNow.equals(policy)) {
                throw new UsageException(name + ": written under policy " + policy + ", and this is policy " + policyNow
                        + ": write the baseline anew, or give the same --policy");
            }
            List<Problem> unread = now.holes.stream()
                    .filter(hole -> !baseline.unread().contains(hole.path()))
                    .toList();
            try (ContentReader reader = head.newReader()) {
                LineSketcher sketcher = new LineSketcher();
                return weighed(
                        new Gate(
                                        now.change("baseline " + name, baseline, unread, today, List.of()),
                                        Sketcher.OF_STATE,
                                        file -> now.state.lines().sketch(file, reader, sketcher))
                                .judge(),
                        seen,
                        scanned);
            }
        }
    }

    /** The new state, scanned. */
    private final class Head {
        private final Configuration configuration;
        private final Scanned scanned;
        private final SharedVisits visits;
        private final GateLimits limits;
        private final ScannedState state;
        private final List<Problem> holes;

        Head(
                Snapshot snapshot,
                Configuration configuration,
                Scanned scanned,
                SharedVisits visits,
                Attributes attributes,
                GateLimits limits) {
            this.configuration = configuration;
            this.scanned = scanned;
            this.visits = visits;
            this.limits = limits;
            this.holes = new Holes(attributes, new Overrides(configuration), limits, snapshot).of(scanned);
            this.state = new ScannedState(
                    snapshot, scanned, options.maxFileSize(), visits::blob, configuration.annotations(), paths(holes));
        }

        Change change(String baseName, TreeState base, List<Problem> unread, LocalDate today, List<Problem> notes) {
            return new Change(
                    baseName,
                    base,
                    state.state(),
                    scanned.census(),
                    unread,
                    limits,
                    configuration.annotations(),
                    today,
                    notes);
        }
    }

    /** The verdict, with all that is known of the modules that it names: the others need neither evidence nor advice. */
    private Verdict weighed(Verdict verdict, Scan.Visited seen, Scanned scanned) {
        return verdict.namesModules() ? verdict.knowing(scan.weigh(seen, scanned)) : verdict;
    }

    private Head head(
            Snapshot snapshot,
            Configuration configuration,
            Scanned scanned,
            SharedVisits visits,
            Attributes attributes,
            GateLimits limits)
            throws UsageException {
        if (scanned.census().coverage().counted() == 0) {
            throw new UsageException(options.target() + ": nothing to judge: no file could be counted"
                    + "; see memcensus scan for what was left out");
        }
        refuseUnknown(configuration.annotations(), scanned);
        return new Head(snapshot, configuration, scanned, visits, attributes, limits.over(configuration.gate()));
    }

    /** An annotation of something that is not there is a slip of the pen, or left over. */
    private static void refuseUnknown(List<Annotation> annotations, Scanned scanned) throws UsageException {
        Set<String> modules = new TreeSet<>();
        scanned.census().modules().forEach(module -> modules.add(module.module().id()));
        scanned.grouped().targets().forEach(target -> modules.add(target.id()));
        for (Annotation annotation : annotations) {
            String named = annotation.module();
            boolean known = named.startsWith(Annotation.UNREAD)
                    ? scanned.outcomes().containsKey(named.substring(Annotation.UNREAD.length()))
                    : modules.contains(named);
            if (!known) {
                String word = named.substring(Math.max(named.lastIndexOf('/'), named.indexOf(':')) + 1);
                List<String> alike = modules.stream()
                        .filter(module -> !word.isEmpty() && module.contains(word))
                        .limit(3)
                        .toList();
                throw new UsageException(annotation.place() + ": there is no "
                        + (named.startsWith(Annotation.UNREAD) ? "file" : "module") + " '" + named + "'"
                        + (alike.isEmpty() ? "" : ", did you mean " + String.join(" or ", alike) + "?")
                        + ": name one that memcensus scan lists, or remove the annotation");
            }
        }
    }

    /** Entries of a commit: the blob id of each path, "" for a submodule. */
    private static Map<String, String> entries(Snapshot snapshot) {
        Map<String, String> entries = new HashMap<>();
        for (SourceFile file : snapshot.files()) {
            entries.put(file.path(), file.blob() == null ? "" : file.blob());
        }
        return entries;
    }

    /** Whether a hole was the same before: a submodule that was there, or the same content. */
    private static boolean unchanged(String path, Map<String, String> before, Snapshot head, Head now) {
        String old = before.get(path);
        if (old == null) {
            return false;
        }
        String blob = now.visits.blob(path);
        if (blob != null) {
            return blob.equals(old);
        }
        return old.isEmpty()
                && head.files().stream()
                        .anyMatch(file -> file.path().equals(path) && file.kind() == SourceFile.Kind.SUBMODULE);
    }

    private static Set<String> paths(List<Problem> holes) {
        return holes.stream().map(Problem::path).collect(Collectors.toSet());
    }
}
