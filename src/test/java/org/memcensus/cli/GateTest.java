package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.cli.History.Ran;

/** What passes the gate and what does not: small histories, a sentence each. */
class GateTest {
    private static final SystemReader DEVELOPERS = SystemReader.getInstance();

    @TempDir
    private Path folder;

    private History history;

    @BeforeAll
    static void shut_out_the_developers_settings(@TempDir Path settings) {
        SystemReader.setInstance(new NoGitSettings(DEVELOPERS, settings));
    }

    @AfterAll
    static void let_them_in_again() {
        SystemReader.setInstance(DEVELOPERS);
    }

    /** A project with an unsafe module, a safe one and a test. */
    @BeforeEach
    void make_a_project() throws Exception {
        history = new History(folder.resolve("project"));
        history.c("net/socket.c", 60).c("net/buffer.c", 60).write("ui/window.py", "print(1)\nprint(2)\n");
        history.c("tests/check.c", 40).write("README.md", "# Project\n").commit();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static void assertPass(Ran ran) {
        assertEquals(ExitCode.OK, ran.code(), ran.all());
        assertTrue(ran.out().startsWith("PASS"), ran.all());
    }

    private static void assertFail(Ran ran, String... words) {
        assertEquals(ExitCode.GATE_FAILED, ran.code(), ran.all());
        assertTrue(ran.out().startsWith("FAIL"), ran.all());
        assertSaid(ran, words);
    }

    private static void assertUndecided(Ran ran, String... words) {
        assertEquals(ExitCode.INCOMPLETE, ran.code(), ran.all());
        assertTrue(ran.out().startsWith("UNDECIDED"), ran.all());
        assertSaid(ran, words);
    }

    private static void assertSaid(Ran ran, String... words) {
        // Words may be folded at the end of a line.
        String text = ran.all().replaceAll("\\s+", " ");
        for (String word : words) {
            assertTrue(text.contains(word), word + " in " + ran.all());
        }
    }

    @Test
    void nothing_changed_passes() {
        assertPass(history.gate());
    }

    @Test
    void a_new_unsafe_module_fails() throws Exception {
        history.c("parser/parse.c", 30).stage();
        assertFail(history.gate(), "new unsafe module parser: 30 lines of C in parser/parse.c");
    }

    @Test
    void a_new_unsafe_module_that_is_not_staged_is_not_tracked_yet_and_can_be_asked_for() throws Exception {
        history.c("parser/parse.c", 30);
        assertPass(history.gate());
        assertFail(history.gate("--untracked"), "new unsafe module parser");
    }

    @Test
    void a_change_on_disk_that_is_not_staged_counts() throws Exception {
        history.write("ui/draw.c", "").stage();
        history.write("ui/draw.c", History.code("draw", 20));
        assertFail(history.gate(), "safe module turned unsafe ui");
    }

    @Test
    void a_commit_is_judged_in_place_of_the_working_tree() throws Exception {
        history.c("parser/parse.c", 30).commit();
        assertFail(history.run("gate", "--base", "HEAD~1", "--rev", "HEAD"), "new unsafe module parser");
        assertPass(history.run("gate", "--base", "HEAD", "--rev", "HEAD"));
    }

    @Test
    void a_bare_repository_is_judged_at_its_head() throws Exception {
        history.c("parser/parse.c", 30).commit();
        Path bare = folder.resolve("bare.git");
        org.eclipse.jgit.api.Git.cloneRepository()
                .setBare(true)
                .setURI(history.root.toUri().toString())
                .setDirectory(bare.toFile())
                .call()
                .close();
        Program program = new Program(new StageEngine(), folder);
        assertEquals(ExitCode.GATE_FAILED, program.run("gate", "--base", "HEAD~1", bare.toString()), program.err());
    }

    @Test
    void the_base_is_where_the_histories_part_not_where_the_branch_is_now() throws Exception {
        String start = history.git.getRepository().resolve("HEAD").name();
        history.c("parser/parse.c", 30).commit();
        history.git.branchCreate().setName("feature").setStartPoint(start).call();
        history.git.checkout().setName("feature").call();
        history.write("ui/window.py", "print(3)\n").commit();
        assertPass(history.run("gate", "--base", "main"));
    }

    @Test
    void more_code_in_an_unsafe_module_passes() throws Exception {
        history.c("net/socket.c", 300).c("net/tls.c", 200).stage();
        assertPass(history.gate());
    }

    @Test
    void a_new_safe_module_passes() throws Exception {
        history.write("parser/parse.py", "print(1)\n").stage();
        assertPass(history.gate());
    }

    @Test
    void a_moved_module_is_not_new() throws Exception {
        history.move("net/socket.c", "core/net/socket.c")
                .move("net/buffer.c", "core/net/buffer.c")
                .stage();
        assertPass(history.gate());
    }

    @Test
    void a_module_that_was_edited_as_it_moved_is_not_new() throws Exception {
        String text = History.code("socket_c", 60)
                .replace("socket_c_value_1", "other_value_1")
                .replace("int ", "  int ");
        history.delete("net/socket.c").write("core/link.c", text).stage();
        assertPass(history.gate());
    }

    @Test
    void a_module_that_was_split_is_not_new() throws Exception {
        String text = History.code("socket_c", 60);
        int half = text.indexOf("int socket_c_value_30");
        history.write("net/socket.c", text.substring(0, half))
                .write("link/link.c", text.substring(half))
                .stage();
        assertPass(history.gate());
    }

    @Test
    void modules_that_were_merged_are_not_new() throws Exception {
        history.delete("net/socket.c").delete("net/buffer.c");
        history.write("all/all.c", History.code("socket_c", 60) + History.code("buffer_c", 60))
                .stage();
        assertPass(history.gate());
    }

    @Test
    void new_code_hidden_in_a_renamed_folder_fails() throws Exception {
        history.move("net/socket.c", "core/socket.c").move("net/buffer.c", "core/buffer.c");
        history.c("core/secret.c", 50).stage();
        assertFail(history.gate(), "new unsafe code in a moved module core: 50 lines of C in core/secret.c");
    }

    @Test
    void new_code_hidden_behind_a_header_of_a_moved_file_is_found_by_its_size() throws Exception {
        history.move("net/socket.c", "core/socket.c").c("core/decode.h", 250).stage();
        assertFail(history.gate(), "core/decode.h");
    }

    @Test
    void much_new_code_in_a_moved_module_fails_however_large_the_module_is() throws Exception {
        history.c("net/large.c", 4000).commit();
        history.move("net/large.c", "core/large.c").c("core/extra.c", 100).stage();
        assertFail(history.gate(), "new unsafe code in a moved module core", "core/extra.c");
        history.c("core/extra.c", 90).stage();
        assertPass(history.gate());
    }

    @Test
    void a_moved_file_without_a_line_worth_knowing_is_known_by_its_content() throws Exception {
        history.write("net/table.c", "a=1;\n".repeat(50)).commit();
        history.move("net/table.c", "tables/table.c").stage();
        assertPass(history.gate());
        history.write("tables/table.c", "b=2;\n".repeat(50)).stage();
        assertFail(history.gate(), "new unsafe module tables");
    }

    @Test
    void a_few_old_lines_do_not_make_new_code_old() throws Exception {
        String old = History.code("buffer_c", 60);
        history.delete("net/buffer.c")
                .write("parser/parse.c", History.code("parse_c", 80) + old.substring(old.length() / 2))
                .stage();
        assertFail(history.gate(), "new unsafe module parser");
    }

    @Test
    void the_header_that_a_split_needs_passes() throws Exception {
        history.move("net/socket.c", "core/socket.c").c("core/socket.h", 12).stage();
        assertPass(history.gate());
    }

    /** A flat directory whose library is cut into families, and a program that took one of its headers. */
    private void make_a_flat_library(String more) throws Exception {
        StringBuilder build = new StringBuilder("add_executable(tool src/tool.c src/peer.h)\nadd_library(big");
        for (int i = 0; i < 40; i++) {
            String name = "src/" + (char) ('a' + i % 20) + "kind_" + i + ".c";
            history.c(name, 30);
            build.append(' ').append(name);
        }
        history.c("src/tool.c", 60).c("src/peer.h", 20).write("CMakeLists.txt", build + more + ")\n");
    }

    @Test
    void the_first_code_behind_an_old_header_passes() throws Exception {
        make_a_flat_library("");
        history.commit();
        history.c("src/peer.c", 100).stage();
        make_a_flat_library(" src/peer.c");
        assertPass(history.gate());
    }

    @Test
    void much_code_behind_an_old_header_is_new() throws Exception {
        make_a_flat_library("");
        history.commit();
        history.c("src/peer.c", 250).stage();
        make_a_flat_library(" src/peer.c");
        assertFail(history.gate(), "src/peer");
    }

    @Test
    void code_without_a_header_that_was_there_is_new() throws Exception {
        make_a_flat_library("");
        history.commit();
        history.c("src/other.c", 100).stage();
        make_a_flat_library(" src/other.c");
        assertFail(history.gate(), "src/other");
    }

    @Test
    void a_copy_is_new() throws Exception {
        history.write("copy/socket.c", History.code("socket_c", 60)).stage();
        assertFail(history.gate(), "new unsafe module copy");
    }

    @Test
    void new_code_at_the_place_of_moved_code_fails() throws Exception {
        history.move("net/socket.c", "link/socket.c").move("net/buffer.c", "link/buffer.c");
        history.c("net/other.c", 70).stage();
        assertFail(history.gate(), "new unsafe module net", "the code that stood here moved elsewhere");
    }

    @Test
    void a_rewrite_in_place_passes() throws Exception {
        history.delete("net/socket.c").delete("net/buffer.c").c("net/all.c", 90).stage();
        assertPass(history.gate());
    }

    @Test
    void a_safe_module_that_turns_unsafe_fails() throws Exception {
        history.c("ui/draw.c", 20).stage();
        assertFail(history.gate(), "safe module turned unsafe ui: 20 lines of C in ui/draw.c");
    }

    @Test
    void unsafe_code_that_moves_into_a_safe_module_passes() throws Exception {
        history.move("net/socket.c", "ui/socket.c").stage();
        assertPass(history.gate());
    }

    @Test
    void a_new_vendored_component_fails() throws Exception {
        history.c("third_party/zip/inflate.c", 80).stage();
        assertFail(history.gate(), "new vendored unsafe component third_party/zip");
    }

    @Test
    void a_new_version_of_a_vendored_component_passes() throws Exception {
        history.c("third_party/zip-1.0/inflate.c", 80).commit();
        history.move("third_party/zip-1.0/inflate.c", "third_party/zip-1.1/inflate.c");
        history.c("third_party/zip-1.1/checksum.c", 30).stage();
        assertPass(history.gate());
    }

    @Test
    void a_new_target_in_an_old_directory_fails() throws Exception {
        history.write("CMakeLists.txt", "project(p C)\nadd_library(net net/socket.c net/buffer.c)\n")
                .commit();
        history.write(
                "CMakeLists.txt",
                "project(p C)\nadd_library(net net/socket.c net/buffer.c)\nadd_executable(tool net/tool.c net/args.c)\n");
        history.c("net/tool.c", 30).c("net/args.c", 30).stage();
        assertFail(history.gate(), "new unsafe build target tool: 60 lines of C in 2 files");
    }

    @Test
    void a_new_target_whose_files_lie_in_old_directories_fails() throws Exception {
        String library = "project(p C)\nadd_library(net net/socket.c net/buffer.c)\n";
        history.c("file/disk.c", 60).c("text/words.c", 60).write("CMakeLists.txt", library);
        history.commit();
        history.write("CMakeLists.txt", library + "add_executable(tool text/tool.c file/tool_args.c)\n");
        history.c("text/tool.c", 30).c("file/tool_args.c", 30).stage();
        assertFail(
                history.gate(),
                "new unsafe build target tool: 60 lines of C in 2 files",
                "target tool declared at CMakeLists.txt:3",
                "module: \"cmake:tool\"");
        history.write(
                ".memcensus.yml",
                "annotations:\n  - module: \"cmake:tool\"\n    reason: interim\n    until: 2999-01-01\n");
        history.stage();
        assertPass(history.gate());
    }

    @Test
    void a_new_program_of_mostly_old_files_fails_for_what_is_its_own() throws Exception {
        String shared = "net/socket.c net/buffer.c file/disk.c";
        String one = "project(p C)\nadd_executable(one net/one.c " + shared + ")\n";
        history.c("file/disk.c", 60).c("net/one.c", 30).write("CMakeLists.txt", one);
        history.commit();
        history.write("CMakeLists.txt", one + "add_executable(other net/other.c " + shared + ")\n");
        history.c("net/other.c", 30).stage();
        assertFail(history.gate(), "new unsafe build target other: 30 lines of C in net/other.c");
    }

    @Test
    void new_files_of_an_old_target_pass() throws Exception {
        String library = "project(p C)\nadd_library(net net/socket.c net/buffer.c)\n";
        String tool = "add_executable(tool net/tool.c file/tool_args.c";
        history.c("file/disk.c", 60).c("net/tool.c", 10).c("file/tool_args.c", 10);
        history.write("CMakeLists.txt", library + tool + ")\n").commit();
        history.write("CMakeLists.txt", library + tool + " net/tool_more.c)\n");
        history.c("net/tool_more.c", 90).stage();
        assertPass(history.gate());
    }

    @Test
    void a_new_grouping_of_old_files_passes() throws Exception {
        history.write("CMakeLists.txt", "project(p C)\nadd_library(net net/socket.c net/buffer.c)\n")
                .stage();
        assertPass(history.gate());
    }

    @Test
    void new_tests_documents_and_examples_pass() throws Exception {
        history.c("tests/more/check.c", 30)
                .c("docs/snippets/show.c", 30)
                .c("examples/demo/demo.c", 30)
                .stage();
        assertPass(history.gate());
    }

    @Test
    void examples_that_move_to_another_folder_of_examples_pass() throws Exception {
        history.c("minimal-examples/ws/main.c", 80).commit();
        history.move("minimal-examples", "minimal-examples-lowlevel").stage();
        assertPass(history.gate());
    }

    @Test
    void new_tests_fail_when_asked_for() throws Exception {
        history.c("tests/more/check_more.c", 30).stage();
        assertFail(history.gate("--roles", "core,test"), "tests/more");
    }

    @Test
    void a_test_that_moves_into_the_product_is_new() throws Exception {
        history.move("tests/check.c", "check/check.c").stage();
        assertFail(history.gate(), "new unsafe module check");
    }

    @Test
    void a_new_unsafe_file_in_an_old_module_fails_on_request() throws Exception {
        history.c("net/tls.c", 20).stage();
        assertFail(history.gate("--no-new-unsafe-files"), "--no-new-unsafe-files: new unsafe file net/tls.c, 20 lines");
    }

    @Test
    void a_moved_file_is_no_new_file() throws Exception {
        history.move("net/socket.c", "net/link.c").stage();
        assertPass(history.gate("--no-new-unsafe-files"));
    }

    @Test
    void growth_above_the_limit_fails_and_growth_within_passes() throws Exception {
        history.c("net/socket.c", 80).stage();
        assertFail(history.gate("--max-unsafe-growth", "19"), "unsafe code grows by 20 lines (from 120 to 140)");
        assertPass(history.gate("--max-unsafe-growth", "20"));
    }

    @Test
    void a_share_above_the_limit_fails_only_if_it_grew() throws Exception {
        assertPass(history.gate("--max-unsafe-share", "0.5"));
        history.c("net/socket.c", 80).stage();
        assertFail(history.gate("--max-unsafe-share", "0.5"), "the unsafe share grows from 98.36 % to 98.59 %");
        assertPass(history.gate("--max-unsafe-share", "0.99"));
    }

    @Test
    void limits_of_the_configuration_hold_and_the_command_line_goes_before_them() throws Exception {
        history.write(".memcensus.yml", "gate:\n  max-unsafe-growth: 5\n").commit();
        history.c("net/socket.c", 80).stage();
        assertFail(history.gate(), "more than 5");
        assertPass(history.gate("--max-unsafe-growth", "50"));
        assertPass(history.gate("--no-config"));
    }

    @Test
    void an_annotation_lets_a_module_pass_and_is_listed() throws Exception {
        history.write(".memcensus.yml", """
                        annotations:
                          - module: dir:parser
                            reason: interim
                            comment: until v2
                            until: 2026-03-01
                        """).c("parser/parse.c", 30).stage();
        Ran ran = history.gate();
        assertPass(ran);
        assertSaid(
                ran,
                "lets pass dir:parser: interim, until v2 (until 2026-03-01, .memcensus.yml:2)",
                "this change itself adds it",
                ".memcensus.yml: changed here");
    }

    @Test
    void an_annotation_that_was_there_before_is_not_pointed_out() throws Exception {
        history.c("parser/parse.py", 0).write("parser/parse.py", "print(1)\n");
        history.write(".memcensus.yml", "annotations:\n  - module: dir:parser\n    reason: accepted-risk\n")
                .commit();
        history.c("parser/parse.c", 30).stage();
        Ran ran = history.gate();
        assertPass(ran);
        assertFalse(ran.out().contains("itself adds it"), ran.all());
    }

    @Test
    void an_annotation_that_is_extended_is_pointed_out() throws Exception {
        history.write(
                        ".memcensus.yml",
                        "annotations:\n  - module: dir:net\n    reason: interim\n    until: 2026-01-01\n")
                .commit();
        history.write(
                        ".memcensus.yml",
                        "annotations:\n  - module: dir:net\n    reason: interim\n    until: 2027-01-01\n")
                .stage();
        assertSaid(history.gate(), "unused dir:net", "this change itself adds it");
    }

    @Test
    void an_annotation_ends_with_its_day() throws Exception {
        history.write(
                        ".memcensus.yml",
                        "annotations:\n  - module: dir:parser\n    reason: interim\n    until: 2025-12-01\n")
                .c("parser/parse.c", 30)
                .stage();
        assertPass(history.gate());
        history.with("SOURCE_DATE_EPOCH", "1764633600");
        assertFail(history.gate(), "its annotation ended on 2025-12-01", "expired dir:parser");
    }

    @Test
    void unused_annotations_are_listed() throws Exception {
        history.write(".memcensus.yml", "annotations:\n  - module: dir:net\n    reason: accepted-risk\n")
                .commit();
        assertSaid(history.gate(), "unused dir:net: accepted-risk (no end");
    }

    @Test
    void a_mistake_in_an_annotation_is_named_with_its_line() throws Exception {
        history.write(".memcensus.yml", "annotations:\n  - module: dir:net\n    reason: because\n");
        assertMistake(
                "'because' is none of [accepted-risk, interim, replacement-planned, not-shipped, false-positive]");
        history.write(".memcensus.yml", "annotations:\n  - module: dir:net\n    reason: interim\n    until: soon\n");
        assertMistake(".memcensus.yml:2: 'until' must be a date such as 2027-01-31, not 'soon'");
        history.write(".memcensus.yml", "annotations:\n  - module: dir:nett\n    reason: interim\n");
        assertMistake("there is no module 'dir:nett': name one that memcensus scan lists");
        history.write(".memcensus.yml", "annotations:\n  - module: net\n    reason: interim\n");
        assertMistake("there is no module 'net', did you mean dir:net?");
    }

    private void assertMistake(String words) throws Exception {
        history.stage();
        Ran ran = history.gate();
        assertEquals(ExitCode.USAGE, ran.code(), ran.all());
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertSaid(ran, words);
    }

    @Test
    void a_broken_configuration_of_the_base_does_not_matter() throws Exception {
        history.write(".memcensus.yml", "nonsense: [\n").commit();
        history.delete(".memcensus.yml").stage();
        assertPass(history.gate());
    }

    @Test
    void a_submodule_that_is_new_leaves_it_undecided_until_it_is_annotated() throws Exception {
        history.submodule("sub");
        assertUndecided(history.gate(), "sub: a submodule, whose code is not read");
        history.write(".memcensus.yml", "annotations:\n  - module: unread:sub\n    reason: accepted-risk\n");
        history.git.add().addFilepattern(".memcensus.yml").call();
        assertPass(history.gate());
    }

    @Test
    void code_that_no_text_could_be_leaves_it_undecided() throws Exception {
        history.write("parser/parse.c", "int a;\0\0\0\0\0\0\0\0\0int b;\n").stage();
        assertUndecided(history.gate(), "parser/parse.c: named as code, and holds bytes that no text holds");
    }

    @Test
    void a_pointer_to_large_storage_named_as_code_leaves_it_undecided() throws Exception {
        history.write(
                        "parser/parse.c",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a".repeat(64) + "\nsize 12345\n")
                .stage();
        assertUndecided(history.gate(), "a Git LFS pointer");
    }

    @Test
    void a_file_that_is_too_large_and_named_as_code_leaves_it_undecided() throws Exception {
        history.c("parser/parse.c", 3000).stage();
        assertUndecided(history.gate("--max-file-size", "10K"), "parser/parse.c: too large to be read");
    }

    @Test
    void a_data_file_that_is_too_large_does_not_matter() throws Exception {
        history.write("data/big.json", "[" + "1,".repeat(20_000) + "1]").stage();
        assertPass(history.gate("--max-file-size", "10K"));
    }

    @Test
    void what_is_proven_fails_though_something_could_not_be_read() throws Exception {
        history.c("parser/parse.c", 30).submodule("sub");
        history.git.add().addFilepattern("parser").call();
        assertFail(history.gate(), "new unsafe module parser", "Not read");
    }

    @Test
    void unread_content_that_was_there_before_hides_nothing_new() throws Exception {
        history.write("net/blob.c", "int a;\0\0\0\0\0\0\0\0\0int b;\n").commit();
        assertPass(history.gate());
    }

    @Test
    void a_file_deleted_from_disk_hides_nothing() throws Exception {
        history.delete("net/socket.c");
        assertPass(history.gate());
    }

    @Test
    void a_folder_of_a_repository_is_judged_by_itself() throws Exception {
        history.c("net/deep/tls.c", 30).c("parser/parse.c", 30).stage();
        Program program = new Program(new StageEngine(), history.root);
        String net = history.root.resolve("net").toString();
        assertEquals(ExitCode.GATE_FAILED, program.run("gate", "--base", "HEAD", "-f", "github", net), program.err());
        assertTrue(program.out().startsWith("::error file=net/deep/tls.c,line=1,"), program.out());
        assertFalse(program.out().contains("parser"), program.out());
    }

    @Test
    void a_folder_that_the_base_has_not_is_all_new() throws Exception {
        history.c("parser/parse.c", 30).stage();
        Program program = new Program(new StageEngine(), history.root);
        String parser = history.root.resolve("parser").toString();
        assertEquals(ExitCode.GATE_FAILED, program.run("gate", "--base", "HEAD", parser), program.err());
    }

    @Test
    void attributes_that_the_change_sets_are_pointed_out() throws Exception {
        history.write(".gitattributes", "parser/** linguist-documentation\n")
                .c("parser/parse.c", 30)
                .stage();
        Ran ran = history.gate();
        assertPass(ran);
        assertSaid(ran, ".gitattributes: changed here");
    }

    @Test
    void code_that_starts_to_ship_because_attributes_are_gone_is_new() throws Exception {
        history.write(".gitattributes", "parser/** linguist-documentation\n")
                .c("parser/parse.c", 30)
                .commit();
        history.write(".gitattributes", "# none\n").stage();
        assertFail(history.gate(), "parser/parse.c");
    }

    @Test
    void the_way_out_and_the_annotation_are_shown() throws Exception {
        history.write("http/server.c", """
                        #include <sys/socket.h>
                        int serve(int s) {
                            char b[9];
                            return recv(s, b, 9, 0) + accept(s, 0, 0) + listen(s, 1);
                        }
                        """).stage();
        assertFail(
                history.gate(),
                "http/server.c:4",
                "write it in a memory-safe language",
                "- module: \"dir:http\"",
                "reason: accepted-risk");
    }

    @Test
    void the_same_change_gives_the_same_bytes() throws Exception {
        history.c("parser/parse.c", 30).c("codec/codec.c", 30).stage();
        assertEquals(
                history.gate("-f", "json").out(),
                history.gate("-f", "json", "-j", "1").out());
    }

    @Test
    void a_configured_module_takes_its_files_and_can_be_annotated() throws Exception {
        history.write(".memcensus.yml", """
                        modules:
                          - name: wire
                            glob: [parser/**, codec/]
                        annotations:
                          - module: config:wire
                            reason: replacement-planned
                        """)
                .c("parser/parse.c", 30)
                .c("codec/codec.c", 30)
                .stage();
        Ran ran = history.gate();
        assertPass(ran);
        assertSaid(ran, "lets pass config:wire");
        assertFail(history.gate("--no-config"), "parser", "codec");
    }

    @Test
    void a_configured_role_takes_code_out_of_what_ships() throws Exception {
        history.write(".memcensus.yml", "roles:\n  - glob: parser/\n    role: tooling\n    reason: runs in CI only\n")
                .c("parser/parse.c", 30)
                .stage();
        assertPass(history.gate());
    }

    @Test
    void the_first_unsafe_block_of_a_crate_is_one_hatch_and_none_when_the_crate_moves() throws Exception {
        String safe = "pub fn a(x: u8) -> u8 {\n    x\n}\n";
        String unsafe = "pub fn b(p: *const u8) -> u8 {\n    unsafe { *p }\n}\n";
        history.write("core/Cargo.toml", "[package]\nname = \"core\"\nversion = \"1.0.0\"\n");
        history.write("core/src/lib.rs", safe).commit();
        history.write("core/src/lib.rs", safe + unsafe).stage();
        Ran ran = history.gate("--no-new-escape-hatches");
        assertFail(ran, "1 limit is broken", "first rust-unsafe-block in module cargo:core, core/src/lib.rs:5");
        history.commit();
        history.move("core", "base").stage();
        assertPass(history.gate("--no-new-escape-hatches"));
    }
}
