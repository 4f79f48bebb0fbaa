package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void commands_to_the_terminal_become_visible() {
        assertEquals("a\\x1b[31m\\x07\\n\\r\\t\\x7f\\x9b", Plain.of("a\u001b[31m\u0007\n\r\t\u007f\u009b"));
        assertEquals("\\u202e\\u2066\\u200b\\ufeff", Plain.of("\u202e\u2066\u200b\ufeff"));
        assertEquals("\\ud800x\\ue0001", Plain.of("\ud800x\udb40\udc01"));
        assertEquals("\\u3164\\ue007f", Plain.of("\u3164\udb40\udc7f"));
        assertEquals("déjà 日本 😀.c", Plain.of("déjà 日本 😀.c"));
    }

    @Test
    void width_is_measured_in_cells() {
        assertEquals(4, Cells.width("日本"));
        assertEquals(2, Cells.width("😀"));
        assertEquals(1, Cells.width("e\u0301"));
        assertEquals("日…", Cells.head("日本語", 4, "…"));
        assertEquals("…語", Cells.tail("日本語", 4, "…"));
        assertEquals("…c.c", Cells.tail("lib/c.c", 4, "…"));
        assertEquals(List.of("one two", "three", "fourfiv", "e"), Cells.fold("one two three fourfive", 7));
        assertEquals(List.of("one", "89 % of"), Cells.fold("one 89 % of", 7));
        assertEquals(List.of("of", "89 %"), Cells.fold("of 89 %", 5));
        assertEquals(List.of("日", "本"), Cells.fold("日本", 3));
        assertEquals(List.of(""), Cells.fold("", 3));
    }

    @Test
    void a_share_that_is_not_all_never_reads_as_all() {
        assertEquals("0 %", Numbers.percent(0));
        assertEquals("< 0.1 %", Numbers.percent(0.00001));
        assertEquals("0.1 %", Numbers.percent(0.001));
        assertEquals("98.2 %", Numbers.percent(0.98249));
        assertEquals("> 99.9 %", Numbers.percent(0.99999));
        assertEquals("100 %", Numbers.percent(1));
    }

    @Test
    void foreign_text_stays_text_in_markdown() {
        assertEquals("`lib/vtls/x_y.c:12`", Markdown.code("lib/vtls/x_y.c:12"));
        assertEquals("<code>a&#124;b&#96;</code>", Markdown.code("a|b`"));
        assertEquals("<code>&#92;n</code>", Markdown.code("\n"));
        assertEquals("&#60;b&#62; &#42;x&#42; &#95;y&#95;", Markdown.text("<b> *x* _y_"));
        assertEquals("&#64;<!-- -->all &#35;<!-- -->1", Markdown.text("@all #1"));
        assertEquals("http&#58;//evil www&#46;evil", Markdown.text("http://evil www.evil"));
        assertEquals("[x](https://a.b/c)", Markdown.link("x", "https://a.b/c"));
        assertEquals("x", Markdown.link("x", "javascript:alert(1)"));
        assertEquals("x", Markdown.link("x", "https://a.b/) <b>"));
    }
}
