package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memcensus.model.Criterion;
import org.memcensus.model.Policy;
import org.memcensus.model.Rule;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;

class ListReportTest {
    private static String render(Listing listing, Format format) throws IOException {
        return render(listing, format, Samples.run(100, 24));
    }

    private static String render(Listing listing, Format format, RunInfo run) throws IOException {
        StringWriter out = new StringWriter();
        new ListReport().write(listing, format, run, out);
        return out.toString();
    }

    private static Rule rule(String id, Criterion criterion, String says, String why) {
        Rule.Match match = new Rule.Match(List.of(), List.of(), List.of(), List.of(), List.of());
        return new Rule(
                id, criterion, "Does it?", says, why, "https://example.org/" + id, 25, 4, match, List.of(), List.of());
    }

    @ParameterizedTest
    @FieldSource("org.memcensus.report.Format#OF_TABLES")
    void rules_are_listed_by_criterion_with_long_reasons_folded(Format format) throws IOException {
        List<Rule> rules = List.of(
                rule("parse.wire", Criterion.R3, "decodes wire formats", "short"),
                rule(
                        "net.socket",
                        Criterion.R2,
                        "receives from sockets",
                        "What comes from a socket is chosen by others. ".repeat(4)));
        Golden.check("list-rules." + format.extension(), render(Listing.rules(rules), format));
    }

    @Test
    void languages_policies_replacements_and_formats_are_listed() throws IOException {
        String all = render(
                        Listing.languages(List.of(
                                SampleFiles.language("Rust", Safety.SAFE), SampleFiles.language("C", Safety.UNSAFE))),
                        Format.TEXT)
                + render(
                        Listing.policies(List.of(new Policy(
                                "strict",
                                "1",
                                new Policy.Rulings(Map.of("Zig", Safety.UNSAFE, "Ada", Safety.SAFE), Safety.SAFE, true),
                                Map.of(Criterion.R2, 25, Criterion.R3, 25),
                                Policy.EMPTY.risk(),
                                0.4,
                                new Policy.Floor(0.01, 2000),
                                Policy.History.NONE))),
                        Format.TEXT)
                + render(
                        Listing.replacements(List.of(
                                Samples.replacement(
                                        "zlib",
                                        "zlib-rs",
                                        "https://github.com/trifectatechfoundation/zlib-rs",
                                        "abi",
                                        "yes"),
                                Samples.replacement(
                                        "Expat",
                                        "quick-xml",
                                        "https://github.com/tafia/quick-xml",
                                        "language-only",
                                        "no"))),
                        Format.TEXT)
                + render(Listing.formats(), Format.TEXT);
        Golden.check("lists.txt", all);
    }

    @Test
    void where_there_is_no_screen_each_row_is_one_line() throws IOException {
        Listing rules = Listing.rules(List.of(rule("net.socket", Criterion.R2, "receives", "long words ".repeat(40))));
        assertEquals(2, render(rules, Format.TEXT, Samples.run(60, 0)).lines().count());
        assertTrue(render(rules, Format.TEXT, Samples.run(60, 24)).lines().count() > 2);
    }

    @Test
    void a_row_without_a_cell_for_each_column_is_refused() {
        List<Listing.Column> one = List.of(new Listing.Column("a", false));
        assertThrows(IllegalArgumentException.class, () -> new Listing(one, List.of(List.of())));
    }
}
