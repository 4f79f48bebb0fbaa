package org.memcensus.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The program in a test: runs a command and holds what it wrote. */
final class Program {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final Engine engine;
    private final Path directory;
    private Terminal terminal = new Terminal(false, false, 80, 0, StandardCharsets.UTF_8);
    private Map<String, String> environment = Map.of();
    private OutputStream target = out;
    private InputStream in = InputStream.nullInputStream();

    Program(Engine engine, Path directory) {
        this.engine = engine;
        this.directory = directory;
    }

    Program on(Terminal other) {
        terminal = other;
        return this;
    }

    Program with(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    Program writingTo(OutputStream other) {
        target = other;
        return this;
    }

    Program reading(InputStream other) {
        in = other;
        return this;
    }

    ExitCode run(String... arguments) {
        return new Main(new Surroundings(
                        in, target, new PrintWriter(err), environment, terminal, directory, () -> "0.0.0-test", engine))
                .run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString();
    }
}
