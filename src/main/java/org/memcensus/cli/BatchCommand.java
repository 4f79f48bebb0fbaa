package org.memcensus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.memcensus.batch.Batch;
import org.memcensus.batch.RepositoryList;
import org.memcensus.batch.Summary;
import org.memcensus.model.UsageException;
import org.memcensus.report.Plain;
import org.memcensus.scan.ScanOptions;
import org.memcensus.store.Status;
import org.memcensus.store.Store;
import org.memcensus.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus batch}: a list of repositories goes in, a store comes out. */
@CommandLine.Command(
        name = "batch",
        addMethodSubcommands = false,
        header = "Census of a list of repositories; goes on where it was stopped.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus batch [OPTIONS] LIST|- --db FILE",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus batch critical.csv --db study.sqlite",
            "  memcensus batch critical.csv --db study.sqlite --retry-failed",
            "  gh repo list curl --json url -q .[].url | memcensus batch - --db curl.sqlite",
            "  memcensus report study.sqlite --policy cisa-2024"
        })
final class BatchCommand implements Command {
    private static final int MOST_FAILURES = 1000;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "LIST",
            description = "One address a line, or CSV with a column url, repo.url or repository; - for standard input.")
    private String list = "-";

    @Option(names = "--db", required = true, paramLabel = "FILE", description = "The store: one SQLite file.")
    private String db = "";

    @Option(names = "--retry-failed", description = "Try those again that failed, or were incomplete, before.")
    private boolean retryFailed;

    @Option(names = "--refresh", description = "Do all of the list again.")
    private boolean refresh;

    @ArgGroup(validate = false, order = 1, heading = "%nHow it clones:%n")
    private final BatchSettings cloning = new BatchSettings();

    @ArgGroup(validate = false, order = 2, heading = "%nWhat is scanned, and how it is judged:%n")
    private final ScanSettings settings = new ScanSettings();

    @ArgGroup(validate = false, order = 3, heading = "")
    private final AdviceSettings advice = new AdviceSettings();

    @ArgGroup(validate = false, order = 4, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    BatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws UsageException, IOException {
        ScanOptions scan = options();
        Path file = path(db, "--db");
        if (db.equals("-") || (Files.exists(file) && !Files.isRegularFile(file))) {
            throw new UsageException("--db " + db + ": a stream, a folder or a device holds no store: give a file");
        }
        Clock clock = Clock.systemUTC();
        String holder = "process " + ProcessHandle.current().pid() + " (since "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ")";
        try (Store store = Store.open(file, BatchIdentity.of(surroundings.version(), scan), holder)) {
            RepositoryList.Read read = readInto(store);
            if (read.repositories() == 0) {
                throw new UsageException(list + ": the list holds no repository: nothing to scan");
            }
            Summary summary;
            try (BatchProgress progress = BatchProgress.of(surroundings, general)) {
                Batch batch =
                        new Batch(cloning.options(scan, file, surroundings), store, read.addresses(), progress, clock);
                summary = runGuarded(batch, store);
            }
            print(summary, store, file);
            return summary.failed() + summary.incomplete() + summary.pending() > 0 ? ExitCode.INCOMPLETE : ExitCode.OK;
        } catch (StoreException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    /** One policy for all: shares that were counted by different rules could not be compared, so no project has its own. */
    private ScanOptions options() throws UsageException {
        ScanOptions given = advice.over(settings.options(list, surroundings));
        return given.policy() == null
                ? given.but().policy(given.config().policy()).build()
                : given;
    }

    private RepositoryList.Read readInto(Store store) throws StoreException, UsageException {
        List<Status> again = refresh
                ? List.of(Status.DONE, Status.INCOMPLETE, Status.FAILED)
                : retryFailed ? List.of(Status.INCOMPLETE, Status.FAILED) : List.of();
        PrintWriter err = surroundings.err();
        RepositoryList.Read[] read = new RepositoryList.Read[1];
        try (Reader in = open()) {
            store.list(
                    sink -> {
                        try {
                            read[0] = RepositoryList.read(
                                    in,
                                    surroundings.directory().toAbsolutePath(),
                                    note -> {
                                        if (general.verbose) {
                                            err.println("memcensus: " + Plain.of(list + ": " + note));
                                        }
                                    },
                                    sink);
                        } catch (UsageException e) {
                            throw new UncheckedIOException(new IOException(e.getMessage(), e));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    again);
        } catch (UncheckedIOException | IOException e) {
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            throw new UsageException(list + ": " + cause.getMessage());
        }
        RepositoryList.Read result = Objects.requireNonNull(read[0]);
        if (!general.quiet && result.duplicates() + result.empty() > 0) {
            err.println("memcensus: " + list + ": " + result.repositories()
                    + (result.repositories() == 1 ? " repository; " : " repositories; ")
                    + result.duplicates() + (result.duplicates() == 1 ? " line names" : " lines name")
                    + " one again and " + result.empty() + (result.empty() == 1 ? " names" : " name")
                    + " none (-v lists them)");
        }
        return result;
    }

    private Reader open() throws UsageException, IOException {
        if (list.equals("-")) {
            return new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8);
        }
        Path file = path(list, "LIST");
        if (!Files.exists(file)) {
            throw new UsageException(list + ": no such file: give a list of repositories, or - for standard input");
        }
        InputStream in = Files.newInputStream(file);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Ctrl-C and the like: the store is closed first, so that nothing half-done gets in, and then the clones go. */
    private static Summary runGuarded(Batch batch, Store store) throws StoreException {
        Thread hook = new Thread(
                () -> {
                    batch.stop();
                    store.close();
                    batch.clean();
                },
                "stop batch");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            batch.stop(); // the program ends already
        }
        try {
            return batch.run();
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It runs just now.
            }
        }
    }

    private void print(Summary summary, Store store, Path file) throws StoreException, IOException {
        StringBuilder text = new StringBuilder();
        text.append(summary.done())
                .append(" of ")
                .append(summary.listed())
                .append(summary.listed() == 1 ? " repository scanned, " : " repositories scanned, ");
        text.append(summary.incomplete())
                .append(" incomplete, ")
                .append(summary.failed())
                .append(" failed");
        text.append(summary.pending() == 0 ? "" : ", " + summary.pending() + " still to do")
                .append('\n');
        for (Store.Trouble trouble : store.troubles(MOST_FAILURES)) {
            String error = trouble.error();
            text.append("  ").append(trouble.status().label()).append(' ');
            text.append(Plain.of(error.contains(trouble.url()) ? error : trouble.url() + ": " + error));
            text.append('\n');
        }
        if (summary.failed() + summary.incomplete() > MOST_FAILURES) {
            text.append("  and more: memcensus report ").append(file).append(" -v\n");
        }
        text.append("store: ").append(Plain.of(db)).append(", for memcensus report and sqlite3\n");
        surroundings.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Path path(String text, String option) throws UsageException {
        if (text.isEmpty()) {
            throw new UsageException(option + " is empty: give a file");
        }
        return surroundings.path(option, text);
    }
}
