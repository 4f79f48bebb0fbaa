package org.memcensus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.deploy.SparkSubmit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.batch.Origins;
import org.memcensus.store.Table;

/** The jar that {@code package} made runs under what {@code spark-submit} runs: with it and Spark's own jars, and no other. */
@NullUnmarked // a null fails the test
class SparkSubmitIT {
    private static final Path JAR = Path.of("target", "memcensus-spark.jar");
    private static final long MINUTES = 5;

    @TempDir
    private Path folder;

    @Test
    void the_jar_holds_all_that_the_job_needs() throws Exception {
        try (Origins origins = new Origins(Files.createDirectories(folder.resolve("origins")))) {
            origins.makeMany("r", 2);
            Files.writeString(folder.resolve("list"), origins.url("r0.git") + "\n" + origins.url("r1.git") + "\n");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("--add-opens"))
                    .forEach(command::add);
            command.addAll(List.of("-cp", sparksOwn(), SparkSubmit.class.getName(), "--master", "local[2]"));
            command.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"));
            command.addAll(List.of("--class", SparkCensus.class.getName(), JAR.toString()));
            command.addAll(List.of(
                    folder.resolve("list").toUri().toString(), output().toUri().toString()));
            Path log = folder.resolve("log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "still running");
            assertEquals(0, process.exitValue(), () -> text(log));
            for (Table table : Table.values()) {
                assertTrue(Files.exists(output().resolve(table.label()).resolve("_SUCCESS")), table.label());
            }
        }
    }

    private Path output() {
        return folder.resolve("out");
    }

    /** The class path without the project's classes, and without what only the jar brings along. */
    private static String sparksOwn() {
        return Arrays.stream(System.getProperty("surefire.test.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("jgit") && !entry.contains("tika"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
