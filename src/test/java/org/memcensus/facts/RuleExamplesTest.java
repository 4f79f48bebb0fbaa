package org.memcensus.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.count.LineCounter;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.Rule;
import org.memcensus.tables.RuleTable;
import org.memcensus.tables.SyntaxTable;

/** Runs the examples that every evidence rule brings along, as C. */
class RuleExamplesTest {
    private static final LineSyntax C = SyntaxTable.read().stream()
            .filter(syntax -> syntax.name().equals("c"))
            .findFirst()
            .orElseThrow();

    static FileFacts find(List<Rule> rules, String code) {
        return find(new FactFinder(rules), code);
    }

    static FileFacts find(FactFinder finder, String code) {
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        Content content = new Content(bytes, bytes.length);
        CodeSpans spans = new CodeSpans();
        new LineCounter(C).count(content, spans);
        return finder.find(content, spans, true);
    }

    @Test
    void every_example_of_a_rule_hits_or_misses_as_it_says() {
        List<String> wrong = new ArrayList<>();
        for (Rule rule : RuleTable.rules()) {
            for (String hit : rule.hits()) {
                if (!hit.startsWith("path: ") && !hits(rule, hit)) {
                    wrong.add(rule.id() + " does not hit: " + hit);
                }
            }
            for (String miss : rule.misses()) {
                if (!miss.startsWith("path: ") && hits(rule, miss)) {
                    wrong.add(rule.id() + " hits: " + miss);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean hits(Rule rule, String code) {
        return find(List.of(rule), code + "\n").facts().stream().map(Fact::rule).anyMatch(rule.id()::equals);
    }
}
