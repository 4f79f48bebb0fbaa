package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.memcensus.cli.History.Ran;

/** What passes the gate and what does not: small histories, a sentence each. */
class GateTest extends GateCase {
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
    void the_same_change_gives_the_same_bytes() throws Exception {
        history.c("parser/parse.c", 30).c("codec/codec.c", 30).stage();
        assertEquals(
                history.gate("-f", "json").out(),
                history.gate("-f", "json", "-j", "1").out());
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
