package org.memcensus.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Census;
import org.memcensus.model.Coverage;
import org.memcensus.model.Problem;
import org.memcensus.model.Scope;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.report.CoverageText;
import org.memcensus.report.Format;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus scan}: a repository goes in, its report comes out. */
@CommandLine.Command(
        name = "scan",
        addMethodSubcommands = false,
        header = "Census, modules and priorities of one repository.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus scan [OPTIONS] [TARGET]",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus scan",
            "  memcensus scan ~/src/curl --by-file -f json -o curl.json",
            "  memcensus scan --rev v6.1 /srv/git/linux.git",
            "  memcensus scan --compare v8.0.0 ~/src/curl",
            "  memcensus scan -f text,json,markdown -o reports/",
            "  memcensus scan --exclude 'third_party/**' https://example.org/project.git"
        })
final class ScanCommand implements Command {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description = "A working tree or a folder in one, a bare repository, a plain folder, a git bundle, or a URL"
                    + " (https, ssh, git, file). Default: the current folder.")
    private String target = ".";

    @ArgGroup(
            validate = false,
            order = 1,
            heading = "%nThe report (text, json, markdown, csv and more; see list formats):%n")
    private final Report report = new Report();

    @ArgGroup(validate = false, order = 2, heading = "%nWhat is scanned, and how it is judged:%n")
    private final StateSettings state = new StateSettings();

    @ArgGroup(validate = false, order = 3, heading = "")
    private final FollowSettings follow = new FollowSettings();

    @ArgGroup(validate = false, order = 4, heading = "")
    private final ScanSettings settings = new ScanSettings();

    @ArgGroup(validate = false, order = 5, heading = "")
    private final RankSettings ranks = new RankSettings();

    @ArgGroup(validate = false, order = 6, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    ScanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws SourceException, UsageException, IOException {
        Results results = Results.of(surroundings, report.chosen(Format.values(), Format::label), report.place());
        Census census;
        try (ProgressLine progress = ProgressLine.of(surroundings, general)) {
            ScanOptions options = ranks.over(follow.over(state.over(settings.options(target, surroundings))));
            census = report.compare == null
                    ? surroundings.engine().scan(options, progress)
                    : surroundings.engine().compare(options, progress, report.compare);
        }
        refuseNothing(census.coverage());
        results.write(census, new Shown(general.color, general.verbose, report.byFile, report.scope));
        return Completeness.of(census.coverage(), surroundings);
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    /** A report on nothing would say that all is well. */
    private void refuseNothing(Coverage coverage) throws UsageException {
        if (coverage.counted() > 0) {
            return;
        }
        String why;
        if (coverage.seen() == 0) {
            why = "there are no files; --untracked adds those that git does not track";
        } else if (coverage.excluded() == coverage.seen()) {
            why = coverage.seen() == 1
                    ? "--include and --exclude leave out the only file"
                    : "--include and --exclude leave out all " + coverage.seen() + " files";
        } else {
            why = (coverage.seen() == 1
                            ? "the only file could not be counted ("
                            : "none of the " + coverage.seen() + " files could be counted (")
                    + CoverageText.leftOut(coverage) + ")"
                    + example(coverage.notes());
        }
        throw new UsageException(target + ": nothing to scan: " + why);
    }

    private static String example(List<Problem> notes) {
        return notes.isEmpty()
                ? ""
                : ", such as " + notes.get(0).path() + ": " + notes.get(0).reason();
    }

    /** The words after {@code --scope}, for completion. */
    static final class ScopeWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Scope.values()).map(Scope::label).iterator();
        }
    }

    /** What is reported, and where to. */
    static final class Report extends OutputSettings {
        @Option(
                names = "--compare",
                order = 3,
                paramLabel = "REV",
                description = "Say how priorities moved since that commit.")
        @Nullable
        String compare;

        @Option(names = "--by-file", order = 4, description = "List every file too.")
        boolean byFile;

        @Option(
                names = "--scope",
                order = 5,
                paramLabel = "shipped|first-party|all",
                completionCandidates = ScopeWords.class,
                description = "What the headline of text and markdown is given for: core, vendored and generated code"
                        + " (shipped, the default), the project's own (first-party), or all with tests and docs.")
        Scope scope = Scope.SHIPPED;
    }
}
