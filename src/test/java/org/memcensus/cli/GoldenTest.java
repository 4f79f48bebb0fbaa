package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.report.Format;

/**
 * The whole program on small repositories of our own: {@code test-repos/CASE/repo} goes in, {@code expected/} comes out,
 * a file for each format. {@code mvn test -Dtest=GoldenTest -Dgolden.update=true} writes what comes out now; read the
 * diff before it is committed.
 */
@ExtendWith(NoGitSettings.During.class)
class GoldenTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> every_case_gives_what_it_gave_before() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (GoldenCase golden : GoldenCase.all(Path.of("test-repos"))) {
            for (Format format : Format.values()) {
                tests.add(dynamicTest(golden.name() + " " + format.label(), () -> check(golden, format)));
            }
        }
        assertTrue(!tests.isEmpty(), "no case in test-repos");
        return tests;
    }

    private void check(GoldenCase golden, Format format) throws IOException, GitAPIException {
        Path parent = Files.createTempDirectory(folder, "case");
        Path target = golden.make(parent);
        Program program = new Program(new StageEngine(), parent);
        List<String> arguments = new ArrayList<>(golden.arguments());
        arguments.addAll(List.of("--format", format.label(), target.toString()));
        ExitCode code = program.run(arguments.toArray(String[]::new));
        assertEquals(golden.exit(), code.code(), program.err());
        Path expected = golden.expected(format);
        if (UPDATE) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, program.out());
            return;
        }
        assertTrue(
                Files.exists(expected),
                () -> "no " + expected + ": mvn test -Dtest=GoldenTest -Dgolden.update=true writes it; read it then");
        assertEquals(Files.readString(expected), program.out(), expected + " differs");
    }

    @TestFactory
    Stream<DynamicTest> every_repository_is_the_same_commit_each_time() throws IOException {
        return GoldenCase.all(Path.of("test-repos")).stream()
                .map(golden -> dynamicTest(golden.name(), () -> assertEquals(head(golden), head(golden))));
    }

    private String head(GoldenCase golden) throws IOException, GitAPIException {
        Path target = golden.make(Files.createTempDirectory(folder, "commit"));
        return Files.readString(target.resolve(".git/refs/heads/main")).strip();
    }
}
