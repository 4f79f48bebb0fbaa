package org.memcensus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.report.Plain;
import org.memcensus.scan.Scan;

/** The program: arguments go in, an exit code comes out. The one place where failures become messages. */
public final class Main {
    private final Surroundings surroundings;

    /** A program that touches nothing but what it is given. */
    Main(Surroundings surroundings) {
        this.surroundings = surroundings.whileRead();
    }

    /** Runs the program in its process. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && Commands.scans(arguments[0])) {
            Scan.prepare(); // while the arguments are read
        }
        System.exit(new Main(Surroundings.ofProcess()).run(arguments).code());
    }

    /** Runs one command. Never throws. */
    public ExitCode run(String... arguments) {
        Command command = null;
        try {
            if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
                printVersion();
                return ExitCode.OK;
            }
            command = Commands.parse(arguments, surroundings);
            ExitCode code = command.run();
            surroundings.out().flush();
            return code;
        } catch (UsageException | SourceException e) {
            return fail(ExitCode.USAGE, e.getMessage(), e, command);
        } catch (IOException e) {
            return fail(ExitCode.USAGE, "cannot write to standard output: " + e.getMessage(), e, command);
        } catch (OutOfMemoryError e) {
            return fail(
                    ExitCode.BUG,
                    "out of memory: give it more with MEMCENSUS_JAVA_OPTS=-Xmx4g, or fewer threads with --jobs 1",
                    e,
                    command);
        } catch (RuntimeException | Error e) {
            PrintWriter err = surroundings.err();
            err.println("memcensus has a bug, please report it with these lines (version " + surroundings.version()
                    + ", Java " + Runtime.version() + "):");
            e.printStackTrace(err);
            err.flush();
            return ExitCode.BUG;
        }
    }

    private void printVersion() throws IOException {
        surroundings.out().write(("memcensus " + surroundings.version() + "\n").getBytes(StandardCharsets.UTF_8));
        surroundings.out().flush();
    }

    private ExitCode fail(ExitCode code, @Nullable String message, Throwable cause, @Nullable Command command) {
        PrintWriter err = surroundings.err();
        err.println("memcensus: " + Plain.of(message == null ? cause.toString() : message));
        if (command != null && command.verbose()) {
            cause.printStackTrace(err);
        }
        err.flush();
        return code;
    }
}
