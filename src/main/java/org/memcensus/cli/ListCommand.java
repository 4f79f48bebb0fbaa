package org.memcensus.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Parameters;

/** {@code memcensus list}: what the program knows. */
@CommandLine.Command(
        name = "list",
        header = "What memcensus knows, and where it has it from.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "memcensus list languages|policies|rules|replacements|formats",
        parameterListHeading = "%n",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcensus list languages | grep -i fortran",
            "  memcensus list rules",
            "  memcensus list replacements"
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
                "formats: the formats of a report"
            })
    private Subject subject = Subject.LANGUAGES;

    @ArgGroup(validate = false, order = 1, heading = "%nGeneral:%n")
    private final GeneralOptions general = new GeneralOptions();

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ExitCode run() throws IOException {
        Engine engine = surroundings.engine();
        Columns columns = new Columns();
        switch (subject) {
            case LANGUAGES -> {
                columns.add("LANGUAGE", "SAFETY", "SOURCE", "FILES");
                engine.languages()
                        .forEach(language -> columns.add(
                                language.name(), language.safety().label(), language.source(), files(language)));
            }
            case POLICIES -> {
                columns.add("POLICY", "VERSION", "RULINGS", "UNDETERMINED COUNTS AS");
                engine.policies().forEach(policy -> addPolicy(columns, policy));
            }
            case RULES -> {
                columns.add("RULE", "CRITERION", "POINTS", "QUESTION");
                engine.rules()
                        .forEach(rule -> columns.add(
                                rule.id(), rule.criterion().name(), String.valueOf(rule.points()), rule.question()));
            }
            case REPLACEMENTS -> {
                columns.add("COMPONENT", "REPLACEMENT", "LANGUAGE", "C API", "ADDRESS");
                engine.replacements()
                        .forEach(replacement -> columns.add(
                                replacement.component(),
                                replacement.project(),
                                replacement.language(),
                                replacement.cApi(),
                                replacement.url()));
            }
            case FORMATS -> {
                columns.add("FORMAT", "FILE", "FOR");
                engine.formats()
                        .forEach(
                                format -> columns.add(format.name(), "memcensus." + format.extension(), format.says()));
            }
        }
        surroundings.out().write(columns.text().getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }

    @Override
    public boolean verbose() {
        return general.verbose;
    }

    private static String files(Language language) {
        return Stream.concat(language.extensions().stream(), language.fileNames().stream())
                .collect(Collectors.joining(" "));
    }

    private static void addPolicy(Columns columns, Policy policy) {
        columns.add(
                policy.name(),
                policy.version(),
                policy.safety().isEmpty()
                        ? "the language table's"
                        : policy.safety().size() + " of its own",
                policy.undeterminedIsUnsafe() ? "unsafe" : "undetermined");
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
