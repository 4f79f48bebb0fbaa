package org.memcensus.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Study;
import org.memcensus.model.UsageException;
import org.memcensus.report.StudyFormat;
import org.memcensus.report.StudyReport;
import org.memcensus.store.StoreException;
import org.memcensus.store.StudyReader;
import org.memcensus.tables.LanguageTable;
import org.memcensus.tables.PolicyTable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus report}: the store of a batch goes in, the study comes out. */
@CommandLine.Command(
        name = "report",
        addMethodSubcommands = false,
        header = "What the store of a batch says of all its repositories together.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus report [OPTIONS] FILE",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus report study.sqlite",
            "  memcensus report study.sqlite --policy cisa-2024",
            "  memcensus report study.sqlite -f csv -o tables/"
        })
final class ReportCommand implements Command {
    private static final String CISA = "cisa-2024";
    private static final int DEFAULT_TOP = 100;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file that batch --db wrote.")
    private String file = "";

    @Option(
            names = {"-f", "--format"},
            split = ",",
            paramLabel = "F[,F...]",
            hideParamSyntax = true,
            description = "Formats: text, json, csv (a folder of tables) or markdown (default: text).")
    private List<String> formats = new ArrayList<>(List.of("text"));

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "Write there instead of to standard output; csv and several formats need a folder.")
    @Nullable
    private String output;

    @Option(
            names = "--policy",
            paramLabel = "NAME|FILE",
            description = "Count under this policy instead of that of the scans; cisa-2024 gives the figures of CISA's"
                    + " report, over all code.")
    @Nullable
    private String policy;

    @Option(
            names = "--scope",
            paramLabel = "shipped|first-party|all",
            completionCandidates = ScanCommand.ScopeWords.class,
            description = "What is counted (default: shipped; all under cisa-2024).")
    @Nullable
    private Scope scope;

    @Option(names = "--top", paramLabel = "N", description = "Modules and components to list (default: 100).")
    private int top = DEFAULT_TOP;

    @ArgGroup(validate = false, order = 1, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws UsageException, IOException {
        List<StudyFormat> chosen = OutputSettings.chosen(formats, List.of(StudyFormat.values()), StudyFormat::label);
        Path folder = folder(chosen);
        Study study = study();
        if (output == null) {
            StudyReport.write(study, chosen.get(0), shown().onScreen(surroundings), surroundings.writer());
            return ExitCode.OK;
        }
        Map<Path, String> files = new LinkedHashMap<>();
        for (StudyFormat format : chosen) {
            if (format == StudyFormat.CSV) {
                StudyReport.tables(study).forEach((name, text) -> files.put(folder.resolve(name), text));
            } else {
                StringWriter text = new StringWriter();
                StudyReport.write(study, format, shown().inFile(surroundings), text);
                boolean inFolder = chosen.size() > 1 || Files.isDirectory(folder) || output.endsWith("/");
                files.put(inFolder ? folder.resolve("study." + format.extension()) : folder, text.toString());
            }
        }
        write(files);
        return ExitCode.OK;
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    private Shown shown() {
        return new Shown(general.color, general.verbose, false, Scope.SHIPPED);
    }

    private Path folder(List<StudyFormat> chosen) throws UsageException {
        if (output == null) {
            if (chosen.size() > 1 || chosen.get(0) == StudyFormat.CSV) {
                throw new UsageException("csv and several formats need a folder: add --output DIR");
            }
            return Path.of("");
        }
        try {
            Path place = surroundings.directory().resolve(output);
            if ((chosen.size() > 1 || chosen.get(0) == StudyFormat.CSV) && Files.isRegularFile(place)) {
                throw new UsageException("--output " + output + " is a file, and these formats need a folder");
            }
            return place;
        } catch (InvalidPathException e) {
            throw new UsageException("--output " + output + ": no path of this system: " + e.getReason());
        }
    }

    private Study study() throws UsageException {
        if (top < 1) {
            throw new UsageException("--top must be at least 1, not " + top);
        }
        BiFunction<String, Safety, Safety> ruling = (name, scanned) -> scanned;
        String name = null;
        boolean cisa = false;
        if (policy != null) {
            Policy asked = PolicyTable.find(policy);
            ruling = ruling(asked);
            name = asked.name() + " " + asked.version();
            cisa = asked.name().equals(CISA);
        }
        Scope counted = scope != null ? scope : cisa ? Scope.ALL : Scope.SHIPPED;
        try {
            Path path = surroundings.directory().resolve(file);
            return StudyReader.read(path, new StudyReader.Question(counted, name, ruling, top));
        } catch (InvalidPathException e) {
            throw new UsageException(file + ": no path of this system: " + e.getReason());
        } catch (StoreException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** A file that its content set apart from its language keeps the class that it got for that. */
    private static BiFunction<String, Safety, Safety> ruling(Policy policy) {
        Map<String, Language> languages = new HashMap<>();
        LanguageTable.read().languages().forEach(language -> languages.put(language.name(), language));
        return (name, scanned) -> {
            Language language = languages.get(name);
            return language == null || scanned == Safety.NONE ? scanned : policy.ruling(language);
        };
    }

    /** Each file beside its place first, so that it is there whole or as it was. */
    private static void write(Map<Path, String> files) throws UsageException {
        Path current = Path.of("");
        try {
            for (Map.Entry<Path, String> entry : files.entrySet()) {
                current = entry.getKey();
                Path parent = current.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Path beside = current.resolveSibling("." + current.getFileName() + "."
                        + ProcessHandle.current().pid() + ".tmp");
                Files.writeString(beside, entry.getValue());
                Files.move(beside, current, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + current + ": " + e.getMessage());
        }
    }
}
