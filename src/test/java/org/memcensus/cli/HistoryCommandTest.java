package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.cli.History.Ran;

/** What {@code memcensus history} says of small repositories. */
@ExtendWith(NoGitSettings.During.class)
class HistoryCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> FIELDS = List.of(
            "files",
            "bytes",
            "lines",
            "code",
            "comments",
            "blanks",
            "unsafeCode",
            "safeCode",
            "undeterminedCode",
            "unsafeShare",
            "unsafeShareBytes");

    @TempDir
    private Path folder;

    private History history;

    @BeforeEach
    void make_a_project() throws Exception {
        history = new History(folder.resolve("project"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    /** The history that a run gives as JSON, which keeps to the published schema. */
    private JsonNode json(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("history", "-f", "json"));
        arguments.addAll(List.of(more));
        Ran ran = history.run(arguments.toArray(new String[0]));
        assertEquals(ExitCode.OK, ran.code(), ran.all());
        return valid(ran.out());
    }

    private static JsonNode valid(String out) throws IOException {
        JsonNode json = JSON.readTree(out);
        try (InputStream schema = HistoryCommandTest.class.getResourceAsStream("/schema/history-1.schema.json")) {
            assertEquals(
                    Set.of(),
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(json));
        }
        return json;
    }

    /** A field of all points. */
    private static List<String> of(JsonNode json, String pointer) {
        List<String> values = new ArrayList<>();
        json.get("points").forEach(point -> values.add(point.at(pointer).asText()));
        return values;
    }

    private static List<String> days(JsonNode json) {
        return of(json, "/committed").stream()
                .map(time -> time.substring(0, 10))
                .toList();
    }

    private void mistake(String words, String... arguments) {
        Ran ran = history.run(arguments);
        assertEquals(ExitCode.USAGE, ran.code(), ran.all());
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
    }

    @Test
    void each_point_has_the_amounts_that_a_scan_of_its_commit_has() throws Exception {
        history.c("lib/a.c", 40)
                .c("tests/check.c", 9)
                .write("tool.py", "print(1)\n")
                .write("data.json", "[1,\n2]\n");
        // C or C++, as those who include it decide; and copied in one of the points by an attribute.
        history.write("lib/a.h", "int shared;\n").write("lib/b.c", "#include \"a.h\"\nint b;\n");
        history.commitOn("2020-01-01");
        history.delete("lib/b.c")
                .write("lib/b.cpp", "#include \"a.h\"\nint b;\n")
                .delete("lib/a.c");
        history.write("web/x.html", "<p>\n<script>\nlet a = 1;\nlet b = 2;\n</script>\n");
        history.write("go/x.go", "package x\n\n// #include <a.h>\n// int y;\nimport \"C\"\n\nfunc f() {}\n");
        history.commitOn("2020-02-01");
        history.write(".gitattributes", "lib/** linguist-documentation\n").c("third_party/z/z.c", 20);
        history.commitOn("2020-03-01");
        history.delete(".gitattributes").write("src/main.rs", "fn main() {}\n").commitOn("2020-04-01");
        JsonNode json = json("--every", "month");
        assertEquals(4, json.get("points").size());
        for (JsonNode point : json.get("points")) {
            String commit = point.get("commit").asText();
            JsonNode scan = JSON.readTree(
                    history.run("scan", "-f", "json", "--rev", commit).out());
            for (String scope : List.of("shipped", "first-party", "all")) {
                JsonNode expected = scan.at("/summary/scopes/" + scope);
                for (String field : FIELDS) {
                    assertEquals(
                            expected.get(field),
                            point.at("/scopes/" + scope + "/" + field),
                            commit + " " + scope + " " + field);
                }
            }
            assertEquals(scan.at("/coverage/counted"), point.at("/coverage/counted"));
            for (JsonNode language : point.get("languages")) {
                JsonNode same = null;
                for (JsonNode other : scan.get("languages")) {
                    same = other.get("name").equals(language.get("name")) ? other : same;
                }
                assertEquals(same == null ? null : same.get("roles"), language.get("roles"), language.toString());
            }
        }
        assertEquals(List.of("43", "5", "22", "25"), of(json, "/scopes/shipped/unsafeCode"));
    }

    @Test
    void what_is_written_is_new_by_its_class() throws Exception {
        history.c("a.c", 10).commitOn("2020-01-01");
        history.c("b.c", 30)
                .write("c.rs", "fn a() {}\nfn b() {}\n}\n// no code\n\n")
                .c("tests/t.c", 5);
        history.commitOn("2020-02-01");
        JsonNode json = json();
        assertTrue(json.at("/points/0/scopes/shipped/newCode").isNull());
        assertEquals(
                "{\"code\":33,\"unsafeCode\":30,\"safeCode\":3,\"undeterminedCode\":0,\"unsafeShare\":0.9091}",
                json.at("/points/1/scopes/shipped/newCode").toString());
        assertEquals(38, json.at("/points/1/scopes/all/newCode/code").asInt());
        assertEquals(
                0.9091, json.at("/summary/scopes/shipped/newCode/unsafeShare").asDouble());
    }

    @Test
    void code_that_moves_or_is_indented_or_annotated_is_not_new() throws Exception {
        history.c("a.c", 40)
                .c("b.c", 40)
                .write("deep.c", "int f(void) {\nreturn 1;\n}\n")
                .commitOn("2020-01-01");
        history.move("a.c", "lib/moved.c");
        // One file becomes two, with a licence in front.
        String b = Files.readString(history.root.resolve("b.c"));
        int half = b.indexOf('\n', b.length() / 2) + 1;
        history.delete("b.c").write("b1.c", "/* (c) */\n" + b.substring(0, half));
        history.write("b2.c", b.substring(half));
        history.write("deep.c", "int f( void )   {\n\t\treturn 1; // why\n}\n").commitOn("2020-02-01");
        JsonNode added = json().at("/points/1/scopes/shipped/newCode");
        assertEquals(0, added.get("code").asInt(), added.toString());
        assertTrue(added.get("unsafeShare").isNull());
    }

    @Test
    void a_line_that_stands_there_once_more_is_new_once() throws Exception {
        history.write("a.c", "int f(void) {\n  g();\n  g();\n}\n").commitOn("2020-01-01");
        history.write("a.c", "int f(void) {\n  g();\n  g();\n  g();\n}\n").commitOn("2020-02-01");
        assertEquals(1, json().at("/points/1/scopes/shipped/newCode/code").asInt());
    }

    @Test
    void code_that_begins_to_ship_is_new_to_what_ships() throws Exception {
        history.c("tests/a.c", 20).c("b.c", 1).commitOn("2020-01-01");
        history.move("tests/a.c", "a.c").commitOn("2020-02-01");
        JsonNode json = json();
        assertEquals(20, json.at("/points/1/scopes/shipped/newCode/code").asInt());
        assertEquals(0, json.at("/points/1/scopes/all/newCode/code").asInt());
    }

    @Test
    void points_are_spread_over_the_time_and_a_time_without_commits_adds_none() throws Exception {
        for (int day = 1; day <= 9; day++) {
            history.c("f" + day + ".c", day).commitOn("2020-01-0" + day);
        }
        history.c("late.c", 3).commitOn("2020-01-21");
        assertEquals(List.of("2020-01-01", "2020-01-06", "2020-01-09", "2020-01-21"), days(json("--points", "5")));
        assertEquals(List.of("2020-01-01", "2020-01-21"), days(json("--points", "2")));
        assertEquals(10, json().get("points").size());
    }

    @Test
    void periods_end_with_their_last_commit() throws Exception {
        String second = "";
        for (String day : List.of("2018-12-31", "2019-01-01", "2019-03-31", "2019-04-01", "2019-12-31", "2020-05-05")) {
            String commit = history.c("c" + day + ".c", 2).commitOn(day);
            second = second.isEmpty() && day.startsWith("2019") ? commit : second;
        }
        assertEquals(List.of("2018-12-31", "2019-12-31", "2020-05-05"), days(json("--every", "year")));
        assertEquals(
                List.of("2018-12-31", "2019-03-31", "2019-04-01", "2019-12-31", "2020-05-05"),
                days(json("--every", "quarter", "--since", "2018-12")));
        assertEquals(
                List.of("2019-01-01", "2019-03-31", "2019-04-01", "2019-12-31"),
                days(json("--every", "month", "--since", second, "--rev", "HEAD~1")));
        assertEquals(List.of("2020-05-05"), days(json("--since", "2020")));
        mistake("no commit since then: the last is of 2020-05-05", "history", "--since", "2020-06-01");
        mistake("there is no such day", "history", "--since", "2020-13");
        mistake("revision 'nowhere' is not in", "history", "--since", "nowhere");
    }

    @Test
    void a_clock_that_was_wrong_does_not_lead_astray() throws Exception {
        for (String day : List.of("2020-01-01", "2036-01-01", "2020-02-01", "1990-01-01", "2020-03-01")) {
            history.c("c" + day + ".c", 2).commitOn(day);
        }
        JsonNode json = json("--every", "month");
        assertEquals(List.of("2020-01-01", "2020-02-01", "2020-03-01"), days(json));
        // The last commit is the one that was asked for, whatever its date.
        history.c("last.c", 2).commitOn("2000-01-01");
        assertEquals(List.of("2020-01-01", "2020-02-01", "2020-03-01", "2000-01-01"), days(json("--every", "month")));
        assertEquals(
                List.of("2020-02-01", "2020-03-01", "2000-01-01"),
                days(json("--every", "month", "--since", "2020-01-15")));
    }

    @Test
    void of_a_merge_the_line_of_the_branch_counts() throws Exception {
        history.c("a.c", 5).commitOn("2020-01-01");
        history.git.checkout().setCreateBranch(true).setName("side").call();
        history.c("side.c", 7).commitOn("2020-02-01");
        history.git.checkout().setName("main").call();
        history.c("b.c", 5).commitOn("2020-03-01");
        history.git
                .merge()
                .include(history.git.getRepository().resolve("side"))
                .setCommit(false)
                .call();
        history.commitOn("2020-04-01");
        assertEquals(List.of("2020-01-01", "2020-03-01", "2020-04-01"), days(json("--every", "month")));
    }

    @Test
    void a_shallow_clone_names_the_way_out_unless_it_holds_enough() throws Exception {
        history.c("a.c", 5).commitOn("2020-01-01");
        String cut = history.c("b.c", 5).commitOn("2020-02-01");
        history.c("c.c", 5).commitOn("2020-03-01");
        Files.writeString(history.root.resolve(".git/shallow"), cut + "\n");
        mistake("a shallow clone, whose history begins with 2020-02-01", "history");
        mistake("git fetch --unshallow", "history", "--since", "2020-01-15");
        mistake("fetch-depth: 0", "history", "--points", "2");
        assertEquals(List.of("2020-03-01"), days(json("--since", "2020-02-15")));
        assertEquals(List.of("2020-02-01", "2020-03-01"), days(json("--since", cut)));
    }

    @Test
    void where_there_is_no_history_that_is_said() throws Exception {
        mistake("empty repository, HEAD has no commit yet", "history");
        history.c("a.c", 5).write("doc/x.txt", "x\n").commitOn("2020-01-01");
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.writeString(plain.resolve("a.c"), "int a;\n");
        Program program = new Program(new StageEngine(), folder);
        assertEquals(ExitCode.USAGE, program.run("history", plain.toString()));
        assertTrue(program.err().contains("no git repository, so it has no history"), program.err());
        mistake("is no commit, so it has no history", "history", "--rev", "HEAD^{tree}");
        mistake("nothing to count", "history", "--include", "*.nothing");
        mistake("--points and --every", "history", "--points", "3", "--every", "year");
        mistake("--points must lie between 2 and 1000, and is 1", "history", "--points", "1");
        mistake("'week' is none of year, quarter, month", "history", "--every", "week");
        mistake("goes with", "history", "--by-file");
    }

    @Test
    void a_folder_that_came_later_has_no_code_before() throws Exception {
        history.c("a.c", 5).commitOn("2020-01-01");
        history.c("lib/b.c", 7).commitOn("2020-02-01");
        Program program = new Program(new StageEngine(), folder);
        assertEquals(
                ExitCode.OK,
                program.run("history", "-f", "json", history.root.resolve("lib").toString()),
                program.err());
        JsonNode json = valid(program.out());
        assertTrue(json.at("/points/0/scopes/all/unsafeShare").isNull());
        assertEquals(7, json.at("/points/1/scopes/all/unsafeCode").asInt());
        assertEquals(7, json.at("/points/1/scopes/all/newCode/code").asInt());
    }

    @Test
    void what_cannot_be_read_is_said_and_the_rest_counted() throws Exception {
        history.c("a.c", 5).c("b.c", 9).commitOn("2020-01-01");
        String blob = history.git.getRepository().resolve("HEAD:b.c").name();
        history.c("b.c", 12).c("c.c", 3).commitOn("2020-02-01");
        Files.delete(history.root.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        Ran ran = history.run("history", "-f", "json");
        assertEquals(ExitCode.INCOMPLETE, ran.code(), ran.all());
        assertTrue(ran.err().contains("files could not be read at 1 of 2 points"), ran.err());
        JsonNode json = valid(ran.out());
        assertEquals(1, json.at("/points/0/coverage/unreadable").asInt());
        assertEquals("b.c", json.at("/points/0/coverage/notes/0/path").asText());
        assertEquals(5, json.at("/points/0/scopes/all/unsafeCode").asInt());
        // Nobody knows how much of b.c is new.
        assertEquals(3, json.at("/points/1/scopes/all/newCode/code").asInt());
        Ran text = history.run("history");
        assertTrue(text.out().contains("Files could not be read at 1 point: 1 on 2020-01-01"), text.all());
    }

    @Test
    void the_configuration_of_the_last_commit_holds_for_all() throws Exception {
        history.c("part/a.c", 5).c("b.c", 9).commitOn("2020-01-01");
        history.write(
                        ".memcensus.yml",
                        "roles:\n  - {glob: \"part/**\", role: test, reason: shown only}\npolicy: strict\n")
                .commitOn("2020-02-01");
        JsonNode json = json();
        assertEquals(List.of("9", "9"), of(json, "/scopes/shipped/unsafeCode"));
        assertEquals("strict", json.at("/policy/name").asText());
        assertEquals(List.of("14", "14"), of(json("--no-config", "--exclude", "x.c"), "/scopes/shipped/unsafeCode"));
        assertEquals(List.of("0", "0"), of(json("--exclude", "*.c"), "/scopes/all/unsafeCode"));
    }

    @Test
    void a_bare_clone_gives_the_same_bytes_with_and_without_a_cache() throws Exception {
        history.c("a.c", 25).c("b.c", 9).commitOn("2020-01-01");
        history.c("b.c", 19).write("x.py", "print(1)\n").commitOn("2020-02-01");
        Path bare = folder.resolve("project.git");
        Git.cloneRepository()
                .setURI(history.root.toUri().toString())
                .setDirectory(bare.toFile())
                .setBare(true)
                .call()
                .close();
        Path cache = folder.resolve("cache");
        history.with("XDG_CACHE_HOME", cache.toString());
        List<String> outs = new ArrayList<>();
        for (String option : List.of("--no-cache", "-q", "-q", "--jobs=1")) {
            Program program =
                    new Program(new StageEngine(), folder).with(java.util.Map.of("XDG_CACHE_HOME", cache.toString()));
            assertEquals(ExitCode.OK, program.run("history", "-f", "json", option, bare.toString()), program.err());
            outs.add(program.out());
        }
        assertEquals(1, Set.copyOf(outs).size());
        assertFalse(outs.get(0).contains(folder.toString()));
        try (var files = Files.list(cache.resolve("memcensus"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void several_formats_go_to_a_folder() throws Exception {
        history.c("a.c", 5).commitOn("2020-01-01");
        history.c("a.c", 9).commitOn("2020-02-01");
        Ran ran = history.run("history", "-f", "text,json,markdown,html,csv", "-o", "out/");
        assertEquals(ExitCode.OK, ran.code(), ran.all());
        for (String name : List.of("txt", "json", "md", "html", "csv")) {
            assertTrue(Files.size(history.root.resolve("out/memcensus." + name)) > 0, name);
        }
        mistake("--format: 'sarif' is none of text, json, markdown, html, csv", "history", "-f", "sarif");
    }
}
