package org.memcensus.modules;

import java.util.Set;

/** Commands of CMake that matter here. */
final class CMakeWords {
    /** The command that tells how a file is made. */
    static final String RUNS = "add_custom_command";

    /** Commands that are followed. */
    static final Set<String> KNOWN = Set.of(
            "set",
            "unset",
            "list",
            "file",
            "project",
            "add_subdirectory",
            "include",
            "cmake_parse_arguments",
            "aux_source_directory",
            "target_sources",
            "target_link_libraries",
            "install");

    /** Endings of what a compiler reads. */
    static final Set<String> MADE =
            Set.of("h", "hh", "hpp", "hxx", "c", "cc", "cpp", "cxx", "inc", "inl", "def", "s", "S", "asm");

    private CMakeWords() {}

    /** Whether a command declares a target; wrappers from outside the tree keep CMake's words in their names. */
    static boolean declares(String command) {
        return command.contains("add_") && (command.endsWith("library") || command.endsWith("executable"));
    }
}
