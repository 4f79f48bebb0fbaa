package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.batch.Origins;

@NullUnmarked // a null fails the test
class BatchCommandTest {
    private static final int REPOSITORIES = 30;
    private static final int KILLS = 10;
    private static final List<String> TABLES =
            List.of("scopes", "languages", "modules", "evidence", "replacements", "vendored", "listed");

    @TempDir
    private Path folder;

    private Origins origins;

    @BeforeEach
    void serve() throws Exception {
        origins = new Origins(Files.createDirectories(folder.resolve("origins")));
    }

    @AfterEach
    void end() throws Exception {
        origins.close();
    }

    private Program program() {
        return new Program(new FakeEngine(), folder);
    }

    private String list(int number) throws IOException {
        origins.makeMany("r", number);
        StringBuilder lines = new StringBuilder("url,note\n");
        for (int i = 0; i < number; i++) {
            lines.append(i % 3 == 0 ? origins.path("r" + i + ".git") : origins.url("r" + i + ".git"));
            lines.append(",n").append(i).append('\n');
        }
        Files.writeString(folder.resolve("list.csv"), lines);
        return "list.csv";
    }

    private List<String> rows(String db, String sql) throws Exception {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(db));
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private List<String> rows(String db) throws Exception {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(db));
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (var rows = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        StringBuilder row = new StringBuilder(table);
                        for (int i = 1; i <= columns; i++) {
                            row.append('|').append(rows.getString(i));
                        }
                        found.add(row.toString());
                    }
                }
            }
            try (var rows =
                    statement.executeQuery("SELECT url || status || coalesce(commit_id, '') || coalesce(error, '') ||"
                            + " files_seen || attempts || position FROM repositories")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        found.sort(null);
        return found;
    }

    @Test
    void a_list_is_scanned_and_reported() throws Exception {
        Program program = program();
        assertEquals(
                ExitCode.OK, program.run("batch", list(3), "--db", "s.sqlite", "--cache-dir", "cache"), program.err());
        assertTrue(program.out().startsWith("3 of 3 repositories scanned, 0 incomplete, 0 failed\n"), program.out());
        assertTrue(program.err().contains("[3/3] done "), program.err());

        Program report = program();
        assertEquals(ExitCode.OK, report.run("report", "s.sqlite"), report.err());
        assertTrue(report.out().contains("100 % of the projects hold memory-unsafe code: 3 of 3."), report.out());
        assertTrue(report.out().contains("zip"), report.out());

        Program cisa = program();
        assertEquals(ExitCode.OK, cisa.run("report", "s.sqlite", "--policy", "cisa-2024"), cisa.err());
        assertTrue(cisa.out().contains("scope all"), cisa.out());
        assertTrue(cisa.out().contains("CISA's report of June 2024, on 172 projects"), cisa.out());

        Program tables = program();
        assertEquals(
                ExitCode.OK, tables.run("report", "s.sqlite", "-f", "csv,json,markdown", "-o", "out"), tables.err());
        for (String file : List.of("figures.csv", "projects.csv", "components.csv", "study.json", "study.md")) {
            assertTrue(Files.size(folder.resolve("out").resolve(file)) > 0, file);
        }
        Files.writeString(folder.resolve("kept.md"), "before");
        Files.createSymbolicLink(folder.resolve("link.md"), Path.of("kept.md"));
        var linked = program();
        assertEquals(ExitCode.OK, linked.run("report", "s.sqlite", "-f", "markdown", "-o", "link.md"), linked.err());
        assertTrue(Files.isSymbolicLink(folder.resolve("link.md")));
        assertNotEquals("before", Files.readString(folder.resolve("kept.md")));
        assertEquals(4, Files.readAllLines(folder.resolve("out/projects.csv")).size());
    }

    private List<String> meta(String key) throws Exception {
        return rows("s.sqlite", "SELECT value FROM meta WHERE key = '" + key + "'");
    }

    @Test
    void one_policy_counts_for_all_the_users_own_where_the_command_line_names_none() throws Exception {
        origins.make("asks.git", Map.of("a.c", "int a;\n", ".memcensus.yml", "policy: strict\n"));
        Files.writeString(folder.resolve("l"), origins.path("asks.git") + "\n");
        Path config = Files.createDirectories(folder.resolve("config/memcensus"));
        Map<String, String> own =
                Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
        assertEquals(ExitCode.OK, program().run("batch", "l", "--db", "s.sqlite", "--cache-dir", "c", "-q"));
        assertEquals(List.of("default"), meta("policy"));
        Files.delete(folder.resolve("s.sqlite"));
        Files.writeString(config.resolve("config.yml"), "policy: cisa-2024\n");
        assertEquals(ExitCode.OK, program().with(own).run("batch", "l", "--db", "s.sqlite", "--cache-dir", "c", "-q"));
        assertEquals(List.of("cisa-2024"), meta("policy"));
        Files.delete(folder.resolve("s.sqlite"));
        assertEquals(
                ExitCode.OK,
                program()
                        .with(own)
                        .run("batch", "l", "--db", "s.sqlite", "--cache-dir", "c", "-q", "--policy", "strict"));
        assertEquals(List.of("strict"), meta("policy"));
    }

    @Test
    void rows_that_another_configuration_or_catalogue_made_do_not_stand_beside_these() throws Exception {
        String list = list(1);
        Files.writeString(folder.resolve("own.yml"), "roles: []\n");
        assertEquals(ExitCode.OK, program().run("batch", list, "--db", "s.sqlite", "--cache-dir", "c", "-q"));
        Files.writeString(folder.resolve("strict.yml"), "base: strict\nname: default\nversion: \"1\"\n");
        assertOther("no configuration", list, "--no-config");
        assertOther("configuration own.yml (", list, "--config", "own.yml");
        assertOther("docstrings code", list, "--docstrings", "code");
        assertOther("modules dir", list, "--modules", "dir");
        assertOther(
                "policy file strict.yml (",
                list,
                "--policy",
                folder.resolve("strict.yml").toString());
        Path user = Files.createDirectories(folder.resolve("home/.config/memcensus"));
        Files.writeString(user.resolve("config.yml"), "roles: []\n");
        Program program = program().with(Map.of("HOME", folder.resolve("home").toString()));
        assertEquals(ExitCode.USAGE, program.run("batch", list, "--db", "s.sqlite", "--cache-dir", "c", "-q"));
        assertTrue(program.err().contains("the user's configuration config.yml ("), program.err());
    }

    private void assertOther(String words, String list, String... options) {
        List<String> arguments = new ArrayList<>(List.of("batch", list, "--db", "s.sqlite", "--cache-dir", "c", "-q"));
        arguments.addAll(List.of(options));
        Program program = program();
        assertEquals(ExitCode.USAGE, program.run(arguments.toArray(String[]::new)), program.err());
        assertTrue(program.err().contains("s.sqlite was made with memcensus "), program.err());
        assertTrue(program.err().contains(words), program.err());
    }

    @Test
    void a_configuration_that_was_edited_is_another_and_one_that_was_moved_is_not() throws Exception {
        String list = list(1);
        Files.writeString(folder.resolve("own.yml"), "roles: []\n");
        String[] first = {"batch", list, "--db", "s.sqlite", "--cache-dir", "c", "-q", "--config", "own.yml"};
        assertEquals(ExitCode.OK, program().run(first));
        Files.createDirectories(folder.resolve("there"));
        Files.copy(folder.resolve("own.yml"), folder.resolve("there/own.yml"));
        String[] moved = first.clone();
        moved[first.length - 1] = "there/own.yml";
        assertEquals(ExitCode.OK, program().run(moved));
        Files.writeString(folder.resolve("own.yml"), "roles: []\nannotations: []\n");
        assertEquals(ExitCode.USAGE, program().run(first));
    }

    @Test
    void one_failure_is_exit_3_and_is_named_with_its_reason() throws Exception {
        Files.writeString(folder.resolve("l"), "/no/such/thing\n");
        Program program = program();
        assertEquals(ExitCode.INCOMPLETE, program.run("batch", "l", "--db", "s.sqlite", "--cache-dir", "c", "-q"));
        assertEquals("", program.err());
        assertTrue(program.out().contains("  failed file:///no/such/thing: no such file or folder"), program.out());
    }

    @Test
    void each_mistake_is_one_line_with_the_way_out() throws Exception {
        Files.writeString(folder.resolve("empty"), "# nothing\n");
        Files.writeString(folder.resolve("l"), "/a\n");
        Files.writeString(folder.resolve("text"), "no store");
        assertMistake("empty: the list holds no repository: nothing to scan", "batch", "empty", "--db", "s");
        String noStore = ": a stream, a folder or a device holds no store: give a file";
        Files.writeString(folder.resolve("open"), "url,note\n/a,1\n\"/b,2\n/c,3\n");
        assertMistake("open: line 3: a quote is opened and not closed", "batch", "open", "--db", "s");
        assertMistake("--db -" + noStore, "batch", "empty", "--db", "-");
        assertMistake("--db ." + noStore, "batch", "empty", "--db", ".");
        assertMistake(
                "none: no such file: give a list of repositories, or - for standard input",
                "batch",
                "none",
                "--db",
                "s");
        assertMistake("--max-disk must be above 0, not 0.0", "batch", "l", "--db", "s", "--max-disk", "0");
        assertMistake(folder.resolve("text") + ": no SQLite file: give another one", "batch", "l", "--db", "text");
        Files.write(folder.resolve("s.sqlite"), "SQLite format 3\0 and no more".getBytes(StandardCharsets.US_ASCII));
        assertMistake("csv and several formats need a folder: add --output DIR", "report", "s.sqlite", "-f", "csv");
        assertMistake("--format: 'xml' is none of text, json, csv, markdown, html", "report", "s.sqlite", "-f", "xml");
        assertMistake("--top must be at least 1, not 0", "report", "s.sqlite", "--top", "0");
        assertMistake(
                "--by-file goes with the JSON of a scan: a store holds no files; leave it out",
                "report",
                "s.sqlite",
                "--by-file");
        assertMistake(folder.resolve("s.sqlite") + ": no SQLite file: give another one", "report", "s.sqlite");
    }

    private void assertMistake(String message, String... arguments) {
        Program program = program();
        assertEquals(ExitCode.USAGE, program.run(arguments));
        assertEquals("memcensus: " + message, program.err().strip());
        assertEquals("", program.out());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                "org.memcensus.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder;
    }

    private int finish(String... arguments) throws Exception {
        Process process = process(arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        return process.exitValue();
    }

    @Test
    void killed_at_any_point_it_goes_on_and_ends_with_the_same_rows() throws Exception {
        String list = list(REPOSITORIES);
        assertEquals(0, finish("batch", list, "--db", "whole.sqlite", "--cache-dir", "c1", "-q"));
        Random random = new Random(7);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = process("batch", list, "--db", "s.sqlite", "--cache-dir", "c2", "--jobs", "2")
                    .start();
            // So many lines, and a moment more: in the middle of some clone, scan or transaction.
            int lines = 1 + random.nextInt(REPOSITORIES / KILLS);
            try (BufferedReader err =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (int line = 0; line < lines && err.readLine() != null; line++) {
                    assertTrue(line < REPOSITORIES);
                }
                Thread.sleep(random.nextInt(30));
                killed += process.isAlive() ? 1 : 0;
                process.destroyForcibly();
                assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            }
        }
        assertTrue(killed > 0);
        long before = rows("s.sqlite").stream()
                .filter(row -> row.startsWith("scopes|"))
                .count();
        assertTrue(before > 0 && before < 3 * REPOSITORIES, "scopes before the last run: " + before);
        assertEquals(0, finish("batch", list, "--db", "s.sqlite", "--cache-dir", "c2", "-q"));
        assertEquals(rows("whole.sqlite"), rows("s.sqlite"));
        assertFalse(Files.exists(folder.resolve("s.sqlite-wal")));
        try (var left = Files.walk(folder.resolve("c2"))) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void a_user_who_stops_it_finds_the_store_whole_and_no_clones() throws Exception {
        String list = list(REPOSITORIES);
        Process process =
                process("batch", list, "--db", "s.sqlite", "--cache-dir", "c2").start();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 3; i++) {
                err.readLine();
            }
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
        assertFalse(Files.exists(folder.resolve("s.sqlite.lock")));
        try (var left = Files.walk(folder.resolve("c2"))) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
        assertEquals(0, finish("batch", list, "--db", "s.sqlite", "--cache-dir", "c2", "-q"));
        assertEquals(
                3 * REPOSITORIES,
                rows("s.sqlite").stream()
                        .filter(row -> row.startsWith("scopes|"))
                        .count());
    }

    /** A small disk of its own, mounted where only the processes of one command see it. */
    private List<String> onSmallDisk(Path place, List<String> command) {
        String script = "mount -t tmpfs -o size=1m none \"$0\" && exec \"$@\"";
        List<String> all = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, place.toString()));
        all.addAll(command);
        return all;
    }

    private boolean mounts(Path place) {
        try {
            Process process = new ProcessBuilder(onSmallDisk(place, List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void what_does_not_fit_on_the_disk_fails_and_the_rest_is_scanned() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(mounts(disk), "only where a user may mount a small disk for a process");
        String list = list(3);
        byte[] noise = new byte[2 << 20];
        new Random(7).nextBytes(noise);
        origins.make("large.git", Map.of("noise.c", new String(noise, StandardCharsets.ISO_8859_1)));
        Files.writeString(folder.resolve(list), origins.url("large.git") + ",large\n", StandardOpenOption.APPEND);
        ProcessBuilder batch =
                process("batch", list, "--db", "s.sqlite", "--cache-dir", disk.toString(), "--retries", "0");
        Process process = batch.command(onSmallDisk(disk, batch.command()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        assertEquals(ExitCode.INCOMPLETE.code(), process.exitValue());
        List<String> states = rows("s.sqlite").stream()
                .filter(row -> row.contains("://") && !row.contains("|"))
                .toList();
        assertEquals(4, states.size());
        for (String state : states) {
            assertTrue(
                    state.contains("large.git")
                            ? state.contains("failed") && state.contains("the disk is full: free some space")
                            : state.contains("done"),
                    state);
        }
    }

    @Test
    void a_second_batch_on_the_store_says_who_holds_it() throws Exception {
        String list = list(1);
        Process process =
                process("batch", "-", "--db", "s.sqlite", "--cache-dir", "c2").start();
        try {
            Path lock = folder.resolve("s.sqlite.lock");
            for (int i = 0; i < 600 && !(Files.exists(lock) && Files.size(lock) > 0); i++) {
                Thread.sleep(100);
            }
            Program program = program();
            assertEquals(ExitCode.USAGE, program.run("batch", list, "--db", "s.sqlite", "--cache-dir", "c2"));
            assertTrue(
                    program.err()
                            .startsWith("memcensus: " + folder.resolve("s.sqlite") + " is held by process "
                                    + process.pid() + " (since "),
                    program.err());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void credentials_reach_no_row_no_log_and_no_report() throws Exception {
        Files.writeString(
                folder.resolve("l"),
                "https://me:s3cret@127.0.0.1:1/a.git\nssh://you:s3cret@127.0.0.1:1/b.git\nhttps://127.0.0.1:1/c.git?t=s3cret\n");
        Program program = program();
        program.run("batch", "l", "--db", "s.sqlite", "--cache-dir", "c", "--retries", "0", "-v");
        assertFalse((program.err() + program.out()).contains("s3cret"), program.err());
        assertFalse(new String(Files.readAllBytes(folder.resolve("s.sqlite")), StandardCharsets.ISO_8859_1)
                .contains("s3cret"));
    }
}
