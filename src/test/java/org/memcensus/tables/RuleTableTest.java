package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.PathWords;
import org.memcensus.model.Rule;

class RuleTableTest {
    /** How an example for words of a path begins. */
    private static final String PATH = "path: ";

    private final List<Rule> rules = RuleTable.rules();

    @Test
    void rules_are_sorted_by_criterion_and_id_and_no_id_stands_twice() {
        List<Rule> sorted = rules.stream()
                .sorted(Comparator.comparing(Rule::criterion).thenComparing(Rule::id))
                .toList();
        assertEquals(
                sorted.stream().map(Rule::id).toList(),
                rules.stream().map(Rule::id).toList());
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> assertTrue(ids.add(rule.id()), rule.id()));
    }

    @Test
    void every_rule_says_what_it_asks_and_why_and_names_its_source() {
        for (Rule rule : rules) {
            assertTrue(rule.question().endsWith("?"), rule.id());
            assertFalse(rule.says().isBlank(), rule.id());
            assertTrue(rule.says().length() <= 60, rule.id() + ": too long for the screen");
            assertFalse(rule.why().isBlank(), rule.id());
            assertEquals("https", URI.create(rule.source()).getScheme(), rule.id());
        }
    }

    @Test
    void points_and_enough_stay_in_their_ranges() {
        for (Rule rule : rules) {
            assertTrue(rule.points() >= 1 && rule.points() <= 25, rule.id());
            assertTrue(rule.enough() >= 1, rule.id());
        }
    }

    @Test
    void a_rule_has_a_match_with_examples_or_is_one_that_is_counted() {
        for (Rule rule : rules) {
            boolean counted = Stream.of("r4.", "o", "reach.").anyMatch(rule.id()::startsWith);
            assertEquals(counted, patterns(rule).isEmpty(), rule.id());
            assertTrue(counted || rule.hits().size() >= 2, rule.id() + ": two hits");
            assertTrue(counted || rule.misses().size() >= 2, rule.id() + ": two misses");
        }
    }

    @Test
    void patterns_have_no_spaces_stand_once_and_use_a_star_only_at_the_end() {
        for (Rule rule : rules) {
            List<String> all = patterns(rule);
            for (String pattern : all) {
                assertFalse(pattern.isBlank() || pattern.contains(" "), rule.id() + ": '" + pattern + "'");
                int star = pattern.indexOf('*');
                assertTrue(star < 0 || star == pattern.length() - 1, rule.id() + ": " + pattern);
            }
            for (List<String> kind : kinds(rule)) {
                assertEquals(kind.size(), new HashSet<>(kind).size(), rule.id() + ": a pattern stands twice");
            }
        }
    }

    @Test
    void words_are_lower_case_as_they_are_compared() {
        for (Rule rule : rules) {
            Stream.concat(rule.match().words().stream(), rule.match().paths().stream())
                    .forEach(word -> assertTrue(word.matches("[a-z0-9]+"), rule.id() + ": " + word));
        }
    }

    @Test
    void examples_of_paths_hit_and_miss() {
        for (Rule rule : rules) {
            for (String hit : rule.hits()) {
                if (hit.startsWith(PATH)) {
                    assertTrue(matchesPath(rule, hit), rule.id() + ": " + hit);
                }
            }
            for (String miss : rule.misses()) {
                if (miss.startsWith(PATH)) {
                    assertFalse(matchesPath(rule, miss), rule.id() + ": " + miss);
                }
            }
        }
    }

    private static boolean matchesPath(Rule rule, String example) {
        Set<String> words = PathWords.of(example.substring(PATH.length()));
        return rule.match().paths().stream().anyMatch(words::contains);
    }

    private static List<List<String>> kinds(Rule rule) {
        Rule.Match match = rule.match();
        return List.of(match.calls(), match.names(), match.includes(), match.words(), match.paths());
    }

    private static List<String> patterns(Rule rule) {
        return kinds(rule).stream().flatMap(List::stream).toList();
    }
}
