package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the output goes, and how it looks there. */
class MainOutputTest {
    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();

    private Program program() {
        return new Program(engine, folder);
    }

    @Test
    void a_format_that_is_named_twice_is_written_once() {
        Program program = program();
        assertEquals(ExitCode.OK, program.run("scan", "-f", "text,text"));
        assertEquals(1, program.out().split("fake", -1).length - 1, program.out());
    }

    @Test
    void a_reader_that_stops_reading_is_no_failure() {
        Program program = program().writingTo(failing("Broken pipe"));
        assertEquals(ExitCode.OK, program.run("scan"));
        assertEquals("", program.err());
    }

    @Test
    void a_file_may_have_a_name_as_long_as_names_can_be() throws IOException {
        String name = "x".repeat(255);
        assertEquals(ExitCode.OK, program().run("scan", "-o", name));
        assertEquals(List.of(name), names());
    }

    @Test
    void what_there_is_one_of_is_said_in_the_singular() throws IOException {
        Path file = Files.writeString(folder.resolve("a.py"), "print(1)\n");
        Program ships = new Program(new StageEngine(), folder);
        assertEquals(ExitCode.OK, ships.run("scan", folder.toString()), ships.err());
        assertTrue(ships.out().contains("The one module that ships holds no memory-unsafe code."), ships.out());
        Files.move(file, Files.createDirectory(folder.resolve("tests")).resolve("a.py"));
        Program tests = new Program(new StageEngine(), folder);
        assertEquals(ExitCode.OK, tests.run("scan", folder.toString()), tests.err());
        assertTrue(tests.out().contains("1 line of code does not ship"), tests.out());
        assertTrue(tests.out().contains("it is memory-unsafe"), tests.out());
    }

    @Test
    void a_comma_alone_names_no_format() {
        assertEquals(ExitCode.USAGE, program().run("scan", "-f", ","));
    }

    @Test
    void a_dash_is_standard_output() throws IOException {
        for (String command : List.of("scan", "history")) {
            Program program = program();
            assertEquals(ExitCode.OK, program.run(command, "-f", "json", "-o", "-"), program.err());
            assertTrue(program.out().startsWith("{"), program.out());
        }
        Program program = program();
        assertEquals(ExitCode.USAGE, program.run("scan", "-f", "json,csv", "-o", "-"));
        assertTrue(program.err().contains("several formats need a folder"), program.err());
        assertFalse(Files.exists(folder.resolve("-")));
    }

    @Test
    void a_full_disk_behind_standard_output_is_said() {
        Program program = program().writingTo(failing("No space left on device"));
        assertEquals(ExitCode.USAGE, program.run("scan"));
        assertEquals(
                "memcensus: cannot write to standard output: No space left on device",
                program.err().strip());
    }

    static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void color_follows_the_terminal_the_environment_and_the_option() {
        Terminal terminal = new Terminal(true, false, 80, 24, StandardCharsets.UTF_8);
        assertTrue(colored(program().on(terminal), "scan"));
        assertFalse(colored(program(), "scan"));
        assertFalse(colored(program().on(terminal).with(Map.of("NO_COLOR", "1")), "scan"));
        assertTrue(colored(program().on(terminal).with(Map.of("NO_COLOR", "")), "scan"));
        assertFalse(colored(program().on(terminal), "scan", "--color", "never"));
        assertTrue(colored(program().with(Map.of("NO_COLOR", "1")), "scan", "--color", "always"));
    }

    private static boolean colored(Program program, String... arguments) {
        program.run(arguments);
        return program.out().contains("\u001b[");
    }

    @Test
    void a_terminal_without_unicode_gets_ascii() {
        Program program = program().on(new Terminal(true, false, 80, 24, StandardCharsets.US_ASCII));
        program.run("scan");
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(program.out()), program.out());
    }

    @Test
    void one_format_goes_to_a_file_and_leaves_nothing_beside() throws IOException {
        Program program = program();
        assertEquals(ExitCode.OK, program.run("scan", "-f", "json", "-o", "census.json"));
        assertEquals("", program.out());
        assertTrue(Files.readString(folder.resolve("census.json")).contains("memcensus/report/1"));
        assertEquals(List.of("census.json"), names());
    }

    @Test
    void several_formats_go_to_a_folder_that_is_made() throws IOException {
        assertEquals(ExitCode.OK, program().run("scan", "-f", "json,text,json", "-o", "a/b"));
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertEquals(
                    List.of("memcensus.json", "memcensus.txt"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void a_report_that_fails_leaves_the_old_files_as_they_were() throws IOException {
        Files.writeString(folder.resolve("memcensus.txt"), "old");
        Files.createDirectory(folder.resolve("memcensus.json"));
        Program program = program();
        assertEquals(ExitCode.USAGE, program.run("scan", "-f", "text,json", "-o", "."));
        assertTrue(program.err().contains("memcensus: cannot write "), program.err());
        assertTrue(program.err().contains("memcensus.json: "), program.err());
        assertEquals("old", Files.readString(folder.resolve("memcensus.txt")));
        assertEquals(List.of("memcensus.json", "memcensus.txt"), names());
    }

    @Test
    void a_place_that_cannot_take_the_report_is_refused_before_the_scan() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertEquals(ExitCode.USAGE, program().run("scan", "-f", "text,json", "-o", "file"));
        assertEquals(ExitCode.USAGE, program().run("scan", "-o", "none/census.txt"));
        assertEquals(List.of(), engine.asked);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
