package org.memcensus.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Scope;
import org.memcensus.model.SourceException;
import org.memcensus.model.Timeline;
import org.memcensus.model.TimelineChoice;
import org.memcensus.model.UsageException;
import org.memcensus.report.TimelineFormat;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus history}: a repository goes in, its unsafe share over time comes out. */
@CommandLine.Command(
        name = "history",
        addMethodSubcommands = false,
        header = "The unsafe share, and the share of new code, over time.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus history [OPTIONS] [TARGET]",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus history",
            "  memcensus history --every year ~/src/curl",
            "  memcensus history --since v7.0 --points 12 -f csv -o redis.csv ~/src/redis",
            "  memcensus history --rev stable -f json,markdown -o reports/ /srv/git/project.git",
            "  memcensus history https://example.org/project.git",
            "",
            "A line of code is new where the point before has it less often; what only",
            "moved, was renamed or indented anew is not."
        })
final class HistoryCommand implements Command {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description =
                    "A working tree or a folder in one, a bare repository, a git bundle, or a URL (https, ssh, git,"
                            + " file), which is cloned with its history. Default: the current folder.")
    private String target = ".";

    @ArgGroup(validate = false, order = 1, heading = "%nWhich points of the history:%n")
    private final Choice choice = new Choice();

    @ArgGroup(validate = false, order = 2, heading = "%nThe report (text, json, markdown, html or csv):%n")
    private final Report report = new Report();

    @ArgGroup(validate = false, order = 3, heading = "%nWhat is counted, and how it is judged:%n")
    private final CountSettings settings = new CountSettings();

    @ArgGroup(validate = false, order = 4, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws SourceException, UsageException, IOException {
        TimelineChoice wanted = choice.wanted();
        Outputs<TimelineFormat> outputs = Outputs.of(
                surroundings,
                report.chosen(TimelineFormat.values(), TimelineFormat::label),
                TimelineFormat::extension,
                report.place());
        Timeline timeline;
        try (ProgressLine progress = ProgressLine.of(surroundings, general)) {
            ScanOptions options = settings.options(target, surroundings)
                    .but()
                    .revision(choice.revision)
                    .build();
            timeline = surroundings.engine().history(options, progress, wanted);
        }
        if (timeline.points().stream().allMatch(point -> point.coverage().counted() == 0)) {
            throw new UsageException(target + ": nothing to count: no file could be counted at any point of its history"
                    + "; see memcensus scan --rev HEAD for what was left out");
        }
        Shown shown = new Shown(general.color, general.verbose, false, report.scope);
        outputs.write((format, run, out) -> format.report().write(timeline, run, out), shown);
        return outcome(timeline);
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    private ExitCode outcome(Timeline timeline) {
        long points = timeline.points().stream()
                .filter(point -> point.coverage().incomplete())
                .count();
        if (points == 0) {
            return ExitCode.OK;
        }
        surroundings
                .err()
                .println("memcensus: files could not be read at " + points + " of "
                        + timeline.points().size()
                        + (timeline.points().size() == 1 ? " point" : " points")
                        + ", so the history is incomplete; the coverage in its JSON names some of them");
        return ExitCode.INCOMPLETE;
    }

    /** The words after {@code --every}, for completion. */
    static final class PeriodWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(TimelineChoice.Period.values())
                    .map(period -> period.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }

    /** Which points of the history are looked at. */
    static final class Choice {
        @Option(
                names = "--points",
                paramLabel = "N",
                description =
                        "So many, spread evenly over the time, 2 to 1000 (default: 24). A time without a new commit"
                                + " adds none.")
        @Nullable
        Integer points;

        @Option(
                names = "--every",
                paramLabel = "year|quarter|month",
                completionCandidates = PeriodWords.class,
                description = "At the end of each year, quarter or month instead, in UTC.")
        TimelineChoice.@Nullable Period every;

        @Option(
                names = "--since",
                paramLabel = "DATE|REV",
                description = "Begin there: 2020, 2020-06, 2020-06-01, or a commit, branch or tag. Default: the first"
                        + " commit.")
        @Nullable
        String since;

        @Option(names = "--rev", paramLabel = "REV", description = "End there (default: HEAD).")
        @Nullable
        String revision;

        TimelineChoice wanted() throws UsageException {
            if (points != null && every != null) {
                throw new UsageException("--points and --every: give one of them");
            }
            if (points != null && (points < 2 || points > TimelineChoice.MOST_POINTS)) {
                throw new UsageException(
                        "--points must lie between 2 and " + TimelineChoice.MOST_POINTS + ", and is " + points);
            }
            return new TimelineChoice(points == null ? TimelineChoice.DEFAULT_POINTS : points, every, since);
        }
    }

    /** What is reported, and where to. */
    static final class Report extends OutputSettings {
        @Option(
                names = "--scope",
                order = 3,
                paramLabel = "shipped|first-party|all",
                completionCandidates = ScanCommand.ScopeWords.class,
                description =
                        "What text, markdown and html are given for: core, vendored and generated code (shipped, the"
                                + " default), the project's own (first-party), or all with tests and docs.")
        Scope scope = Scope.SHIPPED;
    }
}
