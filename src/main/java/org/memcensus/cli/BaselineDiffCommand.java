package org.memcensus.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.memcensus.gate.Difference;
import org.memcensus.model.BaselineFile;
import org.memcensus.model.UsageException;
import org.memcensus.report.Format;
import org.memcensus.report.ListReport;
import org.memcensus.report.Listing;
import org.memcensus.tables.BaselineReader;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus baseline diff}: two baselines go in, the modules whose unsafe code changed come out. */
@CommandLine.Command(
        name = "diff",
        addMethodSubcommands = false,
        header = "Which modules changed between two baselines.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus baseline diff [OPTIONS] OLD NEW",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = "  memcensus baseline diff v1.json v2.json -f markdown")
final class BaselineDiffCommand implements Command {
    private final Surroundings surroundings;

    @Parameters(
            arity = "2",
            paramLabel = "OLD NEW",
            hideParamSyntax = true,
            description = "Baselines of one repository.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "F",
            description = "text, json, markdown or csv (default: text).")
    private String format = Format.TEXT.label();

    @ArgGroup(validate = false, order = 1, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    BaselineDiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws UsageException, IOException {
        Format form = Results.format(format);
        BaselineFile before = read(files.get(0));
        BaselineFile now = read(files.get(1));
        if (!before.policy().equals(now.policy())) {
            throw new UsageException("baseline diff: " + files.get(0) + " was written under policy " + before.policy()
                    + ", " + files.get(1) + " under " + now.policy() + ": write one of them anew");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Difference difference : Difference.between(before.state(), now.state())) {
            rows.add(List.of(
                    difference.what().label(),
                    difference.module(),
                    difference.role().label(),
                    String.valueOf(difference.before()),
                    String.valueOf(difference.now())));
        }
        try (Writer out = surroundings.writer()) {
            new ListReport()
                    .write(
                            new Listing(
                                    List.of(
                                            new Listing.Column("change", false),
                                            new Listing.Column("module", false),
                                            new Listing.Column("role", false),
                                            new Listing.Column("before", true),
                                            new Listing.Column("now", true)),
                                    rows),
                            form,
                            Shown.of(general).onScreen(surroundings),
                            out);
        }
        return ExitCode.OK;
    }

    private BaselineFile read(String file) throws UsageException {
        return BaselineReader.read(surroundings.path("baseline", file).toString());
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }
}
