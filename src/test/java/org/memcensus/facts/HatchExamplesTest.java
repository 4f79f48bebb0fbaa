package org.memcensus.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.count.LineCounter;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.Criterion;
import org.memcensus.model.Fact;
import org.memcensus.model.HatchRule;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.Rule;
import org.memcensus.tables.HatchTable;
import org.memcensus.tables.LanguageTable;

/** Runs the examples that every rule on escape hatches brings along, each in all languages of the rule. */
class HatchExamplesTest {
    private static final List<HatchRule> RULES = HatchTable.rules();
    private static final Map<String, LineSyntax> SYNTAXES = new HashMap<>();

    static {
        LanguageTable.read().languages().forEach(language -> SYNTAXES.put(language.name(), language.syntax()));
    }

    private static List<Fact> find(String language, String code) {
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        Content content = new Content(bytes, bytes.length);
        CodeSpans spans = new CodeSpans();
        new LineCounter(Objects.requireNonNull(SYNTAXES.get(language))).count(content, spans);
        List<Rule> patterns = RULES.stream()
                .filter(rule -> rule.code().isEmpty() && rule.languages().contains(language))
                .map(rule ->
                        new Rule(rule.fact(), Criterion.O2, "", "", "", "", 0, 1, rule.match(), List.of(), List.of()))
                .toList();
        return Stream.concat(
                        new FactFinder(patterns).find(content, spans, false).facts().stream(),
                        new HatchFinder(RULES).find(language, content, spans).stream())
                .toList();
    }

    private static int count(String language, String rule, String code) {
        return find(language, code).stream()
                .filter(fact -> fact.rule().equals("hatch." + rule))
                .mapToInt(Fact::count)
                .sum();
    }

    @Test
    void every_example_hits_or_misses_as_it_says() {
        List<String> wrong = new ArrayList<>();
        for (HatchRule rule : RULES) {
            String language = rule.languages().stream()
                    .sorted(Comparator.naturalOrder())
                    .findFirst()
                    .orElseThrow();
            for (String hit : rule.hits()) {
                if (!rule.kind().isEmpty() && count(language, rule.id(), hit + "\n") == 0) {
                    wrong.add(rule.id() + " does not hit: " + hit);
                }
            }
            for (String miss : rule.misses()) {
                if (count(language, rule.id(), miss + "\n") != 0) {
                    wrong.add(rule.id() + " hits: " + miss);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_rule_has_examples_a_source_known_languages_and_one_way_to_match() {
        Set<String> ids = new HashSet<>();
        for (HatchRule rule : RULES) {
            assertTrue(ids.add(rule.id()), rule.id());
            assertFalse(rule.hits().isEmpty() || rule.misses().isEmpty(), rule.id());
            assertEquals("https", URI.create(rule.source()).getScheme(), rule.id());
            assertTrue(SYNTAXES.keySet().containsAll(rule.languages()), rule.id());
            Rule.Match match = rule.match();
            boolean matches = !match.names().isEmpty()
                    || !match.calls().isEmpty()
                    || !match.includes().isEmpty();
            assertTrue(matches == rule.code().isEmpty(), rule.id());
        }
        RULES.forEach(rule -> assertTrue(rule.needs().isEmpty() || ids.contains(rule.needs()), rule.id()));
        assertEquals(
                RULES.stream().map(HatchRule::id).sorted().toList(),
                List.copyOf(RULES.stream().map(HatchRule::id).toList()));
    }

    @Test
    void unsafe_rust_is_counted_in_blocks_functions_impls_and_lines() {
        String code = """
                // unsafe { }
                unsafe impl Send for P {}

                pub unsafe fn f(p: *const [u8; 4]) -> u8
                where
                    P: Copy,
                {
                    // a comment has no code

                    unsafe { (*p)[0] }
                }

                fn g() -> &'static str {
                    let x = unsafe {
                        f(q)
                    };
                    "unsafe { }"
                }
                """;
        assertEquals(2, count("Rust", "rust-unsafe-block", code));
        assertEquals(1, count("Rust", "rust-unsafe-function", code));
        assertEquals(1, count("Rust", "rust-unsafe-impl", code));
        assertEquals(6 + 3, count("Rust", "rust-unsafe-lines", code));
        Fact first = find("Rust", code).stream()
                .filter(fact -> fact.rule().equals("hatch.rust-unsafe-block"))
                .findFirst()
                .orElseThrow();
        assertEquals(10, first.line());
    }

    @Test
    void an_unsafe_block_that_never_ends_has_no_lines() {
        assertEquals(0, count("Rust", "rust-unsafe-lines", "unsafe { f();\n"));
        assertEquals(1, count("Rust", "rust-unsafe-block", "unsafe { f();\n"));
    }

    @Test
    void cgo_is_seen_in_a_group_of_imports_and_its_calls_are_counted() {
        String code =
                "import (\n\t\"fmt\"\n)\n\n/*\n#include <stdio.h>\n*/\nimport \"C\"\n\nfunc f() {\n\tC.puts(x)\n\tC.free(y)\n}\n";
        assertEquals(1, count("Go", "go-cgo", code));
        assertEquals(2, count("Go", "go-cgo-call", code));
    }
}
