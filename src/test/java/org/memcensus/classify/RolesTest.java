package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memcensus.model.Classification;
import org.memcensus.model.Content;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;
import org.memcensus.tables.RoleTable;

class RolesTest {
    @ParameterizedTest
    @CsvSource({
        "CORE, lib/ftp.c",
        "CORE, src/latest/a.c",
        "CORE, lib/contest.c",
        "CORE, drivers/net/tools.c",
        "CORE, src/deploy/a.c",
        "TOOLING, deploy/a.sh",
        "TOOLING, .codex/a.py",
        "TOOLING, cocci/a.cocci",
        "TEST, src/own-fuzz/a.c",
        "TEST, tests/unit/a.c",
        "TEST, testprogs/a-perf.c",
        "EXAMPLE, src/own_demo.c",
        "CORE, src/demo.c",
        "CORE, src/democracy.c",
        "TEST, src/bin/unit_test_own.c",
        "TOOLING, vms_make.com",
        "TEST, lib/test_bits.c",
        "TEST, src/bin/unit_test_own.c",
        "TEST, testprogs/own.c",
        "TEST, plugins/own/testbed/own.c",
        "TEST, test cases/1 own/a.c",
        "TEST, Own Tests/a.m",
        "TEST, src/test_libown/a.c",
        "TEST, checkasm/a.c",
        "TEST, otr/own_test_helper.c",
        "TEST, src/own_fuzzer_entry.cc",
        "TOOLING, sbt",
        "TEST, modules/own/tst-own.c",
        "CORE, src/tester/a.c",
        "TEST, kernel/time/time_kunit.c",
        "TEST, pkg/a_test.go",
        "TEST, src/test/java/A.java",
        "TEST, tools/testing/a.c",
        "DOCS, Documentation/conf.py",
        "EXAMPLE, docs/examples/a.c",
        "EXAMPLE, example_programs/callbacks/main.c",
        "EXAMPLE, src/examples_tls/main.c",
        "EXAMPLE, minimal-examples-lowlevel/crypto/main.c",
        "EXAMPLE, contrib/blast/blast.c",
        "EXAMPLE, samples/bpf/a.c",
        "TEST, tst/own/a.g",
        "TEST, test2/a.sh",
        "TEST, corev/tb/a.sv",
        "TEST, verif/env/a.sv",
        "TEST, rtl/own_tb.v",
        "TEST, lib/Own.t",
        "TOOLING, .gitlab-ci/a.py",
        "TEST, own/ivltests/a.v",
        "VENDORED, Frameworks/Own.framework/Headers/a.h",
        "VENDORED, packages/Own.Native.1.0.42/include/a.h",
        "CORE, packages/own.js/a.js",
        "VENDORED, cpan/Own/lib/Own.pm",
        "TOOLING, tools/perf/a.c",
        "TOOLING, scripts/a.pl",
        "TOOLING, build.rs",
        "VENDORED, third_party/zlib/test/a.c",
        "VENDORED, node_modules/a/b.js",
        "TEST, test-repos/case/repo/third_party/zlib/inflate.c",
        "TEST, third/testdata/vendor/x/examples/a.go",
        "TOOLING, config.guess",
        "VENDORED, external/z/a.c",
        "VENDORED, src/external/z/a.c",
        "CORE, src/acl/external/session/a.c",
        "TEST, own/src/own-test/a.c",
        "TEST, regtest/a.c",
        "TEST, perf/benchmark-own.cc",
        "TEST, perf/local_own.cpp",
        "CORE, src/perf/own.c",
        "TEST, src/own_perftest.cc",
        "TEST, integration/own/daemon.go",
        "CORE, src/integration/own.c",
        "DOCS, guides/own/generator.rb",
        "TOOLING, dev/own/decode.c",
        "CORE, sys/dev/own.c",
        "TOOLING, mk/own.sh",
        "TOOLING, crypto/perlasm/own-xlate.pl",
        "TOOLING, configure.py",
        "TOOLING, own/own.gemspec",
        "TOOLING, Own.podspec",
        "TOOLING, Gemfile",
        "TEST, third_party/googletest/src/gtest.cc",
        "TEST, deps/gtest-1.8.1/src/docs/a.cc",
        "TEST, own/googletest/src/a.cc",
        "CORE, googletest/src/gtest.cc",
        "CORE, src/catch2/a.cpp",
        "TEST, microbench/src/main/java/A.java",
        "TEST, java/jmh/src/main/java/A.java",
        "TEST, testsuite-own/src/a.c",
        "TEST, lib/test_util/a.cc",
        "TEST, lib/map_test.inc",
        "TEST, js/own_test.js",
        "TEST, js/own_test.ts",
        "CORE, js/test.js",
        "TEST, lib/own.test",
        "TEST, own/own-ctest.c",
        "CORE, src/ctest.c",
        "TEST, own/qtest/own/a.pl",
        "CORE, src/qtest.c",
        "TOOLING, research/own.cc",
        "CORE, src/research/own.cc",
        "TEST, lib/test.cc",
        "TEST, lib/golden/a.c",
        "TEST, testes/own.lua",
        "TEST, qa/live/own.sh",
        "TEST, src/modules/own/tests_impl.h",
        "TEST, src/tests_thorough.c",
        "TEST, src/bench.c",
        "TEST, src/log_perftest.cc",
        "TOOLING, checkpatch.pl",
        "TEST, lib/Catch2/src/catch2/a.cpp",
        "CORE, src/catch2/a.cpp",
        "TEST, src/bogo_shim/own.cpp",
        "TOOLING, configure.py",
        "TEST, src/testdir/own.vim",
        "TEST, lib/torture/rpc/own.c",
        "TEST, third_party/socket_wrapper/own.c",
        "TOOLING, third_party/waf/own.py",
        "TOOLING, waflib/Own.py",
        "DOCS, docs-xml/own/own.xml",
        "TEST, src/own-benchmark.c",
        "VENDORED, src/vendorcode/own/a.c",
        "TEST, tpkg/own.tdir/own.c",
        "TEST, src/cutest/own.c",
        "EXAMPLE, example.c",
        "TOOLING, config.w32",
        "TOOLING, .claude/own.sh",
        "TOOLING, depends/build_own.sh",
        "TOOLING, coverage/report.py",
        "CORE, lib/coverage/report.py",
        "TOOLING, misc/a.c",
        "EXAMPLE, src/own-sample/a.c",
        "TEST, tests/data/configure",
        "TEST, tests/third_party/gtest/a.cc",
        "TEST, test-repos/whole/src/a.c",
        "TEST, lib/testdata/project/vendor/a.c",
        "DOCS, docs/_theme/vendor/a.js",
        "TOOLING, configure",
        "TOOLING, binding.gyp",
        "GENERATED, bpf/amd64/vmlinux.h",
        "TEST, regression-tests.own/server.py",
        "CORE, src/contests.own/a.c",
        "TEST, own/StackTests.cxx",
        "TEST, own/test_stack.cxx",
        "CORE, own/Contestants.cxx",
        "TEST, vendors/catch.hpp",
        "TEST, third_party/own/cutest.c",
        "CORE, src/catch.hpp",
        "TOOLING, third_party/own/configure",
        "TOOLING, deps/own/build-aux/config.guess",
        "TOOLING, contrib/own/configure",
        "VENDORED, third_party/own/compile",
        "VENDORED, own/html/moment.js",
        "VENDORED, own/html/d3.v3-min.js",
        "CORE, own/html/moments.js",
        "GENERATED, api/a.pb.go"
    })
    void the_path_tells_the_role(Role role, String path) {
        assertEquals(role, decide(path, "int x;\n", Attributes.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "GENERATED, // Code generated by protoc. DO NOT EDIT.",
        "GENERATED, '/* A Bison parser, made by GNU Bison 3.8. */'",
        "GENERATED, /* Generated by Cython 3.0 */",
        "GENERATED, ' * Generated automatically by table.c'",
        "GENERATED, /* own.c -- generated by Ownel v1.2.",
        "GENERATED, (* This generated code requires the following version of MenhirLib: *)",
        "GENERATED, '  File autogenerated by ownopt version 2'",
        "GENERATED, /* this file was generated by own.py */",
        "GENERATED, /* == Start of generated table == */",
        "GENERATED, 'DO NOT CHANGE - File generated on Monday'",
        "GENERATED, ' * Code generated with Own v3'",
        "CORE, ' * Generated files: own_xdr.c'",
        "CORE, // linked with code generated by own",
        "CORE, '/* Code generated by tools/own.c: */ static int table[] = {1};'",
        "CORE, /* The table was Generated by hand. */",
        "CORE, /* We do not edit this often. */",
        "CORE, /* the generated code goes here */"
    })
    void a_header_tells_that_a_program_wrote_the_file(Role role, String header) {
        assertEquals(role, decide("src/a.c", header + "\nint x;\n", Attributes.NONE));
    }

    @Test
    void what_is_contributed_may_still_be_a_copy() {
        assertTrue(Roles.isOpen(decision("contrib/own/a.c", "int x;\n", Attributes.NONE)));
        assertTrue(Roles.isOpen(decision("lib/a.c", "int x;\n", Attributes.NONE)));
        assertFalse(Roles.isOpen(decision("contrib/own/tests/a.c", "int x;\n", Attributes.NONE)));
        assertFalse(Roles.isOpen(decision("examples/a.c", "int x;\n", Attributes.NONE)));
    }

    @Test
    void the_attributes_of_the_tree_go_first() {
        Attributes attributes = attributes(
                "vendor/ours/** -linguist-vendored\n*.gen.c linguist-generated\nlib/x/** linguist-vendored=true\n");
        assertEquals(Role.CORE, decide("vendor/ours/a.c", "int x;\n", attributes));
        assertEquals(Role.VENDORED, decide("vendor/a.c", "int x;\n", attributes));
        assertEquals(Role.GENERATED, decide("src/a.gen.c", "int x;\n", attributes));
        assertEquals(Role.VENDORED, decide("lib/x/y/a.c", "int x;\n", attributes));
    }

    @Test
    void attributes_do_not_make_tests_and_tools_ship() {
        Attributes attributes =
                attributes("*.gen.c linguist-generated\ntests/** linguist-vendored\nconfigure linguist-generated\n");
        assertEquals(Role.TEST, decide("tests/a.c", "int x;\n", attributes));
        assertEquals(Role.TOOLING, decide("configure", "int x;\n", attributes));
        assertEquals(Role.TEST, decide("tests/a.gen.c", "int x;\n", attributes));
    }

    @Test
    void attributes_of_a_deeper_directory_and_of_a_later_line_win() {
        Attributes attributes = Attributes.parse(Map.of(
                "", "*.c linguist-language=C++\n".getBytes(StandardCharsets.UTF_8),
                "a", "*.c linguist-language=D\nb/*.c linguist-language=Go\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("C++", attributes.language("x/y.c"));
        assertEquals("D", attributes.language("a/y.c"));
        assertEquals("Go", attributes.language("a/b/y.c"));
        assertEquals("D", attributes.language("a/b/c/y.c"));
    }

    @Test
    void tools_at_the_root_that_hold_a_project_with_lib_and_include_are_what_is_made() {
        List<String> paths = List.of(
                "lib/a.c",
                "tools/opt/opt.cpp",
                "tools/Front/lib/Parse/p.cpp",
                "tools/Front/include/front/p.h",
                "Tools/x.c");
        TreeContext tree = TreeContext.of(paths);
        assertEquals(Role.CORE, decide("tools/Front/lib/Parse/p.cpp", tree));
        assertEquals(Role.CORE, decide("tools/opt/opt.cpp", tree));
        assertEquals(Role.TEST, decide("tools/Front/test/p.cpp", tree));
        assertEquals(Role.TOOLING, decide("scripts/a.c", tree));
    }

    @Test
    void what_the_build_installs_is_the_product_wherever_it_lies() {
        TreeContext tree =
                TreeContext.of(List.of()).delivering(Map.of("tools/daemon.c", "target daemon, which is installed"));

        assertEquals(Role.CORE, decide("tools/daemon.c", tree));
        assertEquals(Role.TOOLING, decide("tools/gen.c", tree));
    }

    @Test
    void directories_that_are_only_called_so_at_the_root_are_aside() {
        Roles roles = new Roles(RoleTable.read(), Attributes.NONE);
        assertTrue(roles.isAside("tools"));
        assertTrue(roles.isAside("tools/deep"));
        assertTrue(roles.isAside("tools/autotools"));
        assertTrue(roles.isAside("contrib/plug"));
        assertFalse(roles.isAside("src"));
        assertFalse(roles.isAside("tools/tests"));
        assertFalse(roles.isAside("examples"));
        assertFalse(roles.isAside("src/cmake"));
    }

    @Test
    void scripts_beside_c_build_it_where_they_lie_among_tools_or_are_named_after_what_they_make() {
        List<String> scripts = List.of("src/tools/names.py", "src/mkhelp.pl", "own/serve.py", "own.com");
        List<String> paths = new ArrayList<>(scripts);
        for (int i = 0; i < 8; i++) {
            paths.add("src/" + i + ".c");
        }
        TreeContext mostly = TreeContext.of(paths);
        assertEquals(Role.TOOLING, decide("src/tools/names.py", mostly));
        assertEquals(Role.TOOLING, decide("src/mkhelp.pl", mostly));
        assertEquals(Role.TOOLING, decide("own.com", mostly));
        assertEquals(Role.CORE, decide("own/serve.py", mostly));
        assertEquals(Role.CORE, decide("src/tools/names.c", mostly));
        assertTrue(Roles.isOpen(decision("src/mkhelp.pl", mostly)), "it may be a part of others' code");
        TreeContext delivering = mostly.delivering(Map.of("src/tools/names.py", "target names"));
        assertEquals(Role.CORE, decide("src/tools/names.py", delivering));
        TreeContext hardly = TreeContext.of(paths.subList(0, paths.size() - 1));
        assertEquals(Role.CORE, decide("src/tools/names.py", hardly));
        assertEquals(Role.CORE, decide("src/mkhelp.pl", hardly));
    }

    @Test
    void a_script_without_an_ending_that_is_named_after_what_it_makes_builds_c_too() {
        List<String> paths = List.of("src/a.c", "src/b.c", "own/serve.py");
        Roles roles = new Roles(RoleTable.read(), Attributes.NONE, Overrides.NONE, TreeContext.of(paths));
        String script = "#!/bin/sh\n";
        assertEquals(Role.TOOLING, decision("generate_names", script, roles).role());
        assertEquals(Role.TOOLING, decision("own.d/mknames", script, roles).role());
        assertEquals(Role.CORE, decision("generate_names", "int x;\n", roles).role());
        assertEquals(Role.CORE, decision("src/tools/serve", script, roles).role());
        Roles hardly = new Roles(RoleTable.read(), Attributes.NONE, Overrides.NONE, TreeContext.of(List.of("a.py")));
        assertEquals(Role.CORE, decision("generate_names", script, hardly).role());
    }

    @Test
    void a_directory_that_is_named_after_a_release_is_others_code() {
        TreeContext tree = TreeContext.of(List.of(
                "lib/own/a.c",
                "lib/codec-1.2.3/a.c",
                "lib/codec-1.2.3/src/b.c",
                "lib/codec-1.2.3/tests/c.c",
                "lib/trace-b9e4006/a.c",
                "lib/shim-2.0.1/pom.xml",
                "lib/shim-2.0.1/A.java",
                "board/db-88f6720/a.c",
                "own-1.2.3/src/a.c",
                "tests/codec-1.2.3/a.c"));
        assertEquals(Role.VENDORED, decide("lib/codec-1.2.3/src/b.c", tree));
        assertEquals(Role.TEST, decide("lib/codec-1.2.3/tests/c.c", tree));
        assertEquals(Role.VENDORED, decide("lib/trace-b9e4006/a.c", tree));
        assertEquals(Role.CORE, decide("lib/own/a.c", tree));
        assertEquals(Role.CORE, decide("lib/shim-2.0.1/A.java", tree));
        assertEquals(Role.CORE, decide("board/db-88f6720/a.c", tree));
        assertEquals(Role.CORE, decide("own-1.2.3/src/a.c", tree));
        assertEquals(Role.TEST, decide("tests/codec-1.2.3/a.c", tree));
    }

    @Test
    void tools_without_a_whole_project_stay_tools() {
        assertEquals(
                Role.TOOLING, decide("tools/lib/a.c", TreeContext.of(List.of("tools/lib/a.c", "tools/include/a.h"))));
        assertEquals(
                Role.TOOLING, decide("tools/x/a.c", TreeContext.of(List.of("tools/x/lib/a.c", "tools/y/include/a.h"))));
        assertEquals(
                Role.TOOLING,
                decide("tools/x/a.c", TreeContext.of(List.of("tools/x/lib/a.rb", "tools/x/include/a.h"))));
        assertEquals(
                Role.TOOLING,
                decide("tools/x/a.c", TreeContext.of(List.of("a/tools/x/lib/a.c", "a/tools/x/include/a.h"))));
    }

    @Test
    void another_repository_is_others_code_unless_its_place_says_that_it_does_not_ship() {
        Set<String> submodules = Set.of("one", "lib/two", "tests/data", "docs/theme");
        TreeContext tree = TreeContext.of(List.of(), submodules);
        assertEquals(Role.VENDORED, decide("one/src/a.c", tree));
        assertEquals(Role.VENDORED, decide("one/tests/a.c", tree));
        assertEquals(Role.VENDORED, decide("lib/two/a.c", tree));
        assertEquals(Role.CORE, decide("lib/three/a.c", tree));
        assertEquals(Role.TEST, decide("tests/data/a.c", tree));
        assertEquals(Role.DOCS, decide("docs/theme/a.c", tree));
    }

    @Test
    void what_a_generator_prints_does_not_tell_that_it_was_generated_itself() {
        String printing = "int main(void) {\n  puts(\n\"// This file has been generated by own.\");\n}\n";
        assertEquals(Role.CORE, decide("src/own.c", printing, Attributes.NONE));
        String written = "out = \"begin\" + \" /* Generated by own */\"\n";
        assertEquals(Role.CORE, decide("src/own.c", written, Attributes.NONE));
        String within = "void own(void)\n{\n/* this file is generated by configure */\n#include \"list.h\"\n}\n";
        assertEquals(Role.CORE, decide("src/own.c", within, Attributes.NONE));
        String pattern = "MARK = re.compile(\n    r'This file was automatically generated by own')\n";
        assertEquals(Role.CORE, decide("src/own.py", pattern, Attributes.NONE));
        String block = "print(\"\"\"/*\n* This file was automatically generated by %s\n*/\"\"\" % own)\n";
        assertEquals(Role.CORE, decide("src/own.py", block, Attributes.NONE));
        String raw = "r\"\"\"\nThis file was automatically generated by own\n\"\"\"\n";
        assertEquals(Role.GENERATED, decide("src/own.py", raw, Attributes.NONE));
        String basic = "'     This code was generated by a tool, automatically generated by own\n";
        assertEquals(Role.GENERATED, decide("src/own.vb", basic, Attributes.NONE));
        String apostrophe = "# It isn't ours: this file was generated by own's program\n";
        assertEquals(Role.GENERATED, decide("src/own.py", apostrophe, Attributes.NONE));
        assertEquals(
                Role.GENERATED,
                decide("src/own.json", "{\"about\" : \"This file is generated by own\"}\n", Attributes.NONE));
        assertEquals(
                Role.GENERATED,
                decide("src/own.json", "{\"This file is generated by own\": \"do not edit\"}\n", Attributes.NONE));
        String vim = "\" Generated by Own\n";
        assertEquals(Role.GENERATED, decide("src/own.vim", vim, Attributes.NONE));
        String manual = ".\\\" DO NOT MODIFY THIS FILE! It was generated by own.\n";
        assertEquals(Role.GENERATED, decide("src/own.1", manual, Attributes.NONE));
        String docstring = "\"\"\"Generated by Django 5\"\"\"\n";
        assertEquals(Role.GENERATED, decide("src/own.py", docstring, Attributes.NONE));
        assertEquals(
                Role.GENERATED, decide("src/a.c", "/* \"b.y\": automatically generated by own */\n", Attributes.NONE));
        assertEquals(Role.GENERATED, decide("src/a.c", "/* Amalgamated source file */\n", Attributes.NONE));
    }

    @Test
    void what_generated_programs_are_for_goes_before_that_they_are_generated() {
        assertEquals(Role.TOOLING, decide("configure", "# Generated by GNU Autoconf 2.71.\n", Attributes.NONE));
        assertEquals(Role.GENERATED, decide("lib/a.c", "/* Generated by GNU Autoconf 2.71. */\n", Attributes.NONE));
        assertEquals(Role.TOOLING, decide("third_party/x/configure", "", Attributes.NONE));
        assertEquals(
                Role.VENDORED, decide("third_party/x/a.c", "/* Generated by GNU Autoconf 2.71. */\n", Attributes.NONE));
    }

    @Test
    void a_directory_for_the_whole_project_in_one_file_is_generated() {
        assertEquals(Role.GENERATED, decide("single_include/x/json.hpp", TreeContext.of(List.of())));
        assertEquals(Role.VENDORED, decide("third_party/json/single_include/json.hpp", TreeContext.of(List.of())));
        assertEquals(Role.CORE, decide("single/json.hpp", TreeContext.of(List.of())));
    }

    private static Attributes attributes(String text) {
        return Attributes.parse(Map.of("", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Role decide(String path, String text, Attributes attributes) {
        return decision(path, text, attributes).role();
    }

    private static Role decide(String path, TreeContext tree) {
        return decision(path, tree).role();
    }

    private static RoleDecision decision(String path, TreeContext tree) {
        return decision(path, "int x;\n", new Roles(RoleTable.read(), Attributes.NONE, Overrides.NONE, tree));
    }

    private static RoleDecision decision(String path, String text, Attributes attributes) {
        return decision(path, text, new Roles(RoleTable.read(), attributes));
    }

    private static RoleDecision decision(String path, String text, Roles roles) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return roles.decide(
                path, new Classification(SampleFiles.C, Safety.UNSAFE, "test"), new Content(bytes, bytes.length));
    }
}
