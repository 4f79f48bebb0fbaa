package org.memcensus.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.NameSet;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;

class RulesTest {
    private static final Rule SOCKET = rule("net.socket", Criterion.R2, 20, 5, List.of());
    private static final Rule NAMED = rule("net.named", Criterion.R2, 8, 1, List.of("ftp"));
    private static final Rule SHARE = rule(Rules.UNSAFE_SHARE, Criterion.R4, 8, 1, List.of());
    private static final Rule AMOUNT = rule(Rules.UNSAFE_AMOUNT, Criterion.R4, 7, 10000, List.of());
    private static final Rule ABI = rule("o2.abi", Criterion.O2, 20, 1, List.of());

    private final Rules rules = new Rules(List.of(SOCKET, NAMED, SHARE, AMOUNT, ABI));

    @Test
    void points_grow_with_hits_and_end_at_the_rules_own() {
        assertEquals(8, points(module(file("a.c", 100, fact(2, 7)))));
        assertEquals(20, points(module(file("a.c", 100, fact(5, 7)))));
        assertEquals(20, points(module(file("a.c", 100, fact(500, 7)))));
    }

    @Test
    void the_place_is_the_file_with_most_hits_and_the_count_is_that_of_all() {
        Evidence evidence = socket(module(file("a.c", 100, fact(2, 7)), file("b.c", 100, fact(3, 9))));
        assertEquals("b.c", evidence.path());
        assertEquals(9, evidence.line());
        assertEquals(5, evidence.count());
    }

    @Test
    void a_large_module_needs_more_hits_than_a_small_one() {
        assertEquals(5, points(module(file("a.c", 20_000, fact(5, 1)))));
    }

    @Test
    void a_few_stray_calls_are_no_evidence_and_answer_no() {
        CodeModule module = module(file("a.c", 3_000, fact(1, 1)), file("b.c", 5_000));
        List<Evidence> evidence = rules.ask(module, List.of());
        assertTrue(evidence.stream().noneMatch(item -> item.criterion() == Criterion.R2));
        assertEquals(Answer.NO, rules.answer(module, evidence).get(Criterion.R2));
    }

    @Test
    void declarations_in_c_headers_weigh_a_quarter() {
        assertEquals(5, points(module(file("a.h", 100, fact(5, 1)))));
    }

    @Test
    void what_stands_above_the_calls_of_c_in_others_go_declares_as_a_header_does() {
        assertEquals(5, points(module(file("a.go", Role.VENDORED, "Go", Safety.UNSAFE, 100, fact(5, 1)))));
    }

    @Test
    void tests_examples_docs_tooling_and_generated_files_give_nothing() {
        for (Role role : List.of(Role.TEST, Role.EXAMPLE, Role.DOCS, Role.TOOLING, Role.GENERATED)) {
            CountedFile file = file("ftp.c", role, "C", Safety.UNSAFE, 100, fact(9, 1));
            CodeModule module = new CodeModule("m", "m", ModuleKind.DIRECTORY, "", role, List.of(file));
            assertEquals(List.of(), rules.ask(module, List.of()), role.label());
            assertEquals(Answer.NOT_ASSESSED, rules.answer(module, List.of()).get(Criterion.R2), role.label());
        }
    }

    @Test
    void vendored_code_gives_evidence_as_the_projects_own_does() {
        CountedFile file = file("a.c", Role.VENDORED, "C", Safety.UNSAFE, 100, fact(5, 1));
        assertEquals(20, points(new CodeModule("m", "m", ModuleKind.VENDORED, "", Role.VENDORED, List.of(file))));
    }

    @Test
    void tests_and_examples_of_vendored_code_give_nothing() {
        for (String path : List.of("deps/ftp/test/a.c", "deps/ftp/examples/a.c", "deps/ftp/test.c", "deps/ftp/t/a.c")) {
            CountedFile file = file(path, Role.VENDORED, "C", Safety.UNSAFE, 100, fact(5, 1));
            CodeModule module = new CodeModule("m", "m", ModuleKind.VENDORED, "", Role.VENDORED, List.of(file));
            assertEquals(List.of(), rules.ask(module, List.of()), path);
        }
        CountedFile named = file("deps/docs.c", Role.VENDORED, "C", Safety.UNSAFE, 100, fact(5, 1));
        assertEquals(20, points(new CodeModule("m", "m", ModuleKind.VENDORED, "", Role.VENDORED, List.of(named))));
    }

    @Test
    void further_evidence_of_a_criterion_counts_half_of_what_it_would_alone() {
        List<Evidence> evidence = rules.ask(module(file("ftp.c", 100, fact(5, 1))), List.of());
        assertEquals(20, points(evidence, "net.socket"));
        assertEquals(4, points(evidence, "net.named"));
    }

    @Test
    void the_place_is_a_source_rather_than_a_header_that_declares() {
        assertEquals(
                "a.c",
                socket(module(file("a.h", 100, fact(6, 1)), file("a.c", 100, fact(3, 1))))
                        .path());
    }

    @Test
    void a_small_module_does_not_hold_much() {
        assertEquals(0, points(rules.ask(module(file("a.c", 900)), List.of()), Rules.UNSAFE_AMOUNT));
        assertEquals(3.5, points(rules.ask(module(file("a.c", 3_162)), List.of()), Rules.UNSAFE_AMOUNT), 0.01);
    }

    @Test
    void code_in_a_safe_language_is_not_asked_about_boundaries_and_is_not_unsafe() {
        CodeModule module = module(file("a.rs", Role.CORE, "Rust", Safety.SAFE, 100, fact(5, 1)));
        assertEquals(List.of(), rules.ask(module, List.of()));
        assertEquals(Answer.NOT_ASSESSED, rules.answer(module, List.of()).get(Criterion.R2));
        assertEquals(Answer.NO, rules.answer(module, List.of()).get(Criterion.R4));
    }

    @Test
    void a_name_is_evidence_without_a_line() {
        Evidence named = rules.ask(module(file("lib/ftp.c", 100)), List.of()).stream()
                .filter(item -> item.rule().equals("net.named"))
                .findFirst()
                .orElseThrow();
        assertEquals(8, named.points());
        assertEquals(0, named.line());
        assertEquals("lib/ftp.c", named.path());
    }

    @Test
    void share_and_amount_of_unsafe_code_are_counted() {
        CodeModule half = module(file("a.c", 9_999), file("b.rs", Role.CORE, "Rust", Safety.SAFE, 9_999, new Fact[0]));
        List<Evidence> evidence = rules.ask(half, List.of());
        assertEquals(4, points(evidence, Rules.UNSAFE_SHARE), 1e-9);
        assertEquals(7, points(evidence, Rules.UNSAFE_AMOUNT), 0.01);
    }

    @Test
    void a_replacement_for_the_module_counts_and_one_for_what_it_uses_does_not() {
        CodeModule module = module(file("inflate.c", 100));
        Advice is = new Advice(replacement("abi"), Advice.Fit.IS, "is it", "inflate.c", 0);
        Advice uses = new Advice(replacement("abi"), Advice.Fit.USES, "uses it", "inflate.c", 3);
        assertEquals(20, points(rules.ask(module, List.of(is, is, uses)), "o2.abi"));
        assertEquals(0, points(rules.ask(module, List.of(uses)), "o2.abi"));
    }

    @Test
    void answers_follow_the_evidence_and_unasked_criteria_say_so() {
        CodeModule module = module(file("a.c", 100, fact(5, 1)));
        var answers = rules.answer(module, rules.ask(module, List.of()));
        assertEquals(Answer.YES, answers.get(Criterion.R2));
        assertEquals(Answer.YES, answers.get(Criterion.R4));
        assertEquals(Answer.NO, answers.get(Criterion.O2));
        assertEquals(Answer.NOT_ASSESSED, answers.get(Criterion.O3));
    }

    @Test
    void a_parser_on_the_boundary_is_as_sure_as_the_weaker_of_both_signs() {
        Rule parser = rule("parse.words", Criterion.R3, 8, 10, List.of());
        Rule joined = rule(Rules.BOUNDARY_PARSER, Criterion.R3, 20, 1, List.of());
        Rules asked = new Rules(List.of(SOCKET, parser, joined));
        Fact parses = new Fact("parse.words", 3, 9);
        CodeModule both = module(file("a.c", 100, fact(3, 7), parses));
        assertEquals(16, points(asked.ask(both, List.of()), Rules.BOUNDARY_PARSER));
        CodeModule weak = module(file("a.c", 100, fact(2, 7), parses));
        assertEquals(0, points(asked.ask(weak, List.of()), Rules.BOUNDARY_PARSER));
        CodeModule one = module(file("a.c", 100, parses));
        assertEquals(0, points(asked.ask(one, List.of()), Rules.BOUNDARY_PARSER));
    }

    @Test
    void what_a_fuzz_target_includes_is_fuzzed_and_what_that_includes_is_near() {
        CodeModule url = named("url", including("lib/url.h"), including("lib/url.c", "text.h"));
        CodeModule text = named("text", including("lib/text.h"), including("lib/text.c"));
        CodeModule other = named("other", including("lib/other.c", "text.h"));
        CodeModule tests = new CodeModule(
                "t",
                "t",
                ModuleKind.DIRECTORY,
                "tests/fuzz",
                Role.TEST,
                List.of(
                        withIncludes("tests/fuzz/fuzz_url.c", Role.TEST, "../lib/url.h", "stdint.h"),
                        withIncludes("tests/unit/text.c", Role.TEST, "other.h")));
        Rule target = rule(Rules.FUZZ_TARGET, Criterion.R3, 12, 1, List.of());
        Rule near = rule(Rules.FUZZ_NEAR, Criterion.R3, 5, 1, List.of());
        Rules asked = new Rules(List.of(target, near), List.of(url, text, other, tests));
        Evidence found = asked.ask(url, List.of()).get(0);
        assertEquals(Rules.FUZZ_TARGET, found.rule());
        assertEquals("tests/fuzz/fuzz_url.c", found.path());
        assertEquals(12, found.points());
        assertEquals(Rules.FUZZ_NEAR, asked.ask(text, List.of()).get(0).rule());
        assertEquals(List.of(), asked.ask(other, List.of()));
    }

    @Test
    void what_fuzz_targets_share_hands_nothing_of_the_fuzzer_on() {
        CodeModule log = named("log", including("lib/log.h"), including("lib/log.c"));
        CodeModule tests = new CodeModule(
                "t",
                "t",
                ModuleKind.DIRECTORY,
                "fuzz",
                Role.TEST,
                List.of(
                        withIncludes("fuzz/fuzz.h", Role.TEST, "../lib/log.h"),
                        withIncludes("fuzz/fuzzing_common.c", Role.TEST, "../lib/log.h")));
        Rule target = rule(Rules.FUZZ_TARGET, Criterion.R3, 12, 1, List.of());
        assertEquals(List.of(), new Rules(List.of(target), List.of(log, tests)).ask(log, List.of()));
    }

    @Test
    void a_program_named_as_the_library_does_not_stand_behind_its_header() {
        CodeModule library = named("library", including("include/lib/pix.h"), including("src/read.c"));
        CountedFile program = including("app/pix.c", "lib/pix.h");
        CodeModule main = named("main", defining(program, "main"));
        CodeModule part = named("part", defining(program, "pix_open"));
        Rule target = rule(Rules.FUZZ_TARGET, Criterion.R3, 12, 1, List.of());
        CodeModule tests = new CodeModule(
                "t",
                "t",
                ModuleKind.DIRECTORY,
                "fuzz",
                Role.TEST,
                List.of(withIncludes("fuzz/fuzz_read.c", Role.TEST, "lib/pix.h")));
        assertEquals(List.of(), new Rules(List.of(target), List.of(library, main, tests)).ask(main, List.of()));
        assertEquals(
                1,
                new Rules(List.of(target), List.of(library, part, tests))
                        .ask(part, List.of())
                        .size());
    }

    private static CountedFile defining(CountedFile file, String function) {
        return calling(file, List.of(NameSet.hash(function)), List.of());
    }

    @Test
    void what_a_file_for_the_command_line_parses_comes_from_its_user() {
        Rule.Unless unless = new Rule.Unless(List.of(), List.of(), List.of(), List.of("getopt"), false, List.of());
        Rule parser = new Rule(
                "parse.words",
                Criterion.R3,
                "q",
                "s",
                "w",
                "https://example.org/",
                8,
                10,
                new Rule.Match(List.of(), List.of(), List.of(), List.of(), List.of(), unless),
                List.of(),
                List.of());
        Rules asked = new Rules(List.of(parser));
        Fact parses = new Fact("parse.words", 3, 20);
        assertEquals(8, points(asked.ask(module(file("a/getter.c", 100, parses)), List.of()), "parse.words"));
        assertEquals(0, points(asked.ask(module(file("a/tool_getopt.c", 100, parses)), List.of()), "parse.words"));
        assertEquals(8, points(asked.ask(module(file("getopt/a.c", 100, parses)), List.of()), "parse.words"));
    }

    private static final Rule PARSES = rule("parse.words", Criterion.R3, 8, 10, List.of());

    private static final Rule HANDED_ON = rule(Rules.HANDED_ON, Criterion.R3, 10, 1, List.of());

    private static CountedFile with(CountedFile file, Fact... facts) {
        return with(file, new FileFacts(List.of(facts), file.facts().includes(), List.of()));
    }

    private static CountedFile with(CountedFile file, FileFacts facts) {
        return new CountedFile(
                file.path(), file.language(), file.safety(), file.role(), file.bytes(), file.counts(), facts);
    }

    @Test
    void a_parser_whose_header_the_boundary_includes_parses_for_it() {
        Fact parses = new Fact("parse.words", 3, 20);
        Fact talks = new Fact("net.socket", 7, 5);
        CodeModule conn = named("conn", with(including("lib/conn.c", "url.h"), talks));
        CodeModule quiet = named("quiet", including("lib/quiet.c", "text.h"));
        CodeModule url = named("url", including("lib/url.h"), with(including("lib/url.c"), parses));
        CodeModule text = named("text", including("lib/text.h"), with(including("lib/text.c"), parses));
        Rules asked = new Rules(List.of(SOCKET, PARSES, HANDED_ON), List.of(conn, quiet, url, text));
        Evidence found = asked.ask(url, List.of()).get(0);
        assertEquals(Rules.HANDED_ON, found.rule());
        assertEquals("lib/conn.c", found.path());
        assertEquals(10, found.points());
        assertEquals(0, points(asked.ask(text, List.of()), Rules.HANDED_ON));
    }

    @Test
    void a_parser_whose_function_the_boundary_calls_parses_for_it() {
        Fact parses = new Fact("parse.words", 3, 20);
        Fact talks = new Fact("net.socket", 7, 5);
        CodeModule conn = named("conn", calling(with(including("lib/conn.c"), talks), List.of(), List.of(1, 2)));
        CodeModule quiet = named("quiet", calling(including("lib/quiet.c"), List.of(), List.of(3)));
        CodeModule url = named("url", calling(with(including("lib/url.c"), parses), List.of(1), List.of()));
        CodeModule twin = named("twin", calling(with(including("lib/twin.c"), parses), List.of(2), List.of()));
        CodeModule other = named("other", calling(with(including("lib/other.c"), parses), List.of(2, 3), List.of()));
        Rules asked = new Rules(List.of(SOCKET, PARSES, HANDED_ON), List.of(conn, quiet, url, twin, other));
        assertEquals(10, points(asked.ask(url, List.of()), Rules.HANDED_ON));
        assertEquals("lib/conn.c", asked.ask(url, List.of()).get(0).path());
        assertEquals(
                0, points(asked.ask(twin, List.of()), Rules.HANDED_ON), "two modules have a function of that name");
        assertEquals(0, points(asked.ask(other, List.of()), Rules.HANDED_ON));
    }

    private static CountedFile calling(CountedFile file, List<Integer> defined, List<Integer> called) {
        FileFacts facts = file.facts();
        return with(
                file,
                new FileFacts(
                        facts.facts(),
                        facts.includes(),
                        facts.risk(),
                        new FileFacts.Functions(names(defined), names(called))));
    }

    private static NameSet names(List<Integer> numbers) {
        return NameSet.of(numbers.stream().mapToInt(each -> each).toArray(), numbers.size());
    }

    @Test
    void a_header_that_all_the_boundary_includes_says_nothing_of_what_is_handed_on() {
        List<CodeModule> modules = new ArrayList<>();
        CodeModule base =
                named("base", including("lib/base.h"), with(including("lib/base.c"), new Fact("parse.words", 3, 20)));
        modules.add(base);
        IntStream.range(0, 6)
                .forEach(i -> modules.add(
                        named("m" + i, with(including("lib/m" + i + ".c", "base.h"), new Fact("net.socket", 7, 5)))));
        Rules asked = new Rules(List.of(SOCKET, PARSES, HANDED_ON), modules);
        assertEquals(0, points(asked.ask(base, List.of()), Rules.HANDED_ON));
    }

    @Test
    void a_header_that_everything_includes_leads_nowhere() {
        List<CodeModule> modules = new ArrayList<>();
        modules.add(named("base", including("lib/base.h"), including("lib/base.c")));
        IntStream.range(0, 12).forEach(i -> modules.add(named("m" + i, including("lib/m" + i + ".c", "base.h"))));
        modules.add(new CodeModule(
                "t",
                "t",
                ModuleKind.DIRECTORY,
                "fuzz",
                Role.TEST,
                List.of(withIncludes("fuzz/fuzz_m.c", Role.TEST, "base.h"))));
        Rules asked = new Rules(List.of(rule(Rules.FUZZ_TARGET, Criterion.R3, 12, 1, List.of())), modules);
        assertEquals(List.of(), asked.ask(modules.get(0), List.of()));
    }

    private static CodeModule named(String id, CountedFile... files) {
        return new CodeModule(id, id, ModuleKind.FAMILY, "lib", Role.CORE, List.of(files));
    }

    private static CountedFile including(String path, String... headers) {
        return withIncludes(path, Role.CORE, headers);
    }

    private static CountedFile withIncludes(String path, Role role, String... headers) {
        CountedFile file = file(path, role, "C", Safety.UNSAFE, 100);
        List<FileFacts.Include> includes = Stream.of(headers)
                .map(header -> new FileFacts.Include(header, false))
                .toList();
        return with(file, new FileFacts(List.of(), includes, file.facts().risk()));
    }

    private double points(CodeModule module) {
        return socket(module).points();
    }

    private Evidence socket(CodeModule module) {
        return rules.ask(module, List.of()).stream()
                .filter(item -> item.rule().equals("net.socket"))
                .findFirst()
                .orElseThrow();
    }

    private static double points(List<Evidence> evidence, String rule) {
        return evidence.stream()
                .filter(item -> item.rule().equals(rule))
                .mapToDouble(Evidence::points)
                .sum();
    }

    private static Fact fact(int count, int line) {
        return new Fact("net.socket", line, count);
    }

    private static Rule rule(String id, Criterion criterion, int points, int enough, List<String> paths) {
        Rule.Match match = new Rule.Match(List.of(), List.of(), List.of(), List.of(), paths);
        return new Rule(id, criterion, "?", "", "", "", points, enough, match, List.of(), List.of());
    }

    private static Replacement replacement(String swap) {
        var marks = new Replacement.Fingerprint(List.of(), List.of(), List.of(), List.of());
        return new Replacement("c", "k", marks, "p", "Rust", "MIT", "u", swap, "yes", "", "m", "s");
    }

    private static CodeModule module(CountedFile... files) {
        return new CodeModule("m", "m", ModuleKind.DIRECTORY, "", Role.CORE, List.of(files));
    }

    private static CountedFile file(String path, long lines, Fact... facts) {
        return file(path, Role.CORE, "C", Safety.UNSAFE, lines, facts);
    }

    private static CountedFile file(String path, Role role, String name, Safety safety, long lines, Fact... facts) {
        List<Integer> risk = IntStream.range(0, 12).mapToObj(i -> 0).toList();
        return SampleFiles.file(
                path, role, SampleFiles.language(name, safety), lines, new FileFacts(List.of(facts), List.of(), risk));
    }
}
