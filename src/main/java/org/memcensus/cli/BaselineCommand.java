package org.memcensus.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.BaselineFile;
import org.memcensus.model.Census;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.report.BaselineReport;
import org.memcensus.scan.GateScan;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus baseline}: a repository goes in, the file that a gate compares with comes out. */
@CommandLine.Command(
        name = "baseline",
        addMethodSubcommands = false,
        header = "Write the baseline that a gate compares with.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = {"memcensus baseline [OPTIONS] -o FILE [TARGET]", "       memcensus baseline diff OLD NEW"},
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus baseline -o memcensus-baseline.json",
            "  memcensus baseline --rev v1.0 -o v1.json /srv/git/curl.git",
            "  memcensus baseline diff v1.json v2.json"
        })
final class BaselineCommand implements Command {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description = "What to scan, as for scan. Default: the current folder.")
    private String target = ".";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there; - for standard output.")
    private @Nullable String output;

    @ArgGroup(validate = false, order = 1, heading = "%nWhat is scanned, and how it is judged:%n")
    private final StateSettings state = new StateSettings();

    @ArgGroup(validate = false, order = 2, heading = "")
    private final ScanSettings settings = new ScanSettings();

    @ArgGroup(validate = false, order = 3, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    BaselineCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws SourceException, UsageException, IOException {
        if (output == null) {
            throw new UsageException("baseline: say where to write it: -o FILE, or -o - for standard output");
        }
        Outputs<BaselineReport> outputs = Outputs.of(
                surroundings, List.of(new BaselineReport()), any -> "json", output.equals("-") ? null : output);
        GateScan.Baseline baseline;
        try (ProgressLine progress = ProgressLine.of(surroundings, general)) {
            baseline = surroundings
                    .engine()
                    .gate(state.over(settings.options(target, surroundings)), progress)
                    .baseline();
        }
        Census census = baseline.census();
        if (census.coverage().counted() == 0) {
            throw new UsageException(target + ": nothing to scan: see memcensus scan for what was left out");
        }
        BaselineFile file = new BaselineFile(census.policyName() + " " + census.policyVersion(), baseline.state());
        outputs.write((form, run, out) -> form.write(file, out), Shown.of(general));
        if (!census.coverage().incomplete()) {
            return ExitCode.OK;
        }
        surroundings
                .err()
                .println(
                        "memcensus: " + census.coverage().unreadable()
                                + (census.coverage().unreadable() == 1
                                        ? " file could not be read; the baseline names it, and a gate will not decide on it"
                                        : " files could not be read; the baseline names them, and a gate will not decide on them"));
        return ExitCode.INCOMPLETE;
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }
}
