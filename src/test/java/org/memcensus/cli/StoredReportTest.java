package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Coverage;
import org.memcensus.model.Problem;
import org.memcensus.report.Format;

/** The JSON of a scan, rendered again: the same bytes that the scan would have written. */
@ExtendWith(NoGitSettings.During.class)
class StoredReportTest {
    private static final String ALL =
            Stream.of(Format.values()).map(Format::label).collect(Collectors.joining(","));

    @TempDir
    Path folder;

    private Program program() {
        return new Program(new StageEngine(), folder);
    }

    @TestFactory
    List<DynamicTest> every_format_of_a_stored_report_is_what_the_scan_would_have_written() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (GoldenCase golden : GoldenCase.all(Path.of("test-repos"))) {
            if (List.of("cmake-library", "hostile-names", "many-builds", "mixed-c-and-rust", "kbuild-drivers")
                    .contains(golden.name())) {
                tests.add(dynamicTest(golden.name(), () -> sameInEveryFormat(golden)));
            }
        }
        assertEquals(5, tests.size());
        return tests;
    }

    private void sameInEveryFormat(GoldenCase golden) throws Exception {
        Path target = golden.make(folder);
        for (String options : List.of("", "--by-file", "-v --scope all", "--scope first-party --color always")) {
            same(target.toString(), "", options);
        }
    }

    /** What a scan and a report of its JSON write; the scan that is stored lists its files where the report must. */
    private void same(String target, String extra, String shown) throws IOException {
        List<String> options = words(shown);
        List<String> scan = new ArrayList<>(List.of("scan", target, "-f", ALL, "-o", "scanned/"));
        scan.addAll(words(extra));
        scan.addAll(options);
        run(scan);
        List<String> store = new ArrayList<>(List.of("scan", target, "-f", "json", "-o", "stored.json"));
        store.addAll(words(extra));
        store.addAll(options.contains("--by-file") ? List.of("--by-file") : List.of());
        run(store);
        List<String> report = new ArrayList<>(List.of("report", "stored.json", "-f", ALL, "-o", "reported/"));
        report.addAll(options);
        run(report);
        for (Format format : Format.values()) {
            String name = "memcensus." + format.extension();
            String scanned = Files.readString(folder.resolve("scanned").resolve(name));
            assertEquals(
                    format == Format.HTML ? withoutRisk(scanned) : scanned,
                    Files.readString(folder.resolve("reported").resolve(name)),
                    format + " with " + options);
        }
    }

    /** How the risk of each module adds up is the one thing that JSON does not hold: it would double its size. */
    private static String withoutRisk(String page) {
        return page.replaceAll("(?s)<h3>Risk .*?</table>\n<p class=\"faint\">.*?</p>\n", "");
    }

    private static List<String> words(String options) {
        return options.isEmpty() ? List.of() : Arrays.asList(options.split(" ", -1));
    }

    private void run(List<String> arguments) {
        Program program = program();
        assertEquals(ExitCode.OK, program.run(arguments.toArray(String[]::new)), program.err());
    }

    @Test
    void a_folder_a_history_owners_and_a_comparison_are_kept_too() throws Exception {
        Path target = folder.resolve("tree");
        Files.createDirectories(target.resolve("lib/net"));
        Files.createDirectories(target.resolve("lib/tests"));
        Files.writeString(target.resolve("lib/tests/net_test.c"), "int main(void) { return 0; }\n");
        try (Git git = Git.init().setDirectory(target.toFile()).call()) {
            for (int i = 0; i < 40; i++) {
                Files.writeString(
                        target.resolve("lib/net/http" + i % 5 + ".c"),
                        "#include <sys/socket.h>\nint f" + i + "(int s, char *b) { return recv(s, b, " + i + ", 0); }\n"
                                + "char *g" + i + "(char *a) { return strcpy(malloc(9), a); }\n".repeat(i));
                Files.writeString(target.resolve("lib/CODEOWNERS"), "* @ann\n");
                git.add().addFilepattern(".").call();
                PersonIdent ann = new PersonIdent(
                        "Ann", "ann@example.org", Instant.EPOCH.plus(Duration.ofDays(15_000 + 20 * i)), ZoneOffset.UTC);
                git.commit()
                        .setMessage(i % 3 == 0 ? "Fix a buffer overflow" : "Change " + i)
                        .setAuthor(ann)
                        .setCommitter(ann)
                        .setSign(false)
                        .call();
            }
        }
        for (String options : List.of("", "-v", "--by-file")) {
            same(target.resolve("lib").toString(), "--compare HEAD~9 --contacts", options);
        }
        String text = Files.readString(folder.resolve("reported/memcensus.md"));
        assertTrue(text.contains("tree/lib") && text.contains("### Since") && text.contains("**History.**"), text);
        assertTrue(text.contains("with more commits"), text);
        assertTrue(Files.readString(folder.resolve("reported/memcensus.txt")).contains("ask @ann"));
    }

    private String target() {
        return folder.resolve("flat-c-codec").toString();
    }

    private String json(String... options) throws Exception {
        if (!Files.exists(Path.of(target()))) {
            for (GoldenCase golden : GoldenCase.all(Path.of("test-repos"))) {
                if (golden.name().equals("flat-c-codec")) {
                    golden.make(folder);
                }
            }
        }
        List<String> arguments = new ArrayList<>(List.of("scan", target(), "-f", "json"));
        arguments.addAll(List.of(options));
        Program program = program();
        assertEquals(ExitCode.OK, program.run(arguments.toArray(String[]::new)), program.err());
        return program.out();
    }

    @Test
    void a_report_on_standard_input_is_shown_as_on_a_screen_of_its_width() throws Exception {
        String json = json();
        Terminal terminal = new Terminal(true, true, 90, 30, StandardCharsets.UTF_8);
        Program scanned = program().on(terminal);
        assertEquals(ExitCode.OK, scanned.run("scan", target(), "-q"));
        Program reported =
                program().on(terminal).reading(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        assertEquals(ExitCode.OK, reported.run("report", "-"), reported.err());
        assertEquals(scanned.out(), reported.out());
    }

    @Test
    void what_a_file_holds_decides_and_not_its_name() throws Exception {
        Files.writeString(folder.resolve("x.sqlite"), json());
        Program program = program();
        assertEquals(ExitCode.OK, program.run("report", "x.sqlite", "-f", "badge"), program.err());
        assertTrue(program.out().contains("memory-unsafe code"), program.out());
    }

    @Test
    void the_version_that_wrote_the_report_stays_in_it() throws Exception {
        Files.writeString(
                folder.resolve("x.json"),
                json().replace("\"0.0.0-test\"", "\"0.0.9 \u001b[31m\"".replace("\u001b", "\\u001b")));
        Program program = program();
        assertEquals(ExitCode.OK, program.run("report", "x.json", "-f", "markdown"), program.err());
        assertTrue(program.out().contains("memcensus 0.0.9"), program.out());
        assertFalse(program.out().contains("\u001b"), program.out());
    }

    @Test
    void a_stored_census_that_is_not_whole_ends_as_its_scan_did() throws Exception {
        FakeEngine engine = new FakeEngine();
        engine.coverage = new Coverage(3, 0, 0, 0, 0, 0, 2, 0, 0, List.of(new Problem("a.c", "cannot be read")));
        Program scan = new Program(engine, folder);
        assertEquals(ExitCode.INCOMPLETE, scan.run("scan", "-q", "-f", "json", "-o", "x.json"));
        Program report = new Program(engine, folder);
        assertEquals(ExitCode.INCOMPLETE, report.run("report", "x.json", "-f", "json"), report.err());
        assertEquals(scan.err(), report.err());
        assertEquals(Files.readString(folder.resolve("x.json")), report.out());
    }

    @Test
    void each_mistake_is_one_line_with_the_way_out() throws Exception {
        Files.writeString(folder.resolve("x.json"), json());
        Files.writeString(folder.resolve("empty"), "");
        String half = json().substring(0, 2000);
        Files.writeString(folder.resolve("half.json"), half);
        Files.writeString(folder.resolve("gate.json"), "{\"schema\": \"memcensus/gate/1\", \"modules\": 1}");
        String way = "give the JSON that scan -f json wrote, or the file that batch --db wrote";
        mistake("no: no such file: " + way, "no");
        mistake("flat-c-codec is a folder: " + way, "flat-c-codec");
        mistake("empty is empty: make it anew with memcensus scan -f json", "empty");
        mistake(
                "half.json:" + half.split("\n", -1).length
                        + ": ends in the middle: make it anew with memcensus scan -f json",
                "half.json");
        mistake(
                "gate.json:1: its schema is 'memcensus/gate/1', and only memcensus/report/1, the JSON of a scan, is read:"
                        + " make it anew with memcensus scan -f json",
                "gate.json");
        mistake("--top goes with the store of a batch: leave it out with the JSON of a scan", "x.json", "--top", "5");
        mistake(
                "--policy goes with the store of a batch: the JSON of a scan keeps the policy it was made with; scan again"
                        + " with --policy",
                "x.json",
                "--policy",
                "strict");
        mistake(
                "x.json: lists no files: make it anew with memcensus scan --by-file -f json, or leave --by-file out",
                "x.json",
                "--by-file");
        mistake("several formats need a folder: add --output DIR", "x.json", "-f", "text,json");
    }

    private void mistake(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        Program program = program();
        assertEquals(ExitCode.USAGE, program.run(all.toArray(String[]::new)));
        assertEquals("memcensus: " + message, program.err().strip());
        assertEquals("", program.out());
    }
}
