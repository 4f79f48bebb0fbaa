package org.memcensus.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Catalogue;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import org.memcensus.model.UsageException;
import org.memcensus.report.Format;
import org.memcensus.report.ListReport;
import org.memcensus.report.Listing;
import org.memcensus.scan.ScanOptions;
import org.memcensus.tables.LanguageTable;
import org.memcensus.tables.PolicyTable;
import org.memcensus.tables.ReplacementTable;
import org.memcensus.tables.RuleTable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcensus list}: what the program knows. */
@CommandLine.Command(
        name = "list",
        addMethodSubcommands = false,
        header = "What memcensus knows, and where it has it from.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus list [OPTIONS] languages|policies|rules|replacements|formats",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus list languages | grep -i fortran",
            "  memcensus list languages --policy cisa-2024 -f json",
            "  memcensus list rules",
            "  memcensus list replacements -f json"
        })
final class ListCommand implements Command {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "WHAT",
            description = {
                "languages: every language, its safety class and the source of that ruling",
                "policies: what --policy can name",
                "rules: the evidence rules, their criterion and points",
                "replacements: the catalogue of memory-safe replacements",
                "formats: the formats of scan"
            })
    private Subject subject = Subject.LANGUAGES;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "F",
            description = "Format of the table: text, json, markdown or csv (default: text).")
    private String format = Format.TEXT.label();

    @Option(
            names = "--policy",
            paramLabel = "NAME|FILE",
            description = "Show the languages as this policy rules on them.")
    @Nullable
    private String policy;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "Lay your own replacements over the built-in ones.")
    @Nullable
    private String catalogue;

    @ArgGroup(validate = false, order = 1, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws UsageException, IOException {
        new ListReport()
                .write(
                        listing(),
                        Results.format(format),
                        Shown.of(general).onScreen(surroundings),
                        surroundings.writer());
        return ExitCode.OK;
    }

    private Listing listing() throws UsageException {
        if (policy != null && subject != Subject.LANGUAGES) {
            throw new UsageException("--policy goes with list languages: leave it out of list " + subject);
        }
        if (catalogue != null && subject != Subject.REPLACEMENTS) {
            throw new UsageException("--catalogue goes with list replacements: leave it out of list " + subject);
        }
        return switch (subject) {
            case LANGUAGES -> languages();
            case POLICIES -> Listing.policies(PolicyTable.policies());
            case RULES -> Listing.rules(RuleTable.rules());
            case REPLACEMENTS -> replacements();
            case FORMATS -> Listing.formats();
        };
    }

    /** For programs with the sources in full; a screen has no room for them. */
    private Listing languages() throws UsageException {
        LanguageTable table = LanguageTable.read();
        Policy ruling = PolicyTable.find(policy == null ? ScanOptions.DEFAULT_POLICY : policy);
        List<Language> languages = table.languages().stream().map(ruling::over).toList();
        return Results.format(format) == Format.JSON
                ? Listing.languages(languages, table.sources())
                : Listing.languages(languages);
    }

    private Listing replacements() throws UsageException {
        Catalogue known = ReplacementTable.with(catalogue);
        if (!general.quiet) {
            surroundings
                    .err()
                    .println("memcensus: catalogue " + known.version() + " of " + known.date() + ", "
                            + known.entries().size() + " entries");
        }
        return Listing.replacements(known.entries());
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    /** What can be listed. */
    enum Subject {
        /** The language table. */
        LANGUAGES,
        /** The built-in policies. */
        POLICIES,
        /** The evidence rules. */
        RULES,
        /** The catalogue of replacements. */
        REPLACEMENTS,
        /** The formats of a report. */
        FORMATS;

        /** The word after {@code list}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
