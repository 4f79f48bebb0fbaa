package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Content;
import org.memcensus.tables.ContentRuleTable;
import org.memcensus.tables.LanguageTable;

/** Texts that were once taken for another language with the same ending. */
class ContentRulesTest {
    private static final Classifier CLASSIFIER = new Classifier(
            LanguageTable.read().languages(), ContentRuleTable.read(), TreeContext.of(List.of()), Attributes.NONE);

    private static String language(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Result result = CLASSIFIER.classify(path, new Content(bytes, bytes.length));
        return assertInstanceOf(Result.Text.class, result)
                .classification()
                .language()
                .name();
    }

    @Test
    void an_ending_that_few_languages_have_does_not_decide_alone() {
        assertEquals("XML", language("own.its", "<?xml version=\"1.0\"?>\n<its:rules/>\n"));
        assertEquals("Devicetree", language("image.its", "/dts-v1/;\n/ {\n};\n"));
        assertEquals("INI", language("boards/sdkconfig.c3", "# revision\nCONFIG_OWN_REV=3\n"));
        assertEquals("Text", language("own.c3", "own. 3600 IN A 10.0.0.1\n"));
        assertEquals("Text", language("own.r2", "aaa\npdf @ main\n"));
        assertEquals("Rebol", language("own.r2", "REBOL [title: \"own\"]\nprint 1\n"));
        assertEquals("Public Key", language("own.sig", "-----BEGIN OWN SIGNATURE-----\nAAAA\n"));
        assertEquals("Standard ML", language("own.sig", "signature OWN = sig\nend\n"));
        assertEquals("Text", language("own.bf", "#include <own.h>\nblock own_cap {\n    field own 4\n}\n"));
        assertEquals("Brainfuck", language("own.bf", "++[->+++<]>.[-]<<.,+.,\n"));
        assertEquals("Text", language("own.dcl", "<!SGML \"ISO 8879:1986\"\n>\n"));
        assertEquals("Shell", language("own.tpl", "#!/bin/sh\necho $OWN\n"));
        assertEquals("HTML", language("own.mt", "? my $own = 1;\n<p>\nOwn\n</p>\n"));
        assertEquals("Wolfram Language", language("own.mt", "Test[1 + 1, 2, TestID -> \"own\"]\n"));
        assertEquals("HTML", language("own.prolog", "<!doctype html>\n<p>\n"));
        assertEquals("Prolog", language("own.prolog", "own(X) :- other(X).\n"));
        assertEquals("C3", language("own.c3", "module own;\nfn void f() {}\n"));
        assertEquals("INI", language("boards/sdkconfig.p4", "CONFIG_OWN=y\n"));
        assertEquals("Text", language("own.cob", "Caligari V00.01ALH\nPolH V0.08 Id 1\n"));
        assertEquals("COBOL", language("own.cob", "       IDENTIFICATION DIVISION.\n"));
        assertEquals("DIGITAL Command Language", language("vms/make.dcl", "$! makes it\n$ set noverify\n"));
        assertEquals("Clean", language("Own.dcl", "definition module Own\n"));
        assertEquals("DNS Zone", language("bind/db.own.org", "; own\n$TTL 3600\n@ IN NS ns1\n"));
        assertEquals("Org", language("notes.org", "* Heading\ntext\n"));
        assertEquals("Text", language("expected/own.be", "BSD_LABEL=0\nORDER=BE\n"));
        assertEquals("Berry", language("own.be", "import math\ndef f()\n  return 1\nend\n"));
        assertEquals("Text", language("own.tst", "# Fields:\nP . $own -i a\n"));
        assertEquals("Scilab", language("own.tst", "// one\nassert_checkequal(1, 1);\n"));
        assertEquals("HTML", language("footer.cs", "    </div>\n  </body>\n</html>\n"));
        assertEquals("C#", language("A.cs", "using System;\nnamespace A {}\n"));
        assertEquals("Text", language("man/own.3.meta", ".. title: own\n.. slug: own\n"));
        assertEquals("Shell", language("etc/own.pp", "%set\n  name=own\n%if [aix]\n%endif\n"));
        assertEquals("Text", language("subset.sc", "a,".repeat(30) + "b\n"));
        assertEquals("Scala", language("own.sc", "import a.b\nobject A { def f = 1 }\n"));
        assertEquals("C", language("own.tpl", "[+ AutoGen5 template c +]\n/* own */\nint x;\n"));
    }

    @Test
    void assembly_of_arm_and_nasm_moves_and_loads_addresses_as_that_of_the_68000_does() {
        String arm = "    EXPORT |own|\n    AREA  ||.text||, CODE\n|own| PROC\n    LEA x\n    SUB.W r1, r2\n";
        assertEquals("Assembly", language("own.asm", arm));
        assertEquals("Assembly", language("x86/own.asm", "%macro OWN 2\n  lea %1, [%1 + %2 * 4]\n%endmacro\n"));
        assertEquals("Motorola 68K Assembly", language("own.asm", " move.l d0,-(a7)\n lea own,a0\n"));
    }

    @Test
    void a_product_of_irix_is_described_in_no_ruby() {
        assertEquals(
                "Text", language("own.spec", "include own.version\nproduct own\n    image sw\n    endimage\nend\n"));
    }

    @Test
    void a_source_for_apple_without_classes_is_objective_c() {
        assertEquals(
                "Objective-C",
                language("audio.m", "#include <AudioUnit/AudioUnit.h>\nint a[MAX_OWN];\nint b[MAX_OWN];\n"));
        assertEquals("Wolfram Language", language("own.m", "(* own *)\nf[x_] := x\ng[y_Integer, z_] := y\n"));
    }

    @Test
    void an_octave_script_is_no_objective_c() {
        assertEquals("MATLAB", language("run.m", "# calls the library\nif exist(\"x\", \"var\")\n  f(0);\nendif\n"));
        assertEquals("MATLAB", language("run.m", "a = lib.make(3)\nlib.check\n"));
        assertEquals("Objective-C", language("run.m", "#import <A/A.h>\n@implementation A\n@end\n"));
    }

    @Test
    void macros_of_a_text_formatter_are_markup_whatever_their_ending() {
        assertEquals("Roff", language("tmac/own.m", "'\\\" own macros\n.de XX\n.br\n..\n"));
        assertEquals("Roff", language("tmac/own.v", ".\\\" own macros\n.de XX\n..\n"));
        assertEquals("Roff", language("tmac/own.mm", "'''\\\" own macros\n.so x\n"));
    }

    @Test
    void a_manual_is_known_in_a_section_that_no_table_has() {
        assertEquals("Roff Manpage", language("man/own.9p", ".\\\" own\n.TH OWN 9P\n.SH NAME\nown\n"));
        assertEquals("Roff Manpage", language("own.3own.in", ".TH OWN 3OWN\n.SH NAME\n"));
        assertEquals("Roff", language("man/macros.own", "'\\\" own\n.de XX\n..\n"));
        assertEquals("Roff Manpage", language("man/get.1.def", ".\\\" own\n.TH GET 1\n.SH NAME\n"));
    }

    @Test
    void prototypes_that_a_program_made_are_c_and_no_project_of_qt() {
        assertEquals("C", language("proto/own.pro", "/* own.c */\nint own_open(char *name);\nvoid own_close(void);\n"));
        assertEquals("QMake", language("own.pro", "TEMPLATE = app\nSOURCES += a.cpp\n"));
    }

    @Test
    void start_up_code_of_a_gnu_assembler_is_no_script() {
        assertEquals(
                "Unix Assembly", language("rt.as", "/* start */\n\t.text\n\t.globl _start\n_start:\n\tmov x0,#0\n"));
        assertEquals("ActionScript", language("A.as", "package own {\n  public class A {\n  }\n}\n"));
    }

    @Test
    void probes_for_dtrace_are_no_d() {
        String probes = "/* own */\nprovider own {\n  probe begins(struct st_t *c, uint64_t id);\n};\n";
        assertEquals("DTrace", language("own-probes.d", probes));
        assertEquals("DTrace", language("count.d", "syscall::write:entry\n/pid == 1/\n{\n  @n = count();\n}\n"));
    }

    @Test
    void a_header_without_ending_says_to_editors_what_it_is() {
        assertEquals("C++", language("include/version", "// -*- C++ -*-\n#ifndef OWN\n#define OWN\n#endif\n"));
        assertEquals("Text", language("VERSION", "1.2.3\n"));
        assertEquals("Ruby", language("own", "puts 1\n# vim600: ft=ruby\n"));
    }

    @Test
    void a_grammar_for_lemon_has_actions_in_c() {
        String grammar =
                "%include {\n#include \"own.h\"\n}\n%token_type {Token}\n%name ownParser\ncmd ::= A(X). { f(X); }\n";
        assertEquals("Yacc", language("src/parse.y", grammar));
        assertEquals("Happy", language("Parser.y", "{\nmodule P where\n}\n%name parse\n%tokentype { T }\n%%\n"));
    }

    @Test
    void clauses_are_prolog_whatever_their_ending() {
        assertEquals("Prolog", language("t/own.P", "/* own */\n:- import p/1 from own.\n\nrun :-\n\tp(X),\n\tq(X).\n"));
        assertEquals("Pascal", language("own.p", "program own;\nbegin\n  x := 1;\nend.\n"));
    }

    @Test
    void old_grammars_of_antlr_are_no_paths_of_a_machine_tool() {
        assertEquals("ANTLR", language("Own.g", "/* own */\nheader {\npackage own;\n}\nclass P extends Parser;\n"));
        assertEquals("G-code", language("own.g", "; own\nG28\nG1 X10 Y20\n"));
    }

    @Test
    void a_common_lisp_that_loads_is_no_newlisp() {
        String text = "(in-package \"OWN\")\n(load \"a\")\n(load \"b\")\n(set 'x 1)\n(defmethod f ((x own)) x)\n";
        assertEquals("Common Lisp", language("own.lisp", text));
        assertEquals("NewLisp", language("own.lsp", "(context 'own)\n(define (f x) x)\n(println (f 1))\n"));
    }

    @Test
    void a_template_that_is_unrolled_to_c_is_no_unreal_script() {
        assertEquals("C", language("own/sum.uc", "/* sum$#.c */\n#include <own/pq.h>\n\nstatic int sum$#(void);\n"));
        assertEquals("UnrealScript", language("own/Gun.uc", "class Gun extends Weapon;\n\nvar int Shots;\n"));
        assertEquals("ucode", language("own/up.uc", "'use strict';\nlet fs = require('fs');\n"));
    }

    @Test
    void what_a_firmware_includes_is_told_by_its_text() {
        assertEquals(
                "INI", language("Own.dsc.inc", "## own\n[LibraryClasses]\n  A|Pkg/A.inf\n!include Pkg/B.dsc.inc\n"));
        assertEquals("INI", language("Own.fdf.inc", "# own\n  INF RuleOverride=ACPI Pkg/Own.inf\n"));
        assertEquals("INI", language("Own.dsc", "[Defines]\n  PLATFORM_NAME = Own\n"));
        String pascal = "{$asmmode att}\nfunction own: longint; assembler;\nasm\n  movl %eax, %ebx\nend;\n";
        assertEquals("Pascal", language("own.inc", pascal));
        String entry = "#include <cpu.h>\n.code32\n\tmovl\t%eax, %cr3\n\t/* on */\n\tbtsl $5, %eax\n";
        assertEquals("Unix Assembly", language("entry64.inc", entry));
        assertEquals(
                "C",
                language("sdram.inc", "{ /* own; do not edit */\n  .Type = Own_Ddr3,\n  .Time = 0x0000012c,\n},\n"));
    }

    @Test
    void lists_and_keys_are_no_programs() {
        assertEquals("Text", language("man/own.x", "[NAME]\nown \\- does\n[DESCRIPTION]\n.\\\" more\n"));
        assertEquals("RPC", language("own.x", "struct own {\n  int a;\n};\nprogram OWN {\n} = 1;\n"));
        assertEquals("Text", language("own.f", "// own\n+incdir+src\n-f other.f\nsrc/a.sv\n"));
        assertEquals("Fortran", language("own.f", "      subroutine own(a)\n      real a\n      end\n"));
        assertEquals("Text", language("key.p8.txt", "Public Key Info:\n\tcurve: own\n\n-----BEGIN PRIVATE KEY-----\n"));
        assertEquals("Lua", language("own.p8", "pico-8 cartridge\n__lua__\nfunction _init()\nend\n"));
        assertEquals("INI", language(".indent.pro", "/* own */\n-bad\n-nbap\n"));
    }

    @Test
    void definitions_of_a_6502_assembler_are_no_pascal_and_no_makefile() {
        assertEquals("Assembly", language("zp.inc", "; zero page\nLEFT := $20 ; left\nTOP := $22\n"));
        assertEquals("Assembly", language("tab.inc", "; a table\n.rodata\nname: .byte ONE\nlast: .byte TWO\n"));
        assertEquals("Assembly", language("dir.inc", ".struct D\n  FD .word\n.endstruct\n"));
        assertEquals("Pascal", language("a.inc", "const\n  A = 1;\nprocedure F;\nbegin\n  x := 1;\nend;\n"));
        assertEquals("Makefile", language("a.inc", "SRC = a.c b.c\nall: $(OBJ)\n\t$(CC) -o x\n"));
    }

    @Test
    void an_included_part_of_a_cpp_file_is_cpp_for_all_its_c() {
        String text =
                "#include <sys/a.h>\n#include \"b.h\"\nusing namespace j;\nextern \"C\" {\nstatic int f(void) {\n}\n}\n";
        assertEquals("C++", language("part.inc", text));
    }

    @Test
    void a_puppet_function_is_no_pascal() {
        String text = "# @return yes or no\nfunction own::has(String $a,) >> Boolean {\n  own::ask('x', $a)\n}\n";
        assertEquals("Puppet", language("has.pp", text));
    }

    @Test
    void a_d_package_with_a_long_opening_comment_is_no_makefile() {
        String rows = "$(TR\n    $(TD a.b) \\\n    $(TD c: d)\n".repeat(600);
        assertEquals("D", language("package.d", "// In D.\n\n/**\n" + rows + "*/\nmodule own.format;\n"));
        assertEquals("Makefile", language("a.d", "a.o: a.c a.h \\\n b.h\n"));
    }

    @Test
    void a_text_between_two_long_comments_is_not_read_beyond_its_end() {
        String exact = "//" + "x".repeat((16 << 10) - 3) + "\n";
        assertEquals("C", language("a.h", exact));
    }

    @Test
    void modules_with_signatures_are_ocaml() {
        assertEquals("OCaml", language("a.ml", "module type R = sig\n  val f : int\nend\n"));
        assertEquals(
                "Standard ML", language("a.ml", "structure S = struct\n  fun f x = case x of 1 => 2 | _ => 3\nend\n"));
    }

    @Test
    void a_transcript_of_a_shell_is_no_test_in_perl() {
        assertEquals("ShellSession", language("a.t", "Prints it:\n\n  $ echo my $a\n  my\n"));
        assertEquals("Perl", language("a.t", "use strict;\nuse Test::More;\nok(1);\n"));
    }

    @Test
    void a_class_of_reason_needs_no_generator() {
        assertEquals("Reason", language("a.re", "class type t = {\n  pub x: int;\n  inherit u\n};\n"));
    }

    @Test
    void verilog_with_attributes_is_no_proof() {
        String text = "// From the tool\n(* box *)\nmodule m(a, b);\n  input a;\nendmodule\n";
        assertEquals("Verilog", language("stub.v", text));
    }

    @Test
    void forth_with_the_ending_of_pascal_is_forth() {
        assertEquals("Forth", language("prims.p", "\\ Authors: none\n: dup2 2dup ;\n"));
    }

    @Test
    void a_script_of_a_test_harness_is_no_remote_procedure() {
        assertEquals("Tcl", language("a.x", "if { [istarget \"x-*-*\"] } {\n  set flags \"-O2\"\n}\nreturn 0\n"));
    }

    @Test
    void columns_of_oracle_do_not_make_a_procedure() {
        assertEquals("SQL", language("a.sql", "CREATE TABLE y (\na NUMBER(3),\nb VARCHAR2(9)\n);\n"));
    }

    @Test
    void a_drawing_of_a_circuit_is_data() {
        assertEquals("KiCad Schematic", language("a.sch", "v 20080706 2\nC 1 2 0 0 0 a.sym\n"));
        assertEquals("Scheme", language("a.sch", "(define x 1)\n"));
    }

    @Test
    void a_translated_page_is_in_no_programming_language() {
        String page = "<?xml version='1.0'?>\n<p>: function var export\\ import</p>\n";
        assertEquals("XML", language("page.xml.fr", page));
        assertEquals("XML", language("page.xml.es", page));
        assertEquals("XML", language("page.xml.meta", page));
    }

    @Test
    void a_spreadsheet_is_no_scala() {
        String text = "# This data file was generated by the Spreadsheet Calculator.\nlet A0 = 1\n";
        assertEquals("Text", language("a.sc", text));
    }

    @Test
    void a_branch_that_asks_for_attributes_of_cpp_is_cpp_and_attributes_alone_are_not() {
        String asks =
                "#if __cplusplus > 201402l\n#define W 1\n#elif __has_cpp_attribute(own::warn)\n#define W 2\n#endif\n";
        assertEquals("C++", language("warn.h", asks));
        assertEquals("C", language("api.h", "#define API [[gnu::visibility(\"default\")]]\n"));
    }

    @Test
    void a_field_of_c_may_be_named_as_a_word_of_cpp() {
        assertEquals("C", language("rules.h", "struct rule {\n    int override;\n};\n"));
        assertEquals("C++", language("rules.h", "struct rule {\n    int id() const override;\n};\n"));
    }

    @Test
    void data_with_the_ending_of_a_rare_language_is_text() {
        assertEquals("Text", language("key.n", "00c5a1\n"));
        assertEquals("Text", language("key.q", "00c5a1\n"));
        assertEquals("Text", language("zone.cmp", "a.example. 3600 IN A 192.0.2.1\n"));
        assertEquals("Text", language("errors.msg", "! errors\n.FACILITY own,1\n"));
        assertEquals("jq", language("wrong.jq", "wat;\n"));
    }

    @Test
    void what_else_has_the_ending_of_resources_settings_and_fragments_is_told_by_its_text() {
        assertEquals("Shell", language("setup.rc", "if a; then\n  b\nfi\n"));
        assertEquals("Resource Script", language("app.rc", "1 ICON \"app.ico\"\n"));
        assertEquals("Proguard", language("rules.pro", "# Rules for ProGuard.\n"));
        assertEquals("CMake", language("paths.inc", "if (OWN)\n  set(A 1)\nendif ()\n"));
        assertEquals("TeX", language("latin.def", "%% tables\n\\ProvidesFile{latin.def}\n"));
    }

    @Test
    void a_name_in_capitals_comes_from_a_system_without_small_letters() {
        assertEquals("C", language("DRAW.C", "int x;\n"));
        assertEquals("C", language("DRAW.H", "int x;\n"));
        assertEquals("C++", language("Draw.C", "int x;\n"));
        assertEquals("C++", language("A.C", "int x;\n"));
    }

    @Test
    void a_whole_name_that_languages_share_is_told_by_its_content() {
        assertEquals("INI", language("hosts", "[web]\nhost1 user=x\n"));
        assertEquals("Hosts File", language("hosts", "127.0.0.1 localhost\n"));
        assertEquals("YAML", language(".eslintrc", "# own\nroot: true\n"));
        assertEquals("JSON with Comments", language(".eslintrc", "{ // own\n  \"root\": true }\n"));
        assertEquals("JSON", language(".releaserc", "{\n  \"branches\": []\n}\n"));
        assertEquals("YAML", language(".releaserc", "{\n  name: 'x'\n}\n"));
    }

    @Test
    void an_included_file_is_in_the_language_of_those_who_include_it() {
        assertEquals("Perl", language("t/own.inc", "# shared\nuse strict;\nmy ($x, $y);\nis($x, 1, 'own');\n"));
        assertEquals("C", language("own.inc", "/* use:\nuse strict;\n*/\n#include \"own.h\"\nstatic int x;\n"));
        assertEquals("Verilog", language("own.inc", "  initial begin\n    $display(\"x\");\n  end\n"));
        assertEquals("Verilog", language("own.inc", "\n`include \"part.inc\"\n"));
        assertEquals("reStructuredText", language("own.inc", ".. |br| raw:: html\n\n   <br>\n"));
        assertEquals(
                "Fortran",
                language("own.inc", "#ifdef OWN\nsubroutine a(b)\n#endif\n implicit none\n x = info%dx * 2\nend\n"));
    }

    @Test
    void input_of_a_generator_with_the_ending_of_definitions_is_no_c() {
        assertEquals("Text", language("own.def", "#JACOBIAN SPARSE_ROW\n#DOUBLE ON\n#INTFILE own\n"));
        assertEquals("Text", language("own.def", "own_input -name {Own} -program a.x {\n  list (a, b)\n  f(x),\n}\n"));
        assertEquals("Text", language("own.def", "# Copyright (C) nobody\n0x20 x\nf(x)\n"));
        assertEquals("Text", language("own.def", "#name : own ; end\n# --\nown ${1:name};\n"));
        assertEquals("Tcl", language("own.def", "# own\nuse cc cc-shared\noptions {\n  a\n}\n"));
        assertEquals("C", language("own.def", "#include \"base.def\"\nDEF(A, 1)\n"));
    }

    @Test
    void columns_of_numbers_are_no_code() {
        assertEquals("Text", language("bands.re", "# k\n  -0.06  0.00\n  0.06  1.5E-3\n"));
        assertEquals("Text", language("decay.p", " 1.0 2.0\n 2.0 3.0\n"));
    }

    @Test
    void a_map_of_fonts_or_plain_prose_is_no_contract() {
        assertEquals("PostScript", language("fonts.sol", "% own\n/Own-Font\t(/lib/own.pfa)\t;\n"));
        assertEquals("Text", language("times.sol", "cycles: 12 of 14, faster\n"));
        assertEquals("Solidity", language("a.sol", "contract A {\n}\n"));
    }

    @Test
    void settings_that_are_programs_are_in_the_language_that_runs_them() {
        assertEquals("Python", language("farm.cfg", "# own\nfrom own import Steps\nStep = Steps()\n"));
        assertEquals("Tcl", language("board.cfg", "if { [info exists CHIP] } {\n set A $CHIP\n}\n"));
        assertEquals("INI", language("own.cfg", "[own]\nfrom = here\nimport = no\n"));
    }

    @Test
    void a_catalogue_of_messages_is_text() {
        assertEquals("Text", language("own-de.msg", "$ own\n$set 1\n1 Fehler: message %s\n"));
        assertEquals("OMNeT++ MSG", language("own.msg", "packet Own {\n  int x;\n}\n"));
    }

    @Test
    void a_rocq_file_without_a_proof_is_rocq() {
        assertEquals(
                "Rocq Prover",
                language("own.v", "Set Primitive Projections.\n\nRecord own := Own {\n  a : Type\n}.\n"));
        assertEquals("Rocq Prover", language("own.v", "Reserved Notation \"{[ x ]}\" (at level 0).\n"));
        assertEquals("V", language("own.v", "module main\n\nfn main() {\n  x := 1\n}\n"));
    }

    @Test
    void a_shared_ending_of_hardware_models_and_shaders_is_no_scala_or_scheme() {
        assertEquals("C++", language("own.sc", "#include <systemc.h>\n\nSC_MODULE(own)\n{\n};\n"));
        assertEquals("C++", language("own.sch", "#ifndef OWN\nSC_MODULE(own)\n{\n};\n#endif\n"));
        assertEquals("GLSL", language("vs_own.sc", "$input a_position\n\n#include <own.sh>\nvoid main()\n{\n}\n"));
        assertEquals("GLSL", language("own.sh", "/* own */\nvec3 own(vec3 a)\n{\n  return a;\n}\n"));
        assertEquals("Shell", language("own.sh", "# uniform x;\nfloat () {\n  echo 1\n}\n"));
        assertEquals("Scala", language("own.sc", "object Own {\n  def x = 1\n}\n"));
    }

    @Test
    void a_makefile_named_after_its_compiler_is_a_makefile() {
        assertEquals("Makefile", language("makefile.icc", "CC=icc\n\nown.o: own.c\n\t$(CC) -c own.c\n"));
        assertEquals("Makefile", language("makefile.xc", "CC = xc\nown.o: own.c\n"));
        assertEquals("C++", language("own.icc", "template <class T>\nint A<T>::f() {\n  return 0;\n}\n"));
    }

    @Test
    void the_ending_of_a_machine_is_left_to_c_if_no_word_of_xc_stands_there() {
        assertEquals("C", language("conf.xc", "/* own */\n#define HAVE_X\n#undef HAVE_Y\n"));
        assertEquals("XC", language("own.xc", "#include <xs1.h>\nvoid f(chanend c) {\n  c <: 1;\n}\n"));
    }

    @Test
    void commands_of_other_systems_are_told_by_their_first_signs() {
        assertEquals("REXX", language("own.cmd", "/* own */\nparse arg a\n"));
        assertEquals("Shell", language("own.cmd", "#!/bin/sh\necho 1\n"));
        assertEquals("Batchfile", language("own.cmd", "@echo off\ncall own\n"));
        assertEquals("Text", language("virtual.own.com", "# a server\nserver own {\n}\n"));
        assertEquals("DIGITAL Command Language", language("own.com", "$ set noverify\n$ exit\n"));
    }

    @Test
    void documents_of_a_text_formatter_are_markup_whatever_their_letter() {
        assertEquals("Roff", language("USD.doc/own.g", ".\\\"\town\n.SH\nOwn\n"));
        assertEquals("Roff", language("PSD.doc/own.b", ".\\\"\town\n.SH\nOwn\n"));
        assertEquals("Roff", language("USD.doc/own.t", ".\\\"\town\n.SH\nOwn\n"));
        assertEquals("Text", language("notes/own.w", "A note.\n\n\tMOVM.DB [R0]\n"));
    }

    @Test
    void a_model_and_a_picture_are_no_business_program() {
        assertEquals("Promela", language("lock.p", "bit own;\n\nactive proctype A()\n{\n  own = 1\n}\n"));
        assertEquals("C", language("eye.p", "#define eye_width 8\nstatic uchar eye_bits[] = {\n  0xff,\n};\n"));
    }

    @Test
    void tables_and_maps_that_programs_make_are_told_by_their_content() {
        assertEquals("C", language("own.tab", "/* own */\n#define OWN_EOF 0\nstatic const int own[] = { 1 };\n"));
        assertEquals("JSON", language("own.css.map", "{\"version\":3,\"sources\":[]}\n"));
        assertEquals("Version Script", language("own.map", "OWN_1 {\n  global: own_*;\n  local: *;\n};\n"));
        assertEquals("Text", language("own.map", "# numbers\n\n1 || 1 || own\n"));
        assertEquals("Text", language("own.ver", "1.2.3\n"));
        assertEquals("C", language("own.h.cmake", "#ifndef OWN\n#cmakedefine OWN\n#endif\n"));
        assertEquals("Text", language("own.res", "string: \"aaa...\n"));
        assertEquals("Text", language("exports.def", "_own_a\n_own_b\n_own_c\n"));
        assertEquals("C", language("own.def", "OWN(a, 1)\nOWN(b, 2)\n"));
        assertEquals("Protocol Buffer Text Format", language("own.pb", "file {\n  name: \"own.proto\"\n}\n"));
        assertEquals("Text", language("own/next.pb.txt", "file {\n  name: \"own.proto\"\n}\n"));
        assertEquals("PureBasic", language("own.pb", "; own\nProcedure Own(a)\n  Debug a\nEndProcedure\n"));
        assertEquals("Go Module", language("own.mod", "module example.org/own\n\ngo 1.22\n"));
        assertEquals("Text", language("own.g", "%language=ANSI-C\n%enum\n%%\nall\nany\n"));
        assertEquals("G-code", language("own.g", "N10 G21\nG1 X1.5 Y-2\n"));
        assertEquals("Text", language("own.il", "attribute \\src \"own.v\"\nmodule \\own\nend\n"));
        assertEquals("Text", language("own.spec", "# own\n{\n\t\"field_a\" : 1,\n\t\"field_b\"[8] : 2,\n}\n"));
        assertEquals("RPM Spec", language("own.spec", "Name: own\nVersion: 1\n"));
        assertEquals("reStructuredText", language("links.inc", ".. own links\n.. _own: https://example.org/\n"));
        assertEquals("INI", language("own.clw", "; CLW file of a wizard\n\n[General Info]\nVersion=1\n"));
        assertEquals("Clarion", language("own.clw", "  PROGRAM\n  MAP\n  END\n  CODE\n"));
        assertEquals("Modula-2", language("own.mod", "MODULE Own;\nEND Own.\n"));
        assertEquals("XML", language("own.tpl", "<?xml version=\"1.0\"?>\n<a>{{x}}</a>\n"));
    }
}
