package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.memcensus.model.Census;

/** Expected reports, one file each. {@code -Dgolden.update=true} writes them anew; the reviewer reads the difference. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/report");

    private Golden() {}

    static String render(Report report, Census census, RunInfo run) throws IOException {
        StringWriter out = new StringWriter();
        report.write(census, run, out);
        return out.toString();
    }

    static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
            return;
        }
        if (!Files.exists(file)) {
            fail("no expected file " + file + "; write it with -Dgolden.update=true");
        }
        assertEquals(Files.readString(file), actual, name);
    }
}
