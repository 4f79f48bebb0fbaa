package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    @Test
    void the_longest_text_that_each_match_holds_is_taken() {
        assertEquals(List.of("template"), Literals.of("^[ \t]*template[ \t]*<"));
        assertEquals(List.of("use strict"), Literals.of("a?use strict\\b"));
    }

    @Test
    void the_alternatives_of_a_group_are_taken_together() {
        assertEquals(List.of("public", "private"), Literals.of("^[ \t]*(public|private)[ \t]*:"));
        assertEquals(List.of("foo", "bar"), Literals.of("foo|bar+"));
    }

    @Test
    void what_a_match_may_lack_is_not_taken() {
        assertEquals(List.of(), Literals.of("(abc)?[a-z]"));
        assertEquals(List.of(), Literals.of("(?i)class"));
        assertEquals(List.of(), Literals.of("(abc|[0-9])"));
        assertEquals(List.of("ab"), Literals.of("abc{0,2}"));
    }

    @Test
    void a_search_finds_a_text_anywhere_and_only_before_the_end() {
        LiteralSearch search = new LiteralSearch(List.of("generated", "made by"));
        for (int before = 0; before < 40; before++) {
            byte[] bytes = (" ".repeat(before) + "made by you").getBytes(StandardCharsets.ISO_8859_1);
            assertTrue(search.finds(bytes, bytes.length), "after " + before);
            assertFalse(search.finds(bytes, before + 6), "cut after " + before);
        }
    }
}
