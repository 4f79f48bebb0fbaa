package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    }

    @Test
    void its_directory_is_what_stands_before_wildcards() {
        assertEquals("src/x", new Glob("src/x/*.c").directory());
        assertEquals("", new Glob("*.c").directory());
        assertEquals("src", new Glob("src/a?/b.c").directory());
    }

    private static void matches(boolean expected, String pattern, String path) {
        assertEquals(expected, new Glob(pattern).matches(path), pattern + " on " + path);
    }
}
