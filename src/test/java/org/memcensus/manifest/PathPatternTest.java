package org.memcensus.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PathPatternTest {
    private static final int CASES = 20_000;

    private static boolean matches(String pattern, String path) {
        return new PathPattern(pattern).matches(path);
    }

    @Test
    void a_folder_means_all_below_it_and_no_file_of_its_name() {
        assertTrue(matches("/net/ipv4/", "net/ipv4/tcp.c"));
        assertFalse(matches("/net/ipv4/", "net/ipv4"));
        assertFalse(matches("/net/ipv4/", "net/ipv4x/tcp.c"));
        assertTrue(matches("/net/ipv4", "net/ipv4"));
        assertTrue(matches("/net/ipv4", "net/ipv4/tcp.c"));
        assertFalse(matches("/net/ipv4", "net/ipv4x"));
    }

    @Test
    void a_star_stays_in_its_name() {
        assertTrue(matches("/drivers/*/aspeed*", "drivers/i2c/aspeed-i2c.c"));
        assertFalse(matches("/drivers/*/aspeed*", "drivers/i2c/busses/aspeed-i2c.c"));
        assertTrue(matches("/a*b*c", "axxbyybzc"));
        assertFalse(matches("/a*b", "a/b"));
    }

    @Test
    void a_pattern_without_a_slash_means_a_name_anywhere() {
        assertTrue(matches("*.js", "lib/deep/x.js"));
        assertTrue(matches("docs", "a/docs/b.md"));
        assertFalse(matches("docs", "a/mydocs/b.md"));
    }

    @Test
    void every_rooted_pattern_matches_as_the_same_regular_expression_does() {
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            String pattern =
                    "/" + word(random, "aab**?/", 1 + random.nextInt(8)).replaceAll("\\*+", "*");
            String path = word(random, "aab/", 1 + random.nextInt(9));
            String body = pattern.substring(1);
            boolean folder = body.endsWith("/");
            String regex = (folder ? body.substring(0, body.length() - 1) : body)
                            .replace("?", "[^/]")
                            .replace("*", "[^/]*")
                    + (folder ? "/.*" : "(/.*)?");
            assertEquals(Pattern.matches(regex, path), matches(pattern, path), pattern + " on " + path);
        }
    }

    private static String word(Random random, String letters, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
