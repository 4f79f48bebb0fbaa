package org.memcensus.cli;

import org.junit.jupiter.api.Test;

/** What is new though its directory is not: code that turns unsafe, components and targets of the build. */
class GateTargetsTest extends GateCase {
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
    void a_tool_that_the_build_begins_to_install_fails_though_its_file_is_old() throws Exception {
        String sources = "daemon_SOURCES = daemon.c\n";
        history.c("tools/daemon.c", 60)
                .write("configure.ac", "AC_INIT([p],[1])\nAC_CONFIG_FILES([Makefile tools/Makefile])\n")
                .write("Makefile.am", "SUBDIRS = tools\n")
                .write("tools/Makefile.am", "noinst_PROGRAMS = daemon\n" + sources);
        history.commit();
        history.write("tools/Makefile.am", "bin_PROGRAMS = daemon\n" + sources).stage();
        assertFail(history.gate(), "new unsafe build target tools/daemon: 60 lines of C in tools/daemon.c");
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
}
