package org.memcensus.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.BaselineFile;
import org.memcensus.model.GateLimits;
import org.memcensus.model.Role;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.model.Verdict;
import org.memcensus.report.GateFormat;
import org.memcensus.scan.GateScan;
import org.memcensus.scan.ScanOptions;
import org.memcensus.tables.BaselineReader;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus gate}: two states of a repository go in, a verdict comes out. */
@CommandLine.Command(
        name = "gate",
        addMethodSubcommands = false,
        header = "Fail when new unsafe modules appear.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus gate [OPTIONS] --base REV | --baseline FILE [TARGET]",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus gate --base origin/main",
            "  memcensus gate --base HEAD                the change that is not committed",
            "  memcensus gate --base v1 --rev v2 /srv/git/curl.git",
            "  memcensus gate --baseline memcensus-baseline.json -f sarif -o gate.sarif",
            "",
            "Exit codes: 0 pass, 2 wrong usage or input, 3 undecided, 4 fail."
        })
final class GateCommand implements Command {
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description =
                    "With --base, a working tree, a folder in one or a bare repository; with --baseline, what scan"
                            + " takes. Default: the current folder.")
    private String target = ".";

    @ArgGroup(validate = false, order = 1, heading = "%nWhat is compared, and what must hold:%n")
    private final Limits limits = new Limits();

    @ArgGroup(validate = false, order = 2, heading = "%nThe verdict (text, json, markdown, sarif, gitlab or github):%n")
    private final OutputSettings report = new OutputSettings();

    @ArgGroup(validate = false, order = 3, heading = "%nWhat is scanned, and how it is judged:%n")
    private final StateSettings state = new StateSettings();

    @ArgGroup(validate = false, order = 4, heading = "")
    private final ScanSettings settings = new ScanSettings();

    @ArgGroup(validate = false, order = 5, heading = "")
    private final AdviceSettings advice = new AdviceSettings();

    @ArgGroup(validate = false, order = 6, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    GateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws SourceException, UsageException, IOException {
        if ((limits.base == null) == (limits.baseline == null)) {
            throw new UsageException(
                    limits.base == null
                            ? "gate: give what to compare with: --base REV or --baseline FILE"
                            : "gate: --base and --baseline: give one of them");
        }
        Outputs<GateFormat> outputs = Outputs.of(
                surroundings,
                report.chosen(GateFormat.values(), GateFormat::label),
                GateFormat::extension,
                report.place());
        Verdict verdict = verdict();
        Shown shown = Shown.of(general);
        outputs.write((format, run, out) -> format.report().write(verdict, run, out), shown);
        onGitHub(verdict, shown);
        return switch (verdict.outcome()) {
            case PASS -> ExitCode.OK;
            case FAIL -> ExitCode.GATE_FAILED;
            case UNDECIDED -> ExitCode.INCOMPLETE;
        };
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    private Verdict verdict() throws SourceException, UsageException {
        LocalDate today = today();
        BaselineFile baseline = limits.baseline == null
                ? null
                : BaselineReader.read(
                        surroundings.path("--baseline", limits.baseline).toString());
        try (ProgressLine progress = ProgressLine.of(surroundings, general)) {
            ScanOptions options = advice.over(state.over(settings.options(target, surroundings)));
            GateScan scan = surroundings.engine().gate(options, progress);
            if (baseline != null && limits.baseline != null) {
                return scan.againstBaseline(
                        limits.baseline, baseline.state(), baseline.policy(), limits.given(), today);
            }
            return scan.againstCommit(String.valueOf(limits.base), limits.given(), today);
        }
    }

    /** Today in UTC; or the day that SOURCE_DATE_EPOCH names, for builds that must come out the same again. */
    private LocalDate today() throws UsageException {
        String epoch = surroundings.environment().getOrDefault("SOURCE_DATE_EPOCH", "");
        if (epoch.isEmpty()) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            throw new UsageException("SOURCE_DATE_EPOCH: '" + epoch + "' is no number of seconds since 1970");
        }
    }

    /** Under GitHub Actions: annotations behind a text on standard output, and the summary of the step. */
    private void onGitHub(Verdict verdict, Shown shown) throws IOException, UsageException {
        boolean text = report.place() == null && report.formats.equals(List.of(GateFormat.TEXT.label()));
        if (text && "true".equals(surroundings.environment().get("GITHUB_ACTIONS"))) {
            GateFormat.GITHUB.report().write(verdict, shown.onScreen(surroundings), surroundings.writer());
        }
        String summary = surroundings.environment().getOrDefault(SUMMARY, "");
        if (summary.isEmpty()) {
            return;
        }
        try (Writer out = Files.newBufferedWriter(
                Path.of(summary), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            GateFormat.MARKDOWN.report().write(verdict, shown.inFile(surroundings), out);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(SUMMARY + " " + summary + ": cannot be written: set it to a file, or to nothing");
        }
    }

    /** The words after {@code --roles}, for completion. */
    static final class RoleWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Role.values()).map(Role::label).iterator();
        }
    }

    /** What is compared, and what must hold. */
    static final class Limits {
        @Option(
                names = "--base",
                paramLabel = "REV",
                description = "Compare with the commit in which the history of this branch, tag or commit and that of"
                        + " the judged state part.")
        @Nullable
        String base;

        @Option(names = "--baseline", paramLabel = "FILE", description = "Compare with what memcensus baseline wrote.")
        @Nullable
        String baseline;

        @Option(
                names = "--roles",
                split = ",",
                paramLabel = "ROLE[,ROLE...]",
                hideParamSyntax = true,
                completionCandidates = RoleWords.class,
                description = "Roles that are judged (default: core,vendored,generated; more: test, docs, example,"
                        + " tooling).")
        List<Role> roles = new ArrayList<>();

        @Option(
                names = "--no-new-unsafe-files",
                description = "Fail also when a new unsafe file appears in an old module.")
        boolean noNewUnsafeFiles;

        @Option(
                names = "--no-new-escape-hatches",
                description = "Fail also when a module gets its first escape hatch of a kind (Rust unsafe, cgo, ...).")
        boolean noNewEscapeHatches;

        @Option(
                names = "--max-unsafe-growth",
                paramLabel = "LINES",
                description = "Fail also when unsafe code grows by more lines.")
        @Nullable
        Long maxUnsafeGrowth;

        @Option(
                names = "--max-unsafe-share",
                paramLabel = "F",
                description = "Fail also when the unsafe share grows and is above this, from 0 to 1.")
        @Nullable
        Double maxUnsafeShare;

        GateLimits given() throws UsageException {
            if (maxUnsafeGrowth != null && maxUnsafeGrowth < 0) {
                throw new UsageException("--max-unsafe-growth must not be below 0, and is " + maxUnsafeGrowth);
            }
            if (maxUnsafeShare != null && !(maxUnsafeShare >= 0 && maxUnsafeShare <= 1)) {
                throw new UsageException("--max-unsafe-share must lie between 0 and 1, and is " + maxUnsafeShare);
            }
            return new GateLimits(
                    roles.isEmpty() ? null : EnumSet.copyOf(roles),
                    noNewUnsafeFiles ? Boolean.FALSE : null,
                    noNewEscapeHatches ? Boolean.FALSE : null,
                    maxUnsafeGrowth == null ? OptionalLong.empty() : OptionalLong.of(maxUnsafeGrowth),
                    maxUnsafeShare == null ? OptionalDouble.empty() : OptionalDouble.of(maxUnsafeShare));
        }
    }
}
