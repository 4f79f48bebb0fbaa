package org.memcensus.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.Configuration;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.LanguageSum;
import org.memcensus.model.Policy;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.SourceException;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.NewCode;
import org.memcensus.model.TimelineChoice;
import org.memcensus.model.Totals;
import org.memcensus.model.UsageException;
import org.memcensus.source.Mainline;
import org.memcensus.source.Snapshot;
import org.memcensus.source.SourceRequest;
import org.memcensus.source.Sources;
import org.memcensus.tables.PolicyTable;

/**
 * Counts the code of a repository at some points of its history, each as a scan of that commit would. The newest comes first,
 * and its configuration holds for all: one yardstick. A file that the state after it has too is not read again. Modules,
 * evidence and ranks are not asked for.
 */
public final class HistoryScan {
    /** Notes of a point that are kept. */
    private static final int MOST_NOTES = 20;

    private final ScanOptions options;
    private final ScanProgress progress;
    private final Scan scan;

    /**
     * A scan that has not run yet.
     *
     * @param options what to scan and how; the revision ends the history
     * @param progress hears how far it is
     */
    public HistoryScan(ScanOptions options, ScanProgress progress) {
        this.options = options;
        this.progress = progress;
        this.scan = new Scan(options.withoutHistory(), progress);
    }

    /**
     * Counts the code at the chosen points.
     *
     * @throws SourceException if the repository or its history cannot be read
     * @throws UsageException if an option or a file of the user is wrong
     */
    public Timeline run(TimelineChoice choice) throws SourceException, UsageException {
        if (options.policy() != null) {
            PolicyTable.find(options.policy()); // a wrong name is said before a clone, not after it
        }
        progress.stage("opening " + options.target());
        SourceRequest request = new SourceRequest(options.target(), options.revision(), Set.of());
        try (Mainline line = Sources.openLine(request, progress::stage)) {
            List<Mainline.Commit> commits = Moments.of(line.since(choice.since()), choice);
            return new Walk(line, commits).run();
        }
    }

    /** The way through one history. */
    private final class Walk {
        private final Mainline line;
        private final List<Mainline.Commit> commits;
        private final Growth growth = new Growth(options);
        private String place = "";

        Walk(Mainline line, List<Mainline.Commit> commits) {
            this.line = line;
            this.commits = commits;
        }

        Timeline run() throws SourceException, UsageException {
            Mainline.Commit last = commits.get(commits.size() - 1);
            Configuration configuration = scan.configuration(line.at(last));
            Knowledge knowledge = scan.knowledge(configuration);
            Visits visits = Visits.overTime(options, new PlacedProgress());
            List<Timeline.Point> points = new ArrayList<>();
            for (int i = commits.size() - 1; i >= 0; i--) {
                Mainline.Commit commit = commits.get(i);
                place = "point " + (i + 1) + " of " + commits.size() + ": ";
                Snapshot snapshot = line.at(commit); // holds nothing open, and is asked once more below
                scan.refuseTooMany(snapshot);
                Map<String, Outcome> outcomes = visits.of(snapshot, knowledge, configuration, VisitMemory.NONE);
                Map<Scope, NewCode> added = growth.since(new Growth.State(snapshot, outcomes));
                if (added != null) {
                    points.add(points.remove(points.size() - 1).since(added));
                }
                points.add(point(commit, snapshot, outcomes));
            }
            visits.save();
            Collections.reverse(points);
            Policy policy = knowledge.policy();
            return new Timeline(line.repository(), policy.name(), policy.version(), points);
        }

        /** Says at which point it is. */
        private final class PlacedProgress implements ScanProgress {
            @Override
            public void stage(String what) {
                progress.stage(place + what);
            }

            @Override
            public void files(long done, long all) {
                progress.files(done, all);
            }
        }
    }

    private static Timeline.Point point(Mainline.Commit commit, Snapshot snapshot, Map<String, Outcome> outcomes) {
        CoverageCount count = new CoverageCount();
        snapshot.notes().forEach(count::note);
        List<CountedFile> files = Scan.counted(snapshot, outcomes, count);
        Map<Scope, Totals> totals = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            totals.put(
                    scope,
                    Totals.of(files.stream()
                            .filter(file -> scope.contains(file.role()))
                            .toList()));
        }
        return new Timeline.Point(commit.id(), commit.time(), totals, null, languages(files), brief(count.total()));
    }

    /** The counters tell of all; a thousand points must not name every file of a clone without its blobs. */
    private static Coverage brief(Coverage all) {
        return new Coverage(
                all.counted(),
                all.binary(),
                all.lfsPointers(),
                all.submodules(),
                all.symlinks(),
                all.tooLarge(),
                all.unreadable(),
                all.unknown(),
                all.excluded(),
                all.notes().subList(0, Math.min(MOST_NOTES, all.notes().size())));
    }

    /** Lines of code by language, in files of all classes but none; most code first. */
    private static List<Timeline.Use> languages(List<CountedFile> files) {
        return LanguageSum.of(files.stream()).stream()
                .filter(sum -> sum.safety() != Safety.NONE && sum.code(Scope.ALL) > 0)
                .map(sum -> new Timeline.Use(sum.name(), sum.safety(), codeByRole(sum)))
                .toList();
    }

    private static Map<Role, Long> codeByRole(LanguageSum sum) {
        Map<Role, Long> code = new EnumMap<>(Role.class);
        sum.roles().forEach((role, part) -> {
            if (part.code() > 0) {
                code.put(role, part.code());
            }
        });
        return code;
    }
}
