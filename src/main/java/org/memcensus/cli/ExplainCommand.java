package org.memcensus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Explanation;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.report.ExplainFormat;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus explain}: why a file has its language, class, role and module, and a module its priority. */
@CommandLine.Command(
        name = "explain",
        addMethodSubcommands = false,
        header = "Why a file has its language, class, role, module and evidence, and a module its priority.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus explain [OPTIONS] PATH...",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus explain lib/url.c",
            "  memcensus explain lib/vtls",
            "  memcensus explain -f json -o vtls.json lib/vtls",
            "  memcensus explain --rev v6.1 --in /srv/git/linux.git net/socket.c"
        })
final class ExplainCommand implements Command {
    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Files, folders or names of modules of the repository that they lie in; with --in, from its root.")
    private List<String> paths = new ArrayList<>();

    @ArgGroup(validate = false, order = 1, heading = "%nThe answer (text, json):%n")
    private final OutputSettings report = new OutputSettings();

    @ArgGroup(validate = false, order = 2, heading = "%nWhat is scanned, and how it is judged:%n")
    private final Place place = new Place();

    @ArgGroup(validate = false, order = 3, heading = "")
    private final StateSettings state = new StateSettings();

    @ArgGroup(validate = false, order = 4, heading = "")
    private final FollowSettings follow = new FollowSettings();

    @ArgGroup(validate = false, order = 5, heading = "")
    private final ScanSettings settings = new ScanSettings();

    @ArgGroup(validate = false, order = 6, heading = "")
    private final RankSettings ranks = new RankSettings();

    @ArgGroup(validate = false, order = 7, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws SourceException, UsageException, IOException {
        Outputs<ExplainFormat> outputs = Outputs.of(
                surroundings,
                report.chosen(ExplainFormat.values(), ExplainFormat::label),
                ExplainFormat::extension,
                report.place());
        ExplainedPaths explained = place.target == null
                ? ExplainedPaths.find(surroundings.directory(), paths)
                : new ExplainedPaths(place.target, paths);
        ScanOptions options = ranks.over(follow.over(state.over(settings.options(explained.target(), surroundings))));
        List<Explanation> explanations;
        try (ProgressLine progress = ProgressLine.of(surroundings, general)) {
            explanations = surroundings.engine().explain(options, progress, explained.paths());
        }
        outputs.write((format, run, out) -> format.write(explanations, run, out), Shown.of(general));
        return explanations.stream().anyMatch(Explanation::unread) ? ExitCode.INCOMPLETE : ExitCode.OK;
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    /** Which repository is meant. */
    static final class Place {
        @Option(
                names = "--in",
                paramLabel = "TARGET",
                description = "The repository, as for scan. Default: the one that the files lie in.")
        @Nullable
        String target;
    }
}
