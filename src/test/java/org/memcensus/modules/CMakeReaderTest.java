package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;

class CMakeReaderTest {
    private static String id(String build, String file) {
        Trees tree = new Trees().build("CMakeLists.txt", build).files("src/a.c", "src/b.c", "src/c.c");
        String id = tree.ids().get(file);
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
        return id == null ? "" : id;
    }

    @Test
    void variables_lists_and_branches_lead_to_sources() {
        String build = """
                # add_library(no src/a.c)
                #[[ add_library(no src/a.c) ]]
                set(NAME "fo")
                set(SOURCES src/a.c)
                if(WIN32)
                  list(APPEND SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/src/b.c)
                else()
                  set(SOURCES "${PROJECT_SOURCE_DIR}/src/c.c")
                endif()
                add_library(${NAME}o SHARED ${SOURCES})
                """;
        assertEquals("cmake:foo", id(build, "src/a.c"));
        assertEquals("cmake:foo", id(build, "src/b.c"));
        assertEquals("cmake:foo", id(build, "src/c.c"));
    }

    @Test
    void target_sources_globs_objects_functions_and_loops_are_followed() {
        assertEquals("cmake:foo", id("add_library(foo)\ntarget_sources(foo PRIVATE src/b.c)", "src/b.c"));
        assertEquals("cmake:foo", id("file(GLOB S src/*.c)\nadd_library(foo ${S})", "src/c.c"));
        assertEquals("cmake:foo", id("file(GLOB_RECURSE S *.c)\nadd_library(foo ${S})", "src/c.c"));
        assertEquals(
                "cmake:foo",
                id("function(make n)\nadd_library(${n} ${ARGN})\nendfunction()\nmake(foo src/a.c)", "src/a.c"));
        assertEquals("cmake:b", id("foreach(n a b)\nadd_executable(${n} src/${n}.c)\nendforeach()", "src/b.c"));
        assertEquals("cmake:foo", id("qt_add_executable(foo src/b.c)", "src/b.c"));
    }

    @Test
    void what_is_built_to_be_fuzzed_takes_no_file_from_the_program() {
        String build = "add_executable(daemon src/a.c src/b.c)\nadd_library(daemon-%s STATIC src/a.c)";
        assertEquals("cmake:daemon", id(build.formatted("oss-fuzz"), "src/a.c"));
        assertEquals("cmake:daemon-core", id(build.formatted("core"), "src/a.c"));
    }

    @Test
    void a_function_that_parses_its_arguments_hands_on_what_is_left() {
        String build = """
                macro(add_my_library name)
                  cmake_parse_arguments(ARG "FAST;SMALL" "KIND" "HEADERS" ${ARGN})
                  wrapped_add_library(${name} ${ARG_UNPARSED_ARGUMENTS} ${ARG_PARTS})
                endmacro()
                add_my_library(foo SMALL src/a.c KIND plain src/b.c HEADERS src/c.h src/c.c)
                """;
        assertEquals("cmake:foo", id(build, "src/a.c"));
        assertEquals("cmake:foo", id(build, "src/b.c"));
        assertNotEquals("cmake:foo", id(build, "src/c.c"));
        String listed = """
                function(my_library)
                  cmake_parse_arguments(PARSE_ARGV 0 MY "" "NAME" "SRCS;DEPS")
                  add_library(my_${MY_NAME} ${MY_SRCS})
                endfunction()
                my_library(NAME foo DEPS bar SRCS src/a.c src/b.c)
                """;
        assertEquals("cmake:my_foo", id(listed, "src/b.c"));
    }

    @Test
    void modules_are_included_by_their_names_from_the_places_that_the_tree_names() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", """
                        list(APPEND CMAKE_MODULE_PATH ${PROJECT_SOURCE_DIR}/cmake)
                        set(CMAKE_MODULE_PATH "${CMAKE_MODULE_PATH};${CMAKE_SOURCE_DIR}/more/")
                        include(FindNothing)
                        include(Makes)
                        add_subdirectory(app)
                        """)
                .build("more/Makes.cmake", "include(${CMAKE_CURRENT_LIST_DIR}/inner.cmake)\n")
                .build("more/inner.cmake", "function(makes name)\n  add_executable(${name} ${ARGN})\nendfunction()\n")
                .build("app/CMakeLists.txt", "makes(tool a.c b.c)\n")
                .files("app/a.c", "app/b.c", "app/c.c", "Makes.cmake.c");
        assertEquals("cmake:app/tool", tree.ids().get("app/b.c"));
        assertEquals("dir:app", tree.ids().get("app/c.c"));
    }

    @Test
    void an_included_file_includes_what_lies_beside_it() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", "include(more/makes.cmake)\nadd_subdirectory(app)\n")
                .build("more/makes.cmake", "include(${CMAKE_CURRENT_LIST_DIR}/inner.cmake)\n")
                .build("more/inner.cmake", "function(makes name)\n  add_executable(${name} ${ARGN})\nendfunction()\n")
                .build("app/CMakeLists.txt", "makes(tool a.c b.c)\n")
                .files("app/a.c", "app/b.c", "app/c.c");
        assertEquals("cmake:app/tool", tree.ids().get("app/b.c"));
        assertEquals("dir:app", tree.ids().get("app/c.c"));
    }

    @Test
    void a_file_that_runs_itself_again_under_a_condition_is_read_once() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", """
                        include(twice.cmake)
                        add_executable(tool a.c b.c)
                        """)
                .build("twice.cmake", """
                        if(NOT TWICE)
                          include(${CMAKE_CURRENT_SOURCE_DIR}/CMakeLists.txt)
                        else()
                          include(${CMAKE_CURRENT_SOURCE_DIR}/CMakeLists.txt)
                        endif()
                        """)
                .files("a.c", "b.c", "c.c");
        assertEquals("cmake:tool", tree.ids().get("b.c"));
        assertEquals(
                List.of("includes itself: CMakeLists.txt is read once"),
                tree.notes.stream().map(Problem::reason).toList());
    }

    @Test
    void a_function_makes_what_its_caller_asks_for() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", """
                        macro(make name kind)
                          set(PROGRAM OFF)
                          if("${kind}" MATCHES "EXE")
                            set(PROGRAM ON)
                          elseif("${kind}" STREQUAL "NONE")
                            set(UNUSED ON)
                          endif()
                          if(PROGRAM)
                            if(WIN32)
                              add_executable(${name} WIN32 ${ARGN})
                            else()
                              add_executable(${name} ${ARGN})
                            endif()
                          elseif(NOT UNUSED)
                            add_library(${name} ${ARGN})
                          endif()
                        endmacro()
                        make(wire LIB net/a.c net/b.c)
                        make(tool EXE app/a.c app/b.c)
                        make(none NONE old/a.c old/b.c)
                        set(LOUD OFF)
                        if(LOUD)
                          add_library(loud loud/a.c loud/b.c)
                        endif()
                        """)
                .files("net/a.c", "net/b.c", "app/a.c", "app/b.c", "old/a.c", "old/b.c", "loud/a.c", "loud/b.c");
        assertEquals("cmake:wire", tree.ids().get("net/a.c"));
        assertEquals(ModuleKind.LIBRARY, GroupedFile.kind(tree, "net/a.c"));
        assertEquals("cmake:tool", tree.ids().get("app/a.c"));
        assertEquals(ModuleKind.EXECUTABLE, GroupedFile.kind(tree, "app/a.c"));
        assertEquals("dir:old", tree.ids().get("old/a.c"));
        assertEquals("cmake:loud", tree.ids().get("loud/a.c"), "an option may be set by who builds");
    }

    @Test
    void a_pattern_in_a_directory_that_is_not_known_matches_nothing() {
        assertNotEquals("cmake:foo", id("file(GLOB_RECURSE S src/${part}/*.c)\nadd_library(foo ${S})", "src/c.c"));
        assertEquals(
                "cmake:foo", id("set(part src)\nfile(GLOB_RECURSE S ./${part}/*.c)\nadd_library(foo ${S})", "src/c.c"));
    }

    @Test
    void twins_are_one_module_and_share_objects() {
        String build = """
                add_library(foo_object OBJECT src/a.c src/b.c)
                add_library(foo_shared SHARED $<TARGET_OBJECTS:foo_object>)
                add_library(foo_static STATIC $<TARGET_OBJECTS:foo_object>)
                add_library(my::foo ALIAS foo_static)
                """;
        assertEquals("cmake:foo", id(build, "src/b.c"));
    }

    @Test
    void a_library_wins_before_a_program_and_headers_follow_their_sources() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", "add_executable(app src/a.c)\nadd_library(zoo MODULE src/a.c src/b.c src/c.c)")
                .files("src/a.c", "src/a.h", "src/b.c", "src/c.c");
        assertEquals("cmake:zoo", tree.ids().get("src/a.h"));
        CodeModule module = tree.group().stream()
                .map(Grouping::module)
                .filter(each -> each.id().equals("cmake:zoo"))
                .findFirst()
                .orElseThrow();
        assertEquals(ModuleKind.PLUGIN, module.kind());
    }

    @Test
    void source_lists_of_a_make_file_are_read() {
        Trees tree = new Trees()
                .build("lib/CMakeLists.txt", """
                        transform_makefile_inc("Makefile.inc" "${CMAKE_CURRENT_BINARY_DIR}/Makefile.inc.cmake")
                        include("${CMAKE_CURRENT_BINARY_DIR}/Makefile.inc.cmake")
                        add_library(foo ${CSOURCES})
                        """)
                .build("lib/Makefile.inc", "MORE = b.c # more\nCSOURCES = a.c \\\n  $(MORE)\n")
                .files("lib/a.c", "lib/b.c");
        assertEquals("cmake:lib/foo", tree.ids().get("lib/a.c"));
        assertEquals("cmake:lib/foo", tree.ids().get("lib/b.c"));
    }

    @Test
    void a_subdirectory_sees_the_variables_above_it() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", "set(NAME foo)\nadd_subdirectory(lib)")
                .build("lib/CMakeLists.txt", "add_library(${NAME} a.c)")
                .files("lib/a.c");
        assertEquals("cmake:lib/foo", tree.ids().get("lib/a.c"));
        assertEquals(
                "target foo declared at lib/CMakeLists.txt:1",
                tree.group().stream()
                        .filter(grouping -> grouping.module().id().equals("cmake:lib/foo"))
                        .findFirst()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void a_project_lends_its_name_to_the_variables_of_its_directories() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", """
                        project(relay VERSION 1.0)
                        add_subdirectory(lib)
                        add_subdirectory(app)
                        """)
                .build("lib/CMakeLists.txt", """
                        project(part)
                        add_library(${PROJECT_NAME} a.c ${relay_SOURCE_DIR}/lib/b.c)
                        """)
                .build("app/CMakeLists.txt", """
                        add_executable(${CMAKE_PROJECT_NAME} a.c "${relay_BINARY_DIR}/app/b.c")
                        add_executable(${PROJECT_NAME}_tool c.c ${part_SOURCE_DIR}/../app/d.c)
                        """)
                .build("port/CMakeLists.txt", "add_library(port a.c ${relay_SOURCE_DIR}/port/b.c)")
                .files("lib/a.c", "lib/b.c", "app/a.c", "app/b.c", "app/c.c", "app/d.c", "port/a.c", "port/b.c");
        assertEquals("cmake:lib/part", tree.ids().get("lib/b.c"));
        assertEquals("cmake:app/relay", tree.ids().get("app/b.c"));
        assertEquals("cmake:app/relay_tool", tree.ids().get("app/d.c"));
        assertEquals("cmake:port/port", tree.ids().get("port/b.c"), "nothing leads there, but it was said before");
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
    }

    @Test
    void a_variable_that_is_unset_is_empty_unless_another_branch_may_use_it() {
        assertNotEquals("cmake:foo", id("set(S src/a.c)\nunset(S)\nadd_library(foo ${S} src/b.c src/c.c)", "src/a.c"));
        assertEquals(
                "cmake:foo", id("set(S src/a.c src/b.c)\nif(X)\nunset(S)\nendif()\nadd_library(foo ${S})", "src/a.c"));
    }

    @Test
    void a_list_that_a_macro_begins_anew_does_not_grow_from_call_to_call() {
        StringBuilder build = new StringBuilder("""
                macro(flags)
                  if(FAST)
                    unset(list)
                    list(APPEND list ${ARGN})
                    foreach(source ${list})
                      set(unused ${source})
                    endforeach()
                  endif()
                endmacro()
                """);
        for (int i = 0; i < 1500; i++) {
            build.append("flags(").append("part").append(i).append("/one.c two.c three.c four.c)\n");
        }
        assertEquals("cmake:foo", id(build + "add_library(foo src/a.c)\n", "src/a.c"));
    }

    @Test
    void a_target_belongs_where_its_sources_lie_if_the_build_is_kept_apart() {
        Trees tree = new Trees()
                .build(
                        "contrib/build/CMakeLists.txt",
                        "set(TOP ${CMAKE_SOURCE_DIR}/../..)\nadd_library(foo ${TOP}/a.c)")
                .build("contrib/more/CMakeLists.txt", "add_library(more ../../src/x/b.c ../../src/y/c.c)")
                .files("a.c", "src/x/b.c", "src/y/c.c");
        assertEquals("cmake:foo", tree.ids().get("a.c"));
        assertEquals("cmake:src/more", Trees.ids(tree.group(ModuleMode.BUILD)).get("src/y/c.c"));
    }

    @Test
    void a_large_target_is_taken_apart_but_not_in_build_mode() {
        Trees tree = new Trees();
        StringBuilder build = new StringBuilder("add_library(foo");
        for (char c = 'a'; c < 'n'; c++) {
            tree.files("lib/" + c + "x.c");
            build.append(' ').append(c).append("x.c");
        }
        tree.build("lib/CMakeLists.txt", build.append(")").toString());
        assertEquals("family:lib/ax", tree.ids().get("lib/ax.c"));
        assertEquals("cmake:lib/foo", Trees.ids(tree.group(ModuleMode.BUILD)).get("lib/ax.c"));
    }

    @Test
    void hostile_build_files_end_in_bounded_time_with_a_note() {
        Map<String, String> hostile = Map.of(
                "cycle",
                "include(CMakeLists.txt)",
                "recursion",
                "function(f)\nf(a)\nf(b)\nendfunction()\nf(x)",
                "outside",
                "add_library(foo ../../etc/passwd.c /etc/passwd)",
                "unknown",
                "add_library(${UNKNOWN}::x a.c)",
                "growth",
                "set(A xxxxxxxxxxxxxxxx)\n" + "set(A \"${A};${A};${A};${A}\")\n".repeat(5000),
                "loops",
                "set(L " + "a ".repeat(3000) + ")\n" + "foreach(x ${L})\n".repeat(8) + "set(y z)\n"
                        + "endforeach()\n".repeat(8),
                "conditions",
                "function(f)\n" + "if(x)\n".repeat(120_000) + "endfunction()\n" + "f(a)\n".repeat(20),
                "huge",
                "add_library(foo a.c)\n".repeat(60_000));
        hostile.forEach((name, text) -> {
            Trees tree = new Trees().build("CMakeLists.txt", text).files("a.c");
            tree.group();
            assertFalse(tree.notes.isEmpty(), name);
        });
    }

    @Test
    void a_plugin_is_its_directory_where_that_has_a_name_until_it_has_outgrown_it() {
        assertEquals("cmake:modules/relay/relay", plugin("modules/relay", 200).get("modules/relay/part7.c"));
        assertEquals("family:modules/relay/part7", plugin("modules/relay", 1000).get("modules/relay/part7.c"));
        assertEquals("family:modules/src/part7", plugin("modules/src", 200).get("modules/src/part7.c"));
    }

    private static Map<String, String> plugin(String directory, int lines) {
        Trees tree = new Trees();
        StringBuilder build = new StringBuilder("add_library(relay MODULE");
        for (int i = 0; i < 60; i++) {
            tree.large(directory + "/part" + i + ".c", lines);
            build.append(" part").append(i).append(".c");
        }
        return tree.build(directory + "/CMakeLists.txt", build + ")\n").ids();
    }

    @Test
    void a_program_that_only_tests_takes_nothing_and_one_that_makes_a_test_is_none() {
        assertNotEquals("cmake:wire_test", id("add_executable(wire_test src/a.c)\n", "src/a.c"));
        assertEquals("cmake:gen_test_table", id("add_executable(gen_test_table src/a.c)\n", "src/a.c"));
    }

    @Test
    void what_shows_how_to_use_a_library_takes_nothing_of_it() {
        assertNotEquals("cmake:wire_example", id("add_library(wire_example MODULE src/a.c)\n", "src/a.c"));
        assertEquals("cmake:wire_examples2", id("add_library(wire_examples2 MODULE src/a.c)\n", "src/a.c"));
    }

    @Test
    void the_build_of_tests_and_examples_takes_nothing_of_the_product() {
        assertEquals("cmake:src/parts", builtBy(Role.CORE));
        assertNotEquals("cmake:src/parts", builtBy(Role.TEST));
        assertNotEquals("cmake:src/parts", builtBy(Role.EXAMPLE));
    }

    private static String builtBy(Role role) {
        String id = new Trees()
                .text("try/CMakeLists.txt", role, "add_library(parts ../src/a.c ../src/b.c)\n")
                .files("src/a.c", "src/b.c", "src/c.c")
                .ids()
                .get("src/b.c");
        return id == null ? "" : id;
    }

    @Test
    void a_file_that_two_targets_list_is_of_the_one_that_is_named_after_it() {
        Trees tree =
                new Trees().build("CMakeLists.txt", """
                        add_library(all MODULE src/tiff.c src/psd.c src/more.c src/rest.c)
                        add_library(tiff MODULE src/tiff.c src/psd.c)
                        add_library(psd MODULE src/psd.c)
                        """).files("src/tiff.c", "src/psd.c", "src/more.c", "src/rest.c");
        assertEquals("cmake:psd", tree.ids().get("src/psd.c"));
        assertEquals("cmake:tiff", tree.ids().get("src/tiff.c"));
    }

    @Test
    void a_list_that_one_branch_grows_stays_one_list() {
        String build =
                "set(L src/a.c)\n" + "if(X)\nset(L ${L} src/b.c)\nendif()\n".repeat(3) + "add_library(foo ${L})\n";
        assertEquals("cmake:foo", id(build, "src/b.c"));
    }

    @Test
    void a_path_made_relative_leads_to_the_same_place() {
        String build = """
                file(RELATIVE_PATH A ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/src/a.c)
                add_library(foo ${A})
                """;
        assertEquals("cmake:foo", id(build, "src/a.c"));
    }

    @Test
    void nonsense_is_skipped() {
        for (String text : new String[] {
            "((((", "add_library(", "\"", "[[[[[", "set(${${${", "\\", "endif()endif()", "add_library()"
        }) {
            Trees tree =
                    new Trees().build("CMakeLists.txt", text.repeat(50_000)).files("a.c");
            assertEquals("family:a", tree.ids().get("a.c"));
        }
    }
}
