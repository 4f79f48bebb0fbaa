package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Census;
import org.memcensus.model.Coverage;
import org.memcensus.model.Docstrings;
import org.memcensus.model.Extra;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.Problem;
import org.memcensus.model.SourceException;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

class MainTest {
    private static final String VERBOSE = "-v";

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();

    private Program program() {
        return new Program(engine, folder);
    }

    @Test
    void a_scan_reports_text_on_standard_output_and_nothing_else() {
        Program program = program();
        assertEquals(ExitCode.OK, program.run("scan"));
        assertTrue(program.out().startsWith("fake · 3 files "), program.out());
        assertEquals("", program.err());
        assertEquals(".", engine.asked.get(0).target());
    }

    @Test
    void every_option_of_a_scan_reaches_it() {
        program()
                .run(
                        "scan",
                        "--rev",
                        "v1",
                        "--policy",
                        "strict",
                        "--modules",
                        "dir",
                        "--include",
                        "*.c",
                        "--include",
                        "*.h",
                        "--exclude",
                        "t/**",
                        "-j",
                        "3",
                        "--max-file-size",
                        "10M",
                        "--max-files",
                        "7",
                        "repo");
        assertEquals(
                List.of(ScanOptions.of("repo")
                        .but()
                        .revision("v1")
                        .policy("strict")
                        .modules(ModuleMode.DIR)
                        .include(List.of("*.c", "*.h"))
                        .exclude(List.of("t/**"))
                        .jobs(3)
                        .maxFileSize(10L << 20)
                        .maxFiles(7)
                        .build()),
                engine.asked);
    }

    @Test
    void history_is_weighed_left_out_and_cached_as_asked() {
        program().with(Map.of("HOME", "/home/u")).run("scan", "--weight-history", "0.5", "repo");
        HistoryOptions history = engine.asked.get(0).history();
        assertEquals(0.5, history.weight());
        assertEquals(Path.of("/home/u/.cache/memcensus"), history.cache());
        program().with(Map.of("HOME", "/home/u", "XDG_CACHE_HOME", "/c")).run("scan", "--no-history", "repo");
        assertFalse(engine.asked.get(1).history().read());
        assertEquals(Path.of("/c/memcensus"), engine.asked.get(1).history().cache());
        program().with(Map.of("HOME", "/home/u")).run("scan", "--no-cache", "repo");
        assertNull(engine.asked.get(2).history().cache());
        assertMistake(
                "memcensus: --weight-history must lie between 0 and 1, and is 2.0", "scan", "--weight-history", "2");
    }

    @Test
    void an_option_that_would_do_nothing_is_refused() {
        for (String command : List.of("gate", "baseline", "batch")) {
            for (String option : List.of("--no-history", "--weight-history=0.5", "--contacts")) {
                assertMistake(
                        "memcensus: unknown option '" + option + "', which goes with scan, explain (try memcensus "
                                + command + " --help)",
                        command,
                        option,
                        command.equals("batch") ? "--db=s" : "--no-cache",
                        "x");
            }
        }
        assertMistake(
                "memcensus: unknown option '--catalogue', which goes with scan, gate, batch, explain, list"
                        + " (try memcensus baseline --help)",
                "baseline",
                "--catalogue",
                "c.yaml");
        assertMistake(
                "memcensus: unknown option '--rev', which goes with scan, gate, baseline, history, explain"
                        + " (try memcensus batch --help)",
                "batch",
                "--db=s",
                "--rev",
                "v1",
                "x");
        assertMistake(
                "memcensus: --rev and --untracked: a commit has no untracked files: leave one of them out",
                "scan",
                "--rev",
                "v1",
                "--untracked");
        assertMistake(
                "memcensus: --rev and --submodules: only a working tree has them checked out: leave one of them out",
                "explain",
                "--rev",
                "v1",
                "--submodules",
                "a.c");
        assertMistake(
                "memcensus: unknown option '--submodules', which goes with scan, explain (try memcensus gate --help)",
                "gate",
                "--submodules");
        assertMistake(
                "memcensus: --weight-history and --no-history: give one of them",
                "scan",
                "--no-history",
                "--weight-history",
                "0.5");
        assertMistake(
                "memcensus: --policy goes with list languages: leave it out of list rules",
                "list",
                "rules",
                "--policy",
                "strict");
        assertMistake(
                "memcensus: --catalogue goes with list replacements: leave it out of list formats",
                "list",
                "formats",
                "--catalogue",
                "c.yaml");
    }

    @Test
    void a_quiet_list_says_nothing_beside_it() {
        Program program = program();
        assertEquals(ExitCode.OK, program.run("list", "replacements", "-q"));
        assertEquals("", program.err());
    }

    @Test
    void advice_reaches_the_scan_as_asked() {
        program().run("scan", "--untracked", "--submodules", "--lfs", "--contacts", "--catalogue", "c.yaml", "repo");
        assertEquals(Set.of(Extra.values()), engine.asked.get(0).extras());
        assertTrue(engine.asked.get(0).contacts());
        assertEquals("c.yaml", engine.asked.get(0).catalogue());
    }

    @Test
    void another_commit_is_compared_with_when_asked_for() {
        assertEquals(ExitCode.OK, program().run("scan", "--compare", "v1", "repo"));
        assertEquals(List.of("v1"), engine.compared);
        assertEquals(List.of(ScanOptions.of("repo")), engine.asked);
    }

    @Test
    void docstrings_count_as_asked() {
        program().run("scan", "--docstrings", "code", "repo");
        assertEquals(Docstrings.CODE, engine.asked.get(0).docstrings());
        assertEquals(ExitCode.USAGE, program().run("scan", "--docstrings", "both", "repo"));
    }

    @Test
    void without_options_a_scan_has_the_defaults() {
        program().run("scan", "repo");
        assertEquals(List.of(ScanOptions.of("repo")), engine.asked);
    }

    @Test
    void each_mistake_is_one_line_with_the_way_out() {
        assertMistake("memcensus: unknown option '--frob' (try memcensus scan --help)", "scan", "--frob");
        assertMistake("memcensus: unknown command 'scna', did you mean scan? (try memcensus --help)", "scna");
        assertMistake("memcensus: unexpected argument 'b' (try memcensus scan --help)", "scan", "a", "b");
        assertMistake(
                "memcensus: --format: 'xml' is none of text, json, markdown, html, csv, ndjson, sarif, gitlab, badge,"
                        + " openmetrics, cloc",
                "scan",
                "-f",
                "xml");
        assertMistake("memcensus: several formats need a folder: add --output DIR", "scan", "-f", "text,json");
        assertMistake("memcensus: --jobs must be at least 1, not 0", "scan", "-j", "0");
        assertMistake("memcensus: TARGET is empty: give a folder, a repository or a URL", "scan", "");
        assertMistake(
                "memcensus: Invalid value for option '--modules': 'x' is none of auto, build, dir"
                        + " (try memcensus scan --help)",
                "scan",
                "--modules",
                "x");
        assertMistake(
                "memcensus: --format: 'cloc' is none of text, json, markdown, csv", "list", "rules", "-f", "cloc");
    }

    @Test
    void without_a_command_the_whole_help_is_shown_as_a_mistake() {
        Program program = program();
        assertEquals(ExitCode.USAGE, program.run());
        assertEquals("", program.out());
        assertTrue(program.err().contains("Commands:"), program.err());
        assertTrue(
                program.err().endsWith("memcensus: no command: say what to do, for example: memcensus scan .\n"),
                program.err());
    }

    private void assertMistake(String message, String... arguments) {
        Program program = program();
        assertEquals(ExitCode.USAGE, program.run(arguments));
        assertEquals(message, program.err().strip());
        assertEquals("", program.out());
    }

    @Test
    void a_scan_that_read_nothing_is_never_a_success() {
        engine.coverage = new Coverage(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
        assertMistake(
                "memcensus: repo: nothing to scan: there are no files; --untracked adds those that git does not track",
                "scan",
                "repo");
        engine.coverage = new Coverage(0, 0, 0, 0, 0, 0, 0, 0, 5, List.of());
        assertMistake(
                "memcensus: repo: nothing to scan: --include and --exclude leave out all 5 files", "scan", "repo");
        engine.coverage =
                new Coverage(0, 2, 0, 0, 0, 0, 1, 4, 0, List.of(new Problem("a.c", "cannot read: permission denied")));
        assertMistake(
                "memcensus: repo: nothing to scan: none of the 7 files could be counted"
                        + " (1 unreadable, 2 binary, 4 in no known language), such as a.c: cannot read: permission denied",
                "scan",
                "repo");
    }

    @Test
    void an_unreadable_file_is_said_and_the_rest_reported() {
        engine.coverage = new Coverage(3, 0, 0, 0, 0, 0, 2, 0, 0, List.of());
        Program program = program();
        assertEquals(ExitCode.INCOMPLETE, program.run("scan"));
        assertTrue(program.out().startsWith("fake"));
        assertEquals(
                "memcensus: 2 files could not be read, so the census is incomplete; the report's coverage names them",
                program.err().strip());
    }

    @Test
    void a_repository_that_cannot_be_opened_is_one_line_without_a_trace() {
        Engine broken = new FakeEngine() {
            @Override
            public Census scan(ScanOptions options, ScanProgress progress) throws SourceException {
                throw new SourceException("x\u001b[31m\ny: no such folder");
            }
        };
        Program program = new Program(broken, folder);
        assertEquals(ExitCode.USAGE, program.run("scan"));
        assertEquals("memcensus: x\\x1b[31m\\ny: no such folder", program.err().strip());
        Program verbose = new Program(broken, folder);
        assertEquals(ExitCode.USAGE, verbose.run("scan", VERBOSE));
        assertTrue(verbose.err().contains("\tat org.memcensus"), verbose.err());
    }

    @Test
    void a_mistake_of_the_program_asks_for_a_report() {
        Engine broken = new FakeEngine() {
            @Override
            public Census scan(ScanOptions options, ScanProgress progress) {
                throw new IllegalStateException("42");
            }
        };
        Program program = new Program(broken, folder);
        assertEquals(ExitCode.BUG, program.run("scan"));
        assertTrue(program.err().startsWith("memcensus has a bug, please report it"), program.err());
        assertTrue(program.err().contains("IllegalStateException: 42"), program.err());
    }

    @Test
    void the_headline_is_given_for_the_scope_that_is_asked_for() {
        assertTrue(said("scan").contains("No code that ships was found"));
        assertTrue(said("scan", "--scope", "first-party").contains("No first-party code was found"));
        assertTrue(said("scan", "--scope", "all", "-f", "markdown").contains("**No code was found**"));
        assertMistake(
                "memcensus: Invalid value for option '--scope': 'own' is none of shipped, first-party, all"
                        + " (try memcensus scan --help)",
                "scan",
                "--scope",
                "own");
    }

    private String said(String... arguments) {
        Program program = program();
        assertEquals(ExitCode.OK, program.run(arguments), program.err());
        return program.out();
    }

    @Test
    void files_of_a_bare_repository_are_explained_by_their_place_in_it() throws IOException {
        for (String name : List.of("bare.git/objects", "bare.git/refs")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("bare.git/HEAD"), "ref: refs/heads/main\n");
        String path = folder.resolve("bare.git/lib/net/url.c").toString();
        assertEquals(ExitCode.OK, program().run("explain", path));
        assertEquals(List.of("lib/net/url.c"), engine.explained);
        assertEquals(folder.resolve("bare.git").toString(), engine.asked.get(0).target());
    }

    @Test
    void files_are_explained_in_the_repository_that_they_lie_in() throws IOException {
        Files.createDirectories(folder.resolve("repo/.git"));
        Files.createDirectories(folder.resolve("repo/lib"));
        Program program = new Program(engine, folder.resolve("repo/lib"));
        assertEquals(ExitCode.OK, program.run("explain", "url.c", "../README"));
        assertEquals(folder.resolve("repo").toString(), engine.asked.get(0).target());
        assertEquals(List.of("lib/url.c", "README"), engine.explained);
        assertTrue(program.out().startsWith("lib/url.c\n  not counted binary\n"), program.out());
    }

    @Test
    void paths_in_a_named_repository_are_taken_as_they_are() {
        assertEquals(ExitCode.OK, program().run("explain", "--in", "/srv/x.git", "lib/url.c"));
        assertEquals("/srv/x.git", engine.asked.get(0).target());
        assertEquals(List.of("lib/url.c"), engine.explained);
        assertEquals(ExitCode.INCOMPLETE, program().run("explain", "--in", "/srv/x.git", "lib/url.c", "shut/a.c"));
    }

    @Test
    void explanations_are_written_for_programs_where_they_are_asked_to_be() throws IOException {
        Program program = program();
        assertEquals(ExitCode.OK, program.run("explain", "--in", "/srv/x.git", "-f", "text,json", "-o", "out/", "a.c"));
        assertEquals("", program.out());
        String json = Files.readString(folder.resolve("out/memcensus.json"));
        assertTrue(json.contains("\"reason\": \"binary\""), json);
        assertTrue(Files.readString(folder.resolve("out/memcensus.txt")).startsWith("a.c\n"));
        assertEquals(ExitCode.USAGE, program().run("explain", "-f", "csv", "a.c"));
    }

    @Test
    void every_command_tells_the_version() {
        for (String command : List.of("scan", "gate", "baseline", "batch", "report", "history", "explain", "list")) {
            assertEquals("memcensus 0.0.0-test\n", said(command, "--version"), command);
        }
    }

    @Test
    void lists_come_from_the_tables_one_row_a_line() {
        assertTrue(
                said("list", "languages").lines().anyMatch(line -> line.matches("C +programming +unsafe .*\\.?c .*")));
        assertTrue(said("list", "policies").contains("default"));
        assertTrue(said("list", "rules").lines().anyMatch(line -> line.matches("net\\.\\w+ +R2 +\\d+ .*https:.*")));
        assertTrue(said("list", "replacements").lines().anyMatch(line -> line.contains("https://")));
        assertTrue(said("list", "formats").contains("memcensus.json"));
        assertTrue(said("list", "formats", "-f", "json").startsWith("[\n"));
        assertTrue(said("list", "languages", "-f", "markdown").startsWith("| name |"));
    }

    @Test
    void languages_are_listed_under_a_policy_and_for_programs_with_their_sources() {
        assertTrue(said("list", "languages", "--policy", "cisa-2024")
                .lines()
                .anyMatch(line -> line.matches("Zig +programming +safe +policy .*")));
        String json = said("list", "languages", "-f", "json");
        assertTrue(json.contains("\"sourceUrl\": \"https://"), json.substring(0, 400));
        assertTrue(json.contains("\"interpreters\": \"python"), "names of interpreters");
    }

    @Test
    void version_and_help_are_results_and_fit_the_screen() {
        Program version = program();
        assertEquals(ExitCode.OK, version.run("--version"));
        assertEquals("memcensus 0.0.0-test\n", version.out());
        for (String[] help : List.of(
                new String[] {"--help"},
                new String[] {"scan", "--help"},
                new String[] {"explain", "--help"},
                new String[] {"list", "--help"},
                new String[] {"gate", "--help"},
                new String[] {"baseline", "--help"},
                new String[] {"baseline", "diff", "--help"})) {
            Program program = program();
            assertEquals(ExitCode.OK, program.run(help));
            assertTrue(program.out().contains("Examples:"), program.out());
            assertTrue(program.out().lines().allMatch(line -> line.length() <= 80), program.out());
            assertEquals("", program.err());
        }
    }

    @Test
    void completion_knows_every_command_that_there_is() {
        Program program = program();
        assertEquals(ExitCode.OK, program.run("generate-completion"));
        for (String word : List.of(
                "scan",
                "explain",
                "list",
                "'--max-file-size'",
                "\"languages\"",
                "\"auto\"",
                "\"never\"",
                "\"first-party\"")) {
            assertTrue(program.out().contains(word), word + " in " + program.out());
        }
    }
}
