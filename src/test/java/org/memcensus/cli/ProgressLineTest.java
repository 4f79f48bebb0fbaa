package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();

    private ProgressLine line(boolean terminal, GeneralOptions general) {
        Terminal to = new Terminal(terminal, terminal, 40, 24, StandardCharsets.UTF_8);
        return ProgressLine.of(
                new Surroundings(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new PrintWriter(err),
                        Map.of(),
                        to,
                        Path.of(""),
                        () -> "0",
                        new FakeEngine()),
                general);
    }

    @Test
    void the_line_tells_stage_and_share_and_keeps_to_the_width() {
        try (ProgressLine line = line(true, new GeneralOptions())) {
            line.stage("reading");
            assertEquals("reading", line.text());
            line.files(12_345, 78_624);
            assertEquals("reading 12,345 of 78,624 files (15 %)", line.text());
            line.stage("cloning https://example.org/\u001b[2J/a/very/long/name.git");
            assertEquals("cloning https://example.org/\\x1b[2J/a/v", line.text());
        }
    }

    @Test
    void quick_work_shows_nothing() {
        try (ProgressLine line = line(true, new GeneralOptions())) {
            line.stage("reading");
        }
        assertEquals("", err.toString());
    }

    @Test
    void verbose_says_each_stage_on_a_line() {
        GeneralOptions verbose = new GeneralOptions();
        verbose.verbose = true;
        try (ProgressLine line = line(true, verbose)) {
            line.stage("reading");
            line.stage("grouping");
        }
        assertEquals("memcensus: reading\nmemcensus: grouping\n", err.toString());
    }
}
