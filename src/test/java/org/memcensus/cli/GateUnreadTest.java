package org.memcensus.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.Test;

/** What a gate cannot read may hide a new module, and leaves it undecided. */
class GateUnreadTest extends GateCase {
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
    void a_file_whose_name_cannot_be_written_leaves_it_undecided() throws Exception {
        history.c("net/parse0.c", 30).stage();
        Path index = history.root.resolve(".git/index");
        String text = Files.readString(index, StandardCharsets.ISO_8859_1);
        Files.writeString(index, text.replace("parse0", "pars\u00e90"), StandardCharsets.ISO_8859_1);
        assertUndecided(history.gate(), "net/pars\u00e90.c: cannot be read: its name is no UTF-8");
    }

    @Test
    void a_file_that_took_the_place_of_a_tracked_link_is_judged() throws Exception {
        Files.createDirectories(history.root.resolve("parser"));
        Path link = history.root.resolve("parser/parse.c");
        Files.createSymbolicLink(link, Path.of("../net/socket.c"));
        history.commit();
        Files.delete(link);
        history.c("parser/parse.c", 30);
        assertFail(history.gate(), "new unsafe module parser");
        StoredConfig settings = history.git.getRepository().getConfig();
        settings.setBoolean("core", null, "symlinks", false);
        settings.save();
        assertPass(history.gate());
    }

    @Test
    void a_file_deleted_from_disk_hides_nothing() throws Exception {
        history.delete("net/socket.c");
        assertPass(history.gate());
    }
}
