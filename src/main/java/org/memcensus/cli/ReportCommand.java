package org.memcensus.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Scope;
import org.memcensus.model.StoredReport;
import org.memcensus.model.UsageException;
import org.memcensus.report.Format;
import org.memcensus.report.StudyFormat;
import org.memcensus.store.StudyReader;
import org.memcensus.tables.ReportReader;
import org.memcensus.tables.UserFile;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code memcensus report}: results that were stored go in, a report comes out. The JSON of a scan becomes any other report of
 * that scan; the store of a batch becomes a study. What a file holds decides, not what it is called.
 */
@CommandLine.Command(
        name = "report",
        addMethodSubcommands = false,
        header = "Stored results in another format: the JSON of a scan, or the store of a batch.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus report [OPTIONS] FILE",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus report curl.json",
            "  memcensus report curl.json -f badge,markdown -o reports/",
            "  xz -dc curl.json.xz | memcensus report - --by-file -f csv",
            "  memcensus report study.sqlite --policy cisa-2024",
            "  memcensus report study.sqlite -f csv -o tables/"
        })
final class ReportCommand implements Command {
    private static final int DEFAULT_TOP = 100;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description = "The JSON that scan -f json wrote, - for standard input; or the file that batch --db wrote.")
    private String file = "";

    @ArgGroup(
            validate = false,
            order = 1,
            heading = "%nThe report (of a scan: see list formats; of a store: text, json, csv (a folder of tables),"
                    + " markdown or html):%n")
    private final Report report = new Report();

    @ArgGroup(validate = false, order = 2, heading = "%nOf a store only:%n")
    private final OfStore ofStore = new OfStore();

    @ArgGroup(validate = false, order = 3, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws UsageException, IOException {
        Path path = path();
        StoredReport stored;
        Results results;
        try (InputStream in = new BufferedInputStream(open(path))) {
            if (isStore(in)) {
                study(path);
                return ExitCode.OK;
            }
            results = results();
            stored = ReportReader.read(name(), in);
        }
        if (report.byFile && !stored.census().hasFiles()) {
            throw new UsageException(name() + ": lists no files: make it anew with memcensus scan --by-file -f json, or"
                    + " leave --by-file out");
        }
        Scope scope = report.scope == null ? Scope.SHIPPED : report.scope;
        results.write(stored, new Shown(general.color, general.verbose, report.byFile, scope));
        return Completeness.of(stored.census().coverage(), surroundings);
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    /** Null for standard input. */
    private @Nullable Path path() throws UsageException {
        try {
            return file.equals("-") ? null : surroundings.directory().resolve(file);
        } catch (InvalidPathException e) {
            throw new UsageException(file + ": no path of this system: " + e.getReason());
        }
    }

    private String name() {
        return file.equals("-") ? "standard input" : file;
    }

    private InputStream open(@Nullable Path path) throws UsageException {
        if (path == null) {
            return surroundings.in();
        }
        String way = "give the JSON that scan -f json wrote, or the file that batch --db wrote";
        if (Files.isDirectory(path)) {
            throw new UsageException(file + " is a folder: " + way);
        }
        try {
            return UserFile.open(path);
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": no such file: " + way);
        } catch (AccessDeniedException e) {
            throw new UsageException(file + ": cannot be read: permission denied");
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private boolean isStore(InputStream in) throws UsageException {
        try {
            in.mark(StudyReader.HEAD);
            byte[] head = in.readNBytes(StudyReader.HEAD);
            in.reset();
            return StudyReader.isStore(head);
        } catch (IOException e) {
            throw new UsageException(name() + ": cannot be read: " + e.getMessage());
        }
    }

    private Results results() throws UsageException {
        if (ofStore.top != null) {
            throw new UsageException("--top goes with the store of a batch: leave it out with the JSON of a scan");
        }
        if (ofStore.policy != null) {
            throw new UsageException(
                    "--policy goes with the store of a batch: the JSON of a scan keeps the policy it was"
                            + " made with; scan again with --policy");
        }
        return Results.of(surroundings, report.chosen(Format.values(), Format::label), report.place());
    }

    private void study(@Nullable Path path) throws UsageException, IOException {
        if (path == null) {
            throw new UsageException("standard input holds the store of a batch: give the file's path");
        }
        if (report.byFile) {
            throw new UsageException("--by-file goes with the JSON of a scan: a store holds no files; leave it out");
        }
        new StudyResults(surroundings, report.chosen(StudyFormat.values(), StudyFormat::label), report.place())
                .write(
                        path,
                        new StudyResults.Asked(
                                ofStore.policy, report.scope, ofStore.top == null ? DEFAULT_TOP : ofStore.top),
                        general);
    }

    /** What is reported, and where to. */
    static final class Report extends OutputSettings {
        @Option(
                names = "--by-file",
                order = 3,
                description = "List every file too; of a scan that was made with --by-file.")
        boolean byFile;

        @Option(
                names = "--scope",
                order = 4,
                paramLabel = "shipped|first-party|all",
                completionCandidates = ScanCommand.ScopeWords.class,
                description =
                        "What is counted in a study, and what the headline of a scan is given for (default: shipped;"
                                + " all in a study under cisa-2024).")
        @Nullable
        Scope scope;
    }

    /** What only a store can answer. */
    static final class OfStore {
        @Option(
                names = "--policy",
                order = 1,
                paramLabel = "NAME|FILE",
                description =
                        "Count under this policy instead of that of the scans; cisa-2024 gives the figures of CISA's"
                                + " report, over all code.")
        @Nullable
        String policy;

        @Option(
                names = "--top",
                order = 2,
                paramLabel = "N",
                description = "Modules and components to list (default: 100).")
        @Nullable
        Integer top;
    }
}
