package org.memcensus.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.memcensus.model.FixKind;
import org.memcensus.tables.FixTable;

class FixWordsTest {
    private static FixKind kind(double weight, List<String> phrases, List<String> unless) {
        return new FixKind("k" + weight, "says", weight, "https://example.org", phrases, unless, List.of(), List.of());
    }

    @TestFactory
    List<DynamicTest> each_kind_hits_and_misses_what_its_entry_says() {
        return FixTable.kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.id(), () -> {
                    FixWords words = new FixWords(List.of(kind));
                    assertTrue(!kind.hits().isEmpty() && !kind.misses().isEmpty(), "no examples");
                    kind.hits().forEach(hit -> assertEquals(kind.weight(), words.weight(hit), hit));
                    kind.misses().forEach(miss -> assertEquals(0, words.weight(miss), miss));
                }))
                .toList();
    }

    @Test
    void the_strongest_kind_of_a_message_counts() {
        FixWords words = new FixWords(
                List.of(kind(0.2, List.of("cve # #"), List.of()), kind(1, List.of("double free*"), List.of())));
        assertEquals(1, words.weight("Fix a double-free\n\nCVE-2020-1"));
        assertEquals(0.2, words.weight("CVE-2020-1"));
        assertEquals(0, words.weight("CVE list"));
    }

    @Test
    void words_count_as_wholes_in_either_case_whatever_stands_between_them() {
        FixWords words = new FixWords(List.of(kind(1, List.of("use after free", "overrun*"), List.of())));
        assertEquals(1, words.weight("USE-AFTER_FREE"));
        assertEquals(1, words.weight("a use\n after free"));
        assertEquals(1, words.weight("two overruns"));
        assertEquals(0, words.weight("reuse after free"));
        assertEquals(0, words.weight("use after freeze"));
        assertEquals(0, words.weight("use after"));
        assertEquals(0, words.weight(""));
    }

    @Test
    void a_phrase_can_take_another_back() {
        FixWords words = new FixWords(List.of(kind(1, List.of("asan"), List.of("asan build*"))));
        assertEquals(1, words.weight("an ASAN finding"));
        assertEquals(0, words.weight("ASAN builds: asan"));
    }

    @Test
    void a_phrase_that_could_never_match_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> new FixWords(List.of(kind(1, List.of("Use after"), List.of()))));
        assertThrows(IllegalArgumentException.class, () -> new FixWords(List.of(kind(1, List.of("a b"), List.of()))));
    }
}
