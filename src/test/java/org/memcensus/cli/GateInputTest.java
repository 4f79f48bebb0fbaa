package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.memcensus.cli.History.Ran;

/** Baselines, and input with which a gate can do nothing: always exit code 2, one line, the way out. */
class GateInputTest extends GateCase {

    @Override
    void makeProject() throws Exception {
        history.c("net/socket.c", 60)
                .c("net/buffer.c", 300)
                .write("ui/window.py", "print(1)\n")
                .commit();
    }

    @Test
    void a_baseline_may_come_through_a_pipe() throws Exception {
        Path file = folder.resolve("baseline.json");
        assertEquals(ExitCode.OK, history.run("baseline", "-o", file.toString()).code());
        Process feeding;
        try {
            feeding = new ProcessBuilder("sh", "-c", "mkfifo pipe && cat baseline.json >pipe")
                    .directory(folder.toFile())
                    .start();
        } catch (IOException e) {
            feeding = null;
        }
        Assumptions.assumeTrue(feeding != null, "no pipes here");
        Path pipe = folder.resolve("pipe");
        for (int i = 0; i < 500 && !Files.exists(pipe); i++) {
            Thread.sleep(10);
        }
        assertPass(history.run("gate", "--baseline", pipe.toString()));
    }

    @Test
    void what_is_read_more_than_once_must_be_a_file() {
        for (String option : List.of("--policy", "--catalogue", "--config")) {
            assertMistake(
                    history.run("gate", option, folder.toString(), "--base", "HEAD"), "a folder, a pipe or a device");
        }
    }

    @Test
    void neither_base_nor_baseline_is_a_mistake_and_both_are() {
        assertMistake(history.run("gate"), "give what to compare with: --base REV or --baseline FILE");
        assertMistake(history.run("gate", "--base", "x", "--baseline", "y"), "give one of them");
    }

    @Test
    void a_base_that_is_not_there_is_said_with_the_way_out() {
        assertMistake(history.run("gate", "--base", "origin/main"), "base 'origin/main' is not in");
        assertMistake(history.run("gate", "--base", "origin/main"), "fetch-depth: 0");
        assertMistake(history.run("gate", "--base", ""), "fetch-depth: 0");
        assertMistake(history.run("gate", "--base", "HEAD", "--rev", "nowhere"), "revision 'nowhere' is not in");
    }

    @Test
    void what_no_path_can_be_is_no_bug() {
        assertMistake(history.run("gate", "--baseline", "a\0b"), "--baseline a\\x00b: no path of this system");
        assertMistake(history.run("baseline", "diff", "a\0b", "c"), "baseline a\\x00b: no path of this system");
        Program program = new Program(new StageEngine(), folder);
        for (String url : List.of("file://", "file://a\0b")) {
            assertEquals(ExitCode.USAGE, program.run("scan", url), program.err());
        }
    }

    @Test
    void a_base_that_a_shallow_clone_lacks_is_said_with_the_way_out() throws Exception {
        history.c("net/socket.c", 70).commit();
        Path shallow = folder.resolve("shallow");
        Git.cloneRepository()
                .setURI(history.root.toUri().toString())
                .setDirectory(shallow.toFile())
                .setDepth(1)
                .call()
                .close();
        Program program = new Program(new StageEngine(), folder);
        assertEquals(ExitCode.USAGE, program.run("gate", "--base", "HEAD~1", shallow.toString()), program.out());
        assertTrue(program.err().contains("a shallow clone"), program.err());
        assertTrue(program.err().contains("fetch-depth: 0"), program.err());
    }

    @Test
    void a_base_of_another_history_is_said_with_the_way_out() throws Exception {
        history.git.checkout().setOrphan(true).setName("other").call();
        history.c("net/other.c", 10).commit();
        assertMistake(history.run("gate", "--base", "main"), "have no common commit");
    }

    @Test
    void a_base_that_is_a_file_is_refused() {
        assertMistake(history.run("gate", "--base", "HEAD:net/socket.c"), "is a file");
    }

    @Test
    void a_plain_folder_has_no_base_and_can_have_a_baseline() throws Exception {
        Path plain = Files.createDirectories(folder.resolve("plain/lib"));
        Files.writeString(plain.resolve("a.c"), History.code("a", 20));
        Program program = new Program(new StageEngine(), folder);
        assertEquals(ExitCode.USAGE, program.run("gate", "--base", "HEAD", "plain"), program.out());
        assertEquals(ExitCode.USAGE, program.run("baseline", "plain"));
        Program written = new Program(new StageEngine(), folder);
        String target = folder.resolve("plain").toString();
        assertEquals(ExitCode.OK, written.run("baseline", "-o", "b.json", target), written.err());
        Program judged = new Program(new StageEngine(), folder);
        assertEquals(ExitCode.OK, judged.run("gate", "--baseline", "b.json", target), judged.err());
    }

    @Test
    void limits_out_of_their_range_are_refused() {
        assertMistake(history.gate("--max-unsafe-share", "2"), "between 0 and 1");
        assertMistake(history.gate("--max-unsafe-growth", "-1"), "--max-unsafe-growth");
        assertMistake(history.gate("--roles", "tests"), "'tests' is none of core, test, docs");
        assertMistake(history.gate("-f", "xml"), "'xml' is none of text, json, markdown, sarif, gitlab, github");
    }

    @Test
    void a_wrong_day_is_refused() {
        assertMistake(history.with("SOURCE_DATE_EPOCH", "tomorrow").gate(), "SOURCE_DATE_EPOCH");
    }

    @Test
    void a_baseline_is_the_same_for_the_same_state() throws Exception {
        assertEquals(ExitCode.OK, history.run("baseline", "-o", "one.json").code());
        assertEquals(
                ExitCode.OK,
                history.run("baseline", "-o", "two.json", "-j", "1").code());
        String one = Files.readString(history.root.resolve("one.json"));
        assertEquals(one, Files.readString(history.root.resolve("two.json")));
        assertTrue(one.startsWith("{\n  \"schema\": \"memcensus/baseline/1\",\n"), one);
        assertEquals(one, history.run("baseline", "-o", "-").out());
    }

    @Test
    void against_a_baseline_new_modules_fail_and_moved_ones_do_not() throws Exception {
        history.run("baseline", "-o", "../base.json");
        history.move("net/socket.c", "core/socket.c").stage();
        String moved = History.code("buffer_c", 300).replace("buffer_c_value_7", "other_value_7");
        history.delete("net/buffer.c").write("core/store.c", moved).stage();
        Ran passed = history.run("gate", "--baseline", "../base.json");
        assertEquals(ExitCode.OK, passed.code(), passed.all());
        history.c("parser/parse.c", 30).stage();
        Ran failed = history.run("gate", "--baseline", "../base.json");
        assertEquals(ExitCode.GATE_FAILED, failed.code(), failed.all());
        assertTrue(failed.out().contains("new unsafe module parser"), failed.out());
    }

    @Test
    void a_hole_that_the_baseline_knows_hides_nothing_new() throws Exception {
        history.write("net/blob.c", "int a;\0\0\0\0\0\0\0\0\0int b;\n").submodule("sub");
        history.git.add().addFilepattern("net").call();
        history.run("baseline", "-o", "../base.json");
        Ran ran = history.run("gate", "--baseline", "../base.json");
        assertEquals(ExitCode.OK, ran.code(), ran.all());
    }

    @Test
    void what_the_baseline_could_not_read_may_have_been_there_or_not() throws Exception {
        history.write("codec/codec.c", "int a;\0\0\0\0\0\0\0\0\0int b;\n").commit();
        history.run("baseline", "-o", "../base.json");
        history.write("codec/codec.c", History.code("codec", 50)).stage();
        Ran ran = history.run("gate", "--baseline", "../base.json");
        assertEquals(ExitCode.INCOMPLETE, ran.code(), ran.all());
        assertTrue(ran.all().replaceAll("\\s+", " ").contains("so module dir:codec may be new or not"), ran.all());
    }

    @Test
    void annotations_that_the_baseline_lacks_are_new() throws Exception {
        history.run("baseline", "-o", "../base.json");
        history.write(".memcensus.yml", "annotations:\n  - module: dir:net\n    reason: interim\n")
                .stage();
        Ran ran = history.run("gate", "--baseline", "../base.json");
        assertTrue(ran.out().contains("this change itself adds it"), ran.all());
    }

    @Test
    void a_broken_baseline_is_refused() throws Exception {
        assertMistake(history.run("gate", "--baseline", "none.json"), "no such file: write it anew");
        assertBroken("", "empty");
        assertBroken("{", "damaged, no JSON");
        assertBroken("[]", "expected fields");
        assertBroken("{\"schema\": \"memcensus/baseline/9\"}", "its version 'memcensus/baseline/9' is not");
        assertBroken("{\"schema\": \"memcensus/baseline/1\"}", "missing field 'policy'");
        assertBroken(
                "{\"schema\": \"memcensus/baseline/1\", \"policy\": \"default 1\", \"annotations\": {}, \"unread\": [],"
                        + " \"targets\": []}",
                "missing field 'modules'");
        history.run("baseline", "-o", "whole.json");
        String whole = Files.readString(history.root.resolve("whole.json"));
        assertBroken(whole.replace("\"lines\": 60", "\"lines\": \"many\""), "'lines' must be a whole number");
        assertBroken(whole.replace("\"sketch\": \"", "\"sketch\": \"x"), "'sketch' is damaged");
        assertBroken(whole.replace("\"policy\": \"default 1\"", "\"policy\": \"default 0\""), "written under policy");
    }

    private void assertBroken(String content, String words) throws Exception {
        Files.writeString(history.root.resolve("broken.json"), content);
        assertMistake(history.run("gate", "--baseline", "broken.json"), words);
    }

    @Test
    void the_difference_of_two_baselines_is_listed() throws Exception {
        history.run("baseline", "-o", "old.json");
        history.c("net/socket.c", 80).move("net/buffer.c", "core/buffer.c").c("parser/parse.c", 30);
        history.c("ui/draw.c", 5).stage();
        history.run("baseline", "-o", "new.json");
        Ran ran = history.run("baseline", "diff", "old.json", "new.json");
        assertEquals(ExitCode.OK, ran.code(), ran.all());
        List<String> rows = ran.out()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
        assertEquals(
                List.of(
                        "new dir:parser core 0 30",
                        "moved dir:core core 0 300",
                        "turned-unsafe dir:ui core 0 5",
                        "shrank dir:net core 360 80"),
                rows);
        assertTrue(history.run("baseline", "diff", "old.json", "old.json", "-f", "json")
                .out()
                .startsWith("[]"));
    }

    @Test
    void the_users_own_configuration_counts_where_the_projects_says_nothing() throws Exception {
        Files.createDirectories(folder.resolve("home/.config/memcensus"));
        Files.writeString(folder.resolve("home/.config/memcensus/config.yml"), "gate:\n  max-unsafe-growth: 5\n");
        history.c("net/socket.c", 80).stage();
        history.with("HOME", folder.resolve("home").toString());
        assertEquals(ExitCode.GATE_FAILED, history.gate().code());
        history.write(".memcensus.yml", "gate:\n  max-unsafe-growth: 50\n").stage();
        assertEquals(ExitCode.OK, history.gate().code());
        Files.writeString(folder.resolve("other.yml"), "gate:\n  max-unsafe-growth: 3\n");
        assertEquals(
                ExitCode.GATE_FAILED, history.gate("--config", "../other.yml").code());
        assertMistake(history.gate("--config", "none.yml"), "no such file");
        assertMistake(history.gate("--config", "../other.yml", "--no-config"), "give one of them");
    }

    @Test
    void a_project_cannot_name_a_policy_file() throws Exception {
        history.write(".memcensus.yml", "policy: /etc/passwd\n").stage();
        assertMistake(history.gate(), "policy '/etc/passwd' is none of");
    }
}
