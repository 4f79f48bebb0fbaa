package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void what_a_terminal_would_obey_is_spelled_out() {
        assertEquals("a\\x1b[31m\\nb\\rc\\td\\x7f\\x9b", Plain.line("a\u001b[31m\nb\rc\td\u007f\u009b"));
        assertEquals("cod\\u202eexe.c", Plain.line("cod\u202eexe.c"));
        assertEquals("a\\u2028b", Plain.line("a\u2028b"));
    }

    @Test
    void other_text_stays() {
        String text = "lib/naïve 文件.c";
        assertSame(text, Plain.line(text));
    }
}
