package org.memcensus.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GlobTest {
    @Test
    void stars_stay_in_a_directory_and_double_stars_do_not() {
        matches(true, "src/*.c", "src/a.c");
        matches(false, "src/*.c", "src/x/a.c");
        matches(true, "**/*.c", "a.c");
        matches(true, "src/**/*.c", "src/a.c");
        matches(true, "src/**/*.c", "src/x/y/a.c");
        matches(false, "src/**/*.c", "srcs/a.c");
        matches(true, "src/**", "src/x/y");
        matches(true, "a?c", "abc");
        matches(false, "a?c", "a/c");
        matches(true, "src/**/x/*.c", "src/x/y/x/a.c");
        matches(false, "*", "a/b");
        matches(true, "a*b*c", "aXbXbc");
        matches(false, "abc", "ab");
        matches(false, "ab", "abc");
        matches(true, "src/[a-c]*.c", "src/box.c");
        matches(false, "src/[!a-c]*.c", "src/box.c");
        matches(true, "/*", "ab");
    }

    @Test
    void its_directory_is_what_stands_before_wildcards() {
        assertEquals("src/x", Glob.ofPaths("src/x/*.c").directory());
        assertEquals("", Glob.ofPaths("*.c").directory());
        assertEquals("src", Glob.ofPaths("src/a?/b.c").directory());
    }

    @Test
    void without_a_slash_it_is_for_names_at_any_depth() {
        assertTrue(new Glob("*.c").matches("src/x/a.c"));
        assertFalse(new Glob("/*.c").matches("src/x/a.c"));
        assertFalse(new Glob("*.c").matches("a.c/b"));
    }

    private static void matches(boolean expected, String pattern, String path) {
        assertEquals(expected, Glob.ofPaths(pattern).matches(path), pattern + " on " + path);
    }
}
