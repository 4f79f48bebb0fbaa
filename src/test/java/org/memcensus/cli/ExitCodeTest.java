package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    /** A row of the table: {@code | 2 `USAGE` | a wrong option ... |}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) `([A-Z_]+)` \\|");

    @Test
    void the_readme_lists_every_exit_code_and_no_other() throws IOException {
        Map<Integer, String> told = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("README.md")));
        while (row.find()) {
            told.put(Integer.valueOf(row.group(1)), row.group(2));
        }
        Map<Integer, String> real = new TreeMap<>();
        for (ExitCode code : ExitCode.values()) {
            real.put(code.code(), code.name());
        }
        assertEquals(real, told);
    }
}
