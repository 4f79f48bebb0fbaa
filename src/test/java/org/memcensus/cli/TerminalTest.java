package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @AfterEach
    void forget() {
        System.clearProperty("memcensus.terminal");
        System.clearProperty("memcensus.charset");
    }

    private static Terminal told(String text, Map<String, String> environment) {
        System.setProperty("memcensus.terminal", text);
        return Terminal.detect(environment);
    }

    @Test
    void the_launcher_tells_streams_and_size() {
        Terminal both = told("out,err,132x43", Map.of());
        assertTrue(both.out());
        assertTrue(both.err());
        assertEquals(132, both.columns());
        assertEquals(43, both.rows());
        Terminal onlyErr = told("err,", Map.of());
        assertFalse(onlyErr.out());
        assertTrue(onlyErr.err());
        assertEquals(80, onlyErr.columns());
        assertEquals(0, onlyErr.rows());
        assertFalse(told("", Map.of()).err());
    }

    @Test
    void the_environment_wins_over_the_launcher() {
        assertEquals(100, told("out,err,132x43", Map.of("COLUMNS", "100")).columns());
        assertEquals(50, told("out,err,132x43", Map.of("LINES", "50")).rows());
        assertFalse(told("out,err,132", Map.of("TERM", "dumb")).err());
    }

    @Test
    void a_nonsensical_size_does_no_harm() {
        assertEquals(80, told("out,err,", Map.of("COLUMNS", "wide")).columns());
        assertEquals(80, told("out,err,0x0", Map.of("COLUMNS", "-1")).columns());
        assertEquals(0, told("out,err,80x-1", Map.of("LINES", "")).rows());
        assertEquals(Terminal.MIN_COLUMNS, told("out,err,3", Map.of()).columns());
        assertEquals(
                Terminal.MAX_COLUMNS,
                told("out,err,", Map.of("COLUMNS", "999999")).columns());
    }

    @Test
    void the_launcher_tells_the_charset_where_it_changed_the_locale() {
        System.setProperty("memcensus.charset", "US-ASCII");
        assertFalse(told("out,err,", Map.of()).unicode());
        System.setProperty("memcensus.charset", "UTF-8");
        assertTrue(told("out,err,", Map.of()).unicode());
        System.setProperty("memcensus.charset", "no charset");
        assertEquals(80, told("out,err,", Map.of()).columns());
    }
}
