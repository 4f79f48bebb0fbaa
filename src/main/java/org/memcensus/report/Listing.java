package org.memcensus.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import org.memcensus.model.Replacement;
import org.memcensus.model.Rule;
import org.memcensus.model.SafetySource;

/**
 * A table of what the program knows: the answer of {@code list}.
 *
 * @param columns its columns
 * @param rows its cells, one for each column
 */
public record Listing(List<Column> columns, List<List<String>> rows) {
    /** Copies its lists, and refuses a row that has not one cell for each column. */
    public Listing {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " does not fit " + columns);
            }
        }
    }

    /**
     * A column.
     *
     * @param name its title, and its field in JSON
     * @param number whether its cells are whole numbers
     */
    public record Column(String name, boolean number) {}

    /** The language table, by name. */
    public static Listing languages(List<Language> languages) {
        return new Listing(
                words("name", "type", "safety", "source", "reason", "files"),
                languages.stream()
                        .sorted(Comparator.comparing(Language::name))
                        .map(language -> List.of(
                                language.name(),
                                label(language.type()),
                                language.safety().label(),
                                language.source(),
                                language.reason(),
                                files(language)))
                        .toList());
    }

    /**
     * The language table for programs, with the address of each ruling's source.
     *
     * @param sources who the rulings come from; one that is not among them, such as a policy, has no address
     */
    public static Listing languages(List<Language> languages, List<SafetySource> sources) {
        Map<String, SafetySource> byId =
                sources.stream().collect(Collectors.toMap(SafetySource::id, Function.identity()));
        return new Listing(
                words(
                        "name",
                        "type",
                        "safety",
                        "source",
                        "sourceUrl",
                        "sourceSays",
                        "reason",
                        "files",
                        "interpreters",
                        "aliases"),
                languages.stream()
                        .sorted(Comparator.comparing(Language::name))
                        .map(language -> {
                            SafetySource source = byId.get(language.source());
                            return List.of(
                                    language.name(),
                                    label(language.type()),
                                    language.safety().label(),
                                    language.source(),
                                    source == null ? "" : source.url(),
                                    source == null ? "" : source.says(),
                                    language.reason(),
                                    files(language),
                                    String.join(" ", language.interpreters()),
                                    String.join(" ", language.aliases()));
                        })
                        .toList());
    }

    /** The policies, in the order given. */
    public static Listing policies(List<Policy> policies) {
        return new Listing(
                words(
                        "name",
                        "version",
                        "undetermined",
                        "otherLanguages",
                        "riskShare",
                        "floorShare",
                        "caps",
                        "overrides"),
                policies.stream()
                        .map(policy -> List.of(
                                policy.name(),
                                policy.version(),
                                policy.rulings().undeterminedIsUnsafe() ? "unsafe" : "undetermined",
                                policy.rulings().others() == null
                                        ? "as in the table"
                                        : policy.rulings().others().label(),
                                Double.toString(policy.riskShare()),
                                Double.toString(policy.floor().share()),
                                sorted(policy.caps().entrySet().stream()
                                        .map(cap -> cap.getKey() + "=" + cap.getValue())),
                                sorted(policy.rulings().safety().entrySet().stream()
                                        .map(ruling -> ruling.getKey() + "="
                                                + ruling.getValue().label()))))
                        .toList());
    }

    /** The evidence rules, by criterion and id. */
    public static Listing rules(List<Rule> rules) {
        return new Listing(
                List.of(
                        new Column("id", false),
                        new Column("criterion", false),
                        new Column("points", true),
                        new Column("says", false),
                        new Column("source", false),
                        new Column("why", false)),
                rules.stream()
                        .sorted(Comparator.comparing(Rule::criterion).thenComparing(Rule::id))
                        .map(rule -> List.of(
                                rule.id(),
                                rule.criterion().name(),
                                Integer.toString(rule.points()),
                                rule.says(),
                                rule.source(),
                                rule.why()))
                        .toList());
    }

    /** The replacement catalogue, by component. */
    public static Listing replacements(List<Replacement> replacements) {
        return new Listing(
                words(
                        "component",
                        "project",
                        "language",
                        "licence",
                        "cApi",
                        "swap",
                        "url",
                        "maturity",
                        "stories",
                        "source"),
                replacements.stream()
                        .sorted(Comparator.comparing(Replacement::component, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(Replacement::project))
                        .map(replacement -> List.of(
                                replacement.component(),
                                replacement.project(),
                                replacement.language(),
                                replacement.licence(),
                                replacement.cApi(),
                                replacement.swapLevel(),
                                replacement.url(),
                                replacement.maturity(),
                                stories(replacement),
                                replacement.source()))
                        .toList());
    }

    private static String stories(Replacement replacement) {
        return replacement.stories().stream()
                .map(story -> story.text() + " (" + story.url() + ")")
                .collect(Collectors.joining("; "));
    }

    /** The report formats. */
    public static Listing formats() {
        return new Listing(
                words("name", "file", "description"),
                Arrays.stream(Format.values())
                        .map(format -> List.of(format.label(), "memcensus." + format.extension(), format.description()))
                        .toList());
    }

    private static List<Column> words(String... names) {
        return Arrays.stream(names).map(name -> new Column(name, false)).toList();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String files(Language language) {
        return String.join(" ", language.extensions())
                + (language.extensions().isEmpty() || language.fileNames().isEmpty() ? "" : " ")
                + String.join(" ", language.fileNames());
    }

    private static String sorted(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }
}
