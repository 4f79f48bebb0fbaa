package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Content;
import org.memcensus.model.Safety;
import org.memcensus.tables.ContentRuleTable;
import org.memcensus.tables.LanguageTable;

class ClassifierTest {
    private static final LanguageTable TABLE = LanguageTable.read();

    @Test
    void an_extension_is_enough() {
        assertEquals("C", language("src/main.c", "int x;\n"));
        assertEquals("Rust", language("lib.rs", "fn main() {}\n"));
        assertEquals("JavaScript+ERB", language("a/b.js.erb", "x\n"));
    }

    @Test
    void an_unambiguous_extension_gives_the_same_object_each_time() {
        Classifier classifier = classifier(List.of(), Attributes.NONE);
        assertSame(classifier.classify("a.c", bytes("1")), classifier.classify("b/c.c", bytes("2")));
    }

    @Test
    void capitals_count_only_where_they_mean_something() {
        assertEquals("C++", language("a.C", "int x;\n"));
        assertEquals("Unix Assembly", language("boot.S", "nop\n"));
        assertEquals("Python", language("A.PY", "x = 1\n"));
    }

    @Test
    void a_header_belongs_to_the_language_of_its_content() {
        assertEquals("C++", language("a.h", "namespace a {\nclass B {\n};\n}\n"));
        assertEquals("Objective-C", language("a.h", "@interface A : B\n@end\n"));
        assertEquals("C", language("a.h", "int f(void);\n"));
    }

    @Test
    void a_header_belongs_to_the_language_of_its_neighbours() {
        assertEquals("C++", languageAmong("a/b.h", "int f();\n", List.of("a/b.h", "a/b.cpp")));
        assertEquals("C", languageAmong("a/b.h", "int f();\n", List.of("a/b.h", "a/b.c")));
    }

    @Test
    void words_of_other_languages_do_not_count_in_comments_of_a_header() {
        assertEquals("C", language("a.h", "/* a class to make\nclass A {\n */\n// using namespace x\nint f(void);\n"));
        assertEquals("C", language("a.h", "#ifdef __cplusplus\nnamespace a {\n#endif\nint f(void);\n"));
        assertEquals("C", language("a.h", "#ifdef __OBJC__\n@class A;\n#else\nstruct A;\n#endif\nint f(void);\n"));
        assertEquals("C++", language("a.h", "#ifdef A\n#endif\nchar *a = \"/*\";\nnamespace a {\n}\n"));
    }

    @Test
    void a_tree_speaks_for_a_header_only_where_it_is_of_one_mind() {
        List<String> mixed = List.of("i/b.h", "a/b.cpp", "a/c.cpp", "a/d.c");
        assertEquals("C", languageAmong("i/b.h", "int f();\n", mixed));
        List<String> clear = List.of("i/b.h", "a/b.cpp", "a/c.cpp", "a/d.cpp", "a/e.cpp", "a/f.cc");
        assertEquals("C++", languageAmong("i/b.h", "int f();\n", clear));
        List<String> matlab = List.of("a/b.h", "a/b.m", "a/c.m", "a/d.c");
        assertEquals("C", languageAmong("a/b.h", "int f();\n", matlab));
        List<String> most = List.of("a/b.h", "a/a.c", "a/c.c", "a/d.cpp");
        assertEquals("C", languageAmong("a/b.h", "int f();\n", most));
    }

    @Test
    void a_comment_longer_than_the_window_is_skipped() {
        String comment = "/*" + " words\n".repeat(3000) + "*/\n";
        assertEquals("C++", language("a.h", comment + "namespace a {\n}\n"));
    }

    @Test
    void an_ending_before_a_shared_one_counts_where_a_single_language_has_it() {
        assertEquals("C", language("table.c.inc", "{ 1, 2 },\n"));
        assertEquals("BitBake", language("gcc-13.2.inc", "inherit base\nSRC_URI = \"a\"\n"));
    }

    @Test
    void lists_for_macros_are_code_and_exports_are_not() {
        assertEquals("C", language("tokens.def", "#ifndef TOK\n#define TOK(X)\n#endif\nTOK(a)\nTOK(b)\n"));
        assertEquals("Module Definition", language("zlib.def", "; exports\nEXPORTS\n    deflate\n"));
    }

    @Test
    void pascal_go_and_c_tell_who_hosts_a_scanner() {
        assertEquals(Safety.SAFE, safety("a.l", "%{\nunit scan;\n%}\n%%\n"));
        assertEquals(Safety.UNSAFE, safety("a.l", "%{\n#include <stdio.h>\n%}\n%%\n"));
        assertEquals(Safety.SAFE, safety("a.re", "// re2java $INPUT\nclass Main {\n/*!re2c\n*/\n}\n"));
        assertEquals(Safety.UNSAFE, safety("a.re", "#include <assert.h>\n/*!re2c\n*/\n"));
        assertEquals("Haskell", language("a.x", "{\nmodule Main where\n}\ntokens :-\n  a { b }\n"));
    }

    @Test
    void one_program_may_run_several_languages() {
        assertEquals("TypeScript", language("bin.ts", "#!/usr/bin/env node\nlet a: number = 1;\n"));
        assertEquals("JavaScript", language("bin", "#!/usr/bin/env node\nlet a = 1;\n"));
        assertEquals("Raku", language("bin", "#!/usr/bin/env perl6\nsay 1;\n"));
    }

    @Test
    void what_is_not_detectable_is_not_counted_as_code() {
        Attributes attributes =
                Attributes.parse(Map.of("", "gen/*.c -linguist-detectable\n".getBytes(StandardCharsets.UTF_8)));
        Classifier classifier = classifier(List.of(), attributes);
        assertEquals(Safety.NONE, safety(classifier.classify("gen/a.c", bytes("int x;\n"))));
        assertEquals(Safety.UNSAFE, safety(classifier.classify("a.c", bytes("int x;\n"))));
    }

    @Test
    void a_script_is_told_by_its_first_line() {
        assertEquals("Python", language("run", "#!/usr/bin/env -S python3.11 -u\nprint()\n"));
        assertEquals("Shell", language("run", "#!/bin/sh\nls\n"));
        assertEquals("Tcl", language("run", "#!/bin/sh\n# next\nexec tclsh \"$0\" \"$@\"\n"));
        assertEquals("Tcl", language("run.tcl", "#!/bin/sh\n# next\nexec tclsh \"$0\" \"$@\"\n"));
        assertEquals("Emacs Lisp", language("run.el", "#!/bin/sh\n\":\"; exec emacs --script \"$0\"\n"));
        assertEquals("Shell", language("configure.cc", "#!/bin/bash\nmkl_check cc\n"));
        assertEquals("Shell", language("configure.self", "#!/bin/bash\nfunction checks { true; }\n"));
    }

    @Test
    void a_note_to_the_editor_tells_the_language_of_a_name_without_extension() {
        assertEquals("C++", language("algorithm_list", "// -*- C++ -*-\nint x;\n"));
        assertEquals("Ruby", language("tasks", "x = 1\n# vim: set ft=ruby :\n"));
    }

    @Test
    void a_template_is_in_the_language_inside() {
        assertEquals("C", language("config.h.in", "#undef X\n"));
        assertEquals("Shell", language("run.sh.in", "echo @X@\n"));
        assertEquals("Makefile", language("Makefile.in", "all:\n"));
    }

    @Test
    void names_without_extension_are_known() {
        assertEquals("Makefile", language("src/Makefile.am", "x = 1\n"));
        assertEquals("CMake", language("CMakeLists.txt", "project(x)\n"));
        assertEquals("Kconfig", language("fs/Kconfig.debug", "config X\n"));
        assertEquals("Text", language("README", "Hello.\n"));
        assertEquals("Text", language("LICENSE-MIT", "Hello.\n"));
    }

    @Test
    void the_attributes_of_the_tree_go_first() {
        Attributes attributes =
                Attributes.parse(Map.of("", "*.c linguist-language=Java\n".getBytes(StandardCharsets.UTF_8)));
        Result result = classifier(List.of(), attributes).classify("a.c", bytes("int x;\n"));
        assertEquals("Java", ((Result.Text) result).classification().language().name());
    }

    @Test
    void a_nul_byte_makes_a_binary_whatever_the_name() {
        assertInstanceOf(Result.Binary.class, result("a.c", bytes("ab\0cdefghijk")));
        assertInstanceOf(Result.Binary.class, result("x", bytes("0123456789ab\0")));
    }

    @Test
    void utf_16_with_a_mark_is_text() {
        assertEquals("C", name(result("a.c", encoded("\uFEFFint x;\n", StandardCharsets.UTF_16LE))));
        assertEquals("TypeScript", name(result("a.ts", encoded("\uFEFFlet x;\n", StandardCharsets.UTF_16BE))));
        assertInstanceOf(
                Result.Unknown.class,
                result("a.unheard", encoded("\uFEFFdo { f(x); } @@\ng(y); h{z};\n", StandardCharsets.UTF_16LE)));
    }

    @Test
    void text_without_a_language_is_unknown_and_a_picture_is_binary() {
        assertInstanceOf(Result.Unknown.class, result("x.zzz", bytes("f(x) { a[i] += (b->c); }\n")));
        assertInstanceOf(Result.Unknown.class, result("nothing", bytes("")));
        Result picture = result("x.zzz", bytes("%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n"));
        assertEquals(new Result.Binary("application/pdf"), picture);
    }

    @Test
    void text_that_no_table_knows_is_prose_or_settings_by_its_look() {
        assertEquals("Text", language("notes.zzz", "Some plain words, on one line.\n"));
        assertEquals("INI", language("arm_defconfig", "CONFIG_A=y\n# CONFIG_B is not set\nCONFIG_C=m\n"));
        assertEquals("XML", language("data/test1", "<?xml version=\"1.0\"?>\n<a/>\n"));
    }

    @Test
    void a_grammar_has_the_safety_of_the_language_of_its_actions() {
        Result.Text go = (Result.Text) result("g.y", bytes("%{\npackage main\nimport \"fmt\"\n%}\n%token A\n%%\n"));
        assertEquals(Safety.SAFE, go.classification().safety());
        Result.Text c = (Result.Text) result("g.y", bytes("%{\n#include <stdio.h>\n%}\n%token A\n%%\na: A;\n"));
        assertEquals("Yacc", c.classification().language().name());
        assertEquals(Safety.UNSAFE, c.classification().safety());
    }

    @Test
    void build_dependencies_are_not_the_language_d() {
        assertEquals("Makefile", language("a.d", "a.o: a.c a.h \\\n b.h\n"));
        assertEquals("D", language("a.d", "module a;\nimport std.stdio;\nvoid main() {}\n"));
        assertEquals("DTrace", language("a.d", "#!/usr/sbin/dtrace -s\nBEGIN\n{\n}\n"));
    }

    private static Safety safety(String path, String text) {
        return safety(result(path, bytes(text)));
    }

    private static Safety safety(Result result) {
        return ((Result.Text) result).classification().safety();
    }

    private static String language(String path, String text) {
        return languageAmong(path, text, List.of(path));
    }

    private static String languageAmong(String path, String text, List<String> paths) {
        return name(classifier(paths, Attributes.NONE).classify(path, bytes(text)));
    }

    private static Result result(String path, Content content) {
        return classifier(List.of(path), Attributes.NONE).classify(path, content);
    }

    private static String name(Result result) {
        return result instanceof Result.Text text
                ? text.classification().language().name()
                : result.toString();
    }

    private static Classifier classifier(List<String> paths, Attributes attributes) {
        return new Classifier(TABLE.languages(), ContentRuleTable.read(), TreeContext.of(paths), attributes);
    }

    private static Content bytes(String text) {
        return encoded(text, StandardCharsets.ISO_8859_1);
    }

    private static Content encoded(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return new Content(bytes, bytes.length);
    }
}
