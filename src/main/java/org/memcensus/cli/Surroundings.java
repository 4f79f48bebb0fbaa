package org.memcensus.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.memcensus.model.UsageException;

/**
 * All that the program touches outside itself, handed in so that a test can give its own.
 *
 * @param in standard input: a list, or a report that is to be rendered
 * @param out results, as bytes
 * @param err messages
 * @param environment environment variables
 * @param terminal what the streams are connected to
 * @param directory where relative paths begin
 * @param build tells the version of the program, for reports; it is asked only where the version is said
 * @param engine the scan
 */
record Surroundings(
        InputStream in,
        OutputStream out,
        PrintWriter err,
        Map<String, String> environment,
        Terminal terminal,
        Path directory,
        Supplier<String> build,
        Engine engine) {
    private static final int BUFFER = 1 << 16;

    /** The version of the program. */
    String version() {
        return build.get();
    }

    /**
     * The place that an option or an argument names.
     *
     * @param name what names it, for messages
     * @throws UsageException if it can be none
     */
    Path path(String name, String text) throws UsageException {
        try {
            return directory.resolve(text);
        } catch (InvalidPathException e) {
            throw new UsageException(name + " " + text + ": no path of this system: " + e.getReason());
        }
    }

    /** The same, whose results may go to a reader that stops reading. */
    Surroundings whileRead() {
        return new Surroundings(in, new OutputWhileRead(out), err, environment, terminal, directory, build, engine);
    }

    /** Writes results as UTF-8; who writes flushes. */
    Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** The process's own. */
    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.detect(environment);
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, terminal.charset()),
                environment,
                terminal,
                Path.of(""),
                Version::ofBuild,
                new StageEngine());
    }
}
