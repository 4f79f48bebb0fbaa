package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

/** What is advised to copies of components, and to what does their work by itself. */
class AdviceForCopiesTest extends AdviceCase {
    @Test
    void a_copy_is_whole_though_there_are_others_of_it() {
        CodeModule first = module("dir:a", copy("a/squeeze"));
        CodeModule second = module("dir:b", copy("b/squeeze"));
        CodeModule third = module("dir:c", copy("c/squeeze"));
        Adviser adviser = new Adviser(CATALOGUE, List.of(first, second, third));
        assertEquals(List.of("squeeze-rs", "squeezed"), projects(adviser.counterparts(second)));
    }

    @Test
    void calls_in_a_release_of_another_project_are_not_ours_to_change() {
        Replacement changing = entry("squeeze", "press-rs", "c-api");
        Adviser adviser = new Adviser(List.of(SQUEEZE, changing), List.of());
        CodeModule own = module("dir:http", including("lib/http/a.c", "squeeze.h", calls(9)));
        CodeModule other = module("dir:http-1.2.0", including("lib/http-1.2.0/src/a.c", "squeeze.h", calls(9)));
        assertEquals(List.of("squeeze-rs", "press-rs"), projects(adviser.advise(own)));
        assertEquals(List.of(), adviser.advise(other));
    }

    @Test
    void a_part_of_a_project_is_no_twin_of_what_the_project_is() {
        Replacement own = twin(
                new Replacement.Twin("does X itself", List.of("x.parse"), 3, List.of(), List.of("xml"), List.of()));
        CodeModule part = module("dir:cache", core("cache/xml.c", 500, new Fact("x.parse", 12, 3)));
        CodeModule library = module("dir:lib", copy("lib"));
        CodeModule bought =
                new CodeModule("vendored:lib", "lib", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("lib")));
        List<Replacement> both = List.of(SQUEEZE, own);
        assertEquals(List.of(), new Adviser(both, List.of(part, library)).advise(part));
        assertEquals(List.of("p"), projects(new Adviser(both, List.of(part, bought)).advise(part)));
    }

    @Test
    void calls_in_what_is_vendored_are_not_ours_to_change_but_the_component_is() {
        CodeModule user = new CodeModule(
                "vendored:deps/image",
                "image",
                ModuleKind.DIRECTORY,
                "",
                Role.VENDORED,
                List.of(including("deps/image/read.c", "squeeze.h", calls(9))));
        CodeModule component =
                new CodeModule("x", "x", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("deps/squeeze")));
        Adviser adviser = new Adviser(CATALOGUE, List.of(user, component));
        assertEquals(List.of(), adviser.advise(user));
        assertEquals(List.of("squeeze-rs"), projects(adviser.advise(component)));
    }

    @Test
    void what_lies_among_copies_of_components_is_a_copy_whose_calls_are_not_ours() {
        Replacement changing = entry("squeeze", "press-rs", "c-api");
        Replacement own = twin(
                new Replacement.Twin("does X itself", List.of("x.parse"), 3, List.of(), List.of("xml"), List.of()));
        List<Replacement> catalogue = List.of(SQUEEZE, changing, own, shelved("one"), shelved("two"), shelved("three"));
        CodeModule user = module(
                "dir:ext/reader",
                including("ext/reader/a.c", "squeeze.h", calls(9)),
                core("ext/reader/xml.c", 500, new Fact("x.parse", 12, 3)));
        CodeModule one = module("dir:one", shelved("ext/one", "one"));
        CodeModule two = module("dir:two", shelved("ext/two", "two"));
        CodeModule three = module("dir:three", shelved("ext/three", "three"));
        assertEquals(
                List.of("squeeze-rs", "press-rs", "p"),
                projects(new Adviser(catalogue, List.of(user, one, two)).advise(user)));
        assertEquals(List.of(), new Adviser(catalogue, List.of(user, one, two, three)).advise(user));
    }

    @Test
    void a_twin_in_many_modules_of_one_directory_is_no_work_for_one_of_them() {
        Replacement entry = twin(
                new Replacement.Twin("does X itself", List.of("x.parse"), 3, List.of(), List.of("xml"), List.of()));
        Fact fact = new Fact("x.parse", 12, 3);
        CodeModule first = module("family:a", core("src/xml_a.c", 500, fact));
        CodeModule second = module("family:b", core("src/xml_b.c", 500, fact));
        CodeModule third = module("family:c", core("src/xml_c.c", 500, fact));
        CodeModule elsewhere = module("dir:lib", core("lib/xml_d.c", 500, fact));
        Adviser few = new Adviser(List.of(entry), List.of(first, second, elsewhere));
        assertEquals(List.of(Advice.Fit.TWIN), fits(few.advise(first)));
        Adviser many = new Adviser(List.of(entry), List.of(first, second, third, elsewhere));
        assertEquals(List.of(), many.advise(first));
        assertEquals(List.of(Advice.Fit.TWIN), fits(many.advise(elsewhere)));
    }

    @Test
    void back_ends_with_a_switch_are_not_told_what_to_put_behind_their_calls() {
        var marks = new Replacement.Fingerprint(List.of("ends.c"), List.of("ends"), List.of("ends.h"), List.of("end_"));
        var ends = new Replacement(
                "ends", "packing in X", marks, "squeeze-rs", "Rust", "MIT", "u", "build-option", "yes", "", "m", "s");
        Replacement packing = entry("squeeze", "squeeze-rs", "c-api", "packing");
        Replacement other = entry("squeeze", "squeeze-rs", "c-api", "hashing");
        CodeModule module = module(
                "dir:ends",
                including("ends/ends.c", "squeeze.h", calls(9), new Fact("component.ends", 3, 9)),
                core("ends/ends.h", 50));
        assertEquals(List.of(Advice.Fit.IS), fits(new Adviser(List.of(ends, packing), List.of(module)).advise(module)));
        assertEquals(
                List.of(Advice.Fit.IS, Advice.Fit.USES),
                fits(new Adviser(List.of(ends, other), List.of(module)).advise(module)));
    }

    @Test
    void the_switch_of_a_component_is_no_advice_to_who_holds_a_copy() {
        List<Replacement> catalogue = List.of(entry("squeeze", "squeeze-rs", "build-option"));
        CodeModule own = module("dir:", copy("squeeze"));
        assertEquals(List.of("squeeze-rs"), projects(new Adviser(catalogue, List.of(own)).advise(own)));
        CodeModule bought = new CodeModule("x", "x", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("squeeze")));
        assertEquals(List.of(), new Adviser(catalogue, List.of(bought)).advise(bought));
    }

    @Test
    void a_copy_has_a_header_that_marks_it_where_others_have_some_of_the_same_names() {
        var marks = new Replacement.Fingerprint(
                List.of("pack.c", "unpack.c"),
                List.of("squeeze"),
                List.of("squeeze.h"),
                List.of("sqzconf.h"),
                List.of("sqz_"));
        Replacement entry = new Replacement("squeeze", "k", marks, "p", "Rust", "MIT", "u", "abi", "yes", "", "m", "s");
        CountedFile code = core("pack.c", 500, calls(9));
        CodeModule other = module("dir:", code, core("unpack.c", 300), core("squeeze.h", 50));
        CodeModule copy = module("dir:", code, core("unpack.c", 300), core("squeeze.h", 50), core("sqzconf.h", 5));
        assertEquals(List.of(), new Adviser(List.of(entry), List.of(other)).advise(other));
        assertEquals(List.of("p"), projects(new Adviser(List.of(entry), List.of(copy)).advise(copy)));
    }

    @Test
    void a_copy_that_offers_more_than_what_would_be_linked_stays() {
        Replacement entry = using(new Replacement.Use(List.of(), List.of("SQZ_FAST"), List.of(), List.of()));
        Fact more = new Fact("refused.component.squeeze p", 9, 1);
        CodeModule plain = module("dir:a", copy("a/squeeze"));
        CodeModule changed =
                module("dir:b", core("b/squeeze/pack.c", 500, calls(9), more), core("b/squeeze/squeeze.h", 5));
        Adviser adviser = new Adviser(List.of(entry), List.of(plain, changed));
        assertEquals(List.of("p"), projects(adviser.advise(plain)));
        assertEquals(List.of(), adviser.advise(changed));
    }

    @Test
    void a_copy_whose_callers_need_what_another_library_has_not_stays() {
        Replacement entry = using(new Replacement.Use(List.of(), List.of("SQZ_RAW"), List.of(), List.of()), "c-api");
        CodeModule bought =
                new CodeModule("vendored:s", "s", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("s/squeeze")));
        CodeModule plain = module("dir:app", including("app/a.c", "squeeze.h", calls(9)));
        Fact raw = new Fact("refused.component.squeeze p", 9, 1);
        CodeModule needing = module("dir:app", including("app/a.c", "squeeze.h", calls(9), raw));
        assertEquals(List.of("p"), projects(new Adviser(List.of(entry), List.of(bought, plain)).advise(bought)));
        assertEquals(List.of(), new Adviser(List.of(entry), List.of(bought, needing)).advise(bought));
    }

    @Test
    void a_copy_of_which_the_project_needs_what_another_library_has_not_stays() {
        Replacement entry = using(new Replacement.Use(List.of(), List.of(), List.of(), List.of("sqz_write")), "abi");
        Fact lacking = new Fact("lacking.component.squeeze p", 9, 1);
        CodeModule copy = module("dir:s", copy("s/squeeze"));
        CodeModule plain = module("dir:app", core("app/a.c", 90_000));
        CodeModule needing = module("dir:app", core("app/a.c", 90_000, lacking));
        CountedFile tests = file("test/a.c", Role.TEST, Safety.UNSAFE, 90_000, lacking);
        CodeModule test = new CodeModule("dir:test", "t", ModuleKind.DIRECTORY, "", Role.TEST, List.of(tests));
        assertEquals(List.of("p"), projects(new Adviser(List.of(entry), List.of(copy, plain)).advise(copy)));
        assertEquals(List.of(), new Adviser(List.of(entry), List.of(copy, needing)).advise(copy));
        assertEquals(List.of("p"), projects(new Adviser(List.of(entry), List.of(copy, plain, test)).advise(copy)));
    }

    @Test
    void a_copy_under_its_own_name_is_recognised_with_all_that_is_below_it() {
        CodeModule module = module(
                "vendored:squeeze",
                file("deps/squeeze-1.2/pack.c", Role.VENDORED, Safety.UNSAFE, 100, calls(3)),
                file("deps/squeeze-1.2/arch/x86.c", Role.VENDORED, Safety.UNSAFE, 900),
                file("deps/squeeze-1.2/squeeze.h", Role.VENDORED, Safety.UNSAFE, 50));
        assertEquals(2, advise(module).size());
    }

    @Test
    void a_twin_takes_a_name_and_evidence_in_one_file_and_no_header_of_a_library() {
        Replacement entry = twin(new Replacement.Twin(
                "does X itself", List.of("x.parse"), 3, List.of(), List.of("xml+parse+!v2"), List.of("xpat.h")));
        Fact enough = new Fact("x.parse", 12, 3);
        Fact few = new Fact("x.parse", 12, 2);
        assertEquals(List.of(Advice.Fit.TWIN), fits(entry, core("lib/xml_parse.c", 500, enough)));
        assertEquals(List.of(), fits(entry, core("lib/xml_parse.c", 500, few)));
        assertEquals(List.of(), fits(entry, core("lib/xml_print.c", 500, enough)));
        assertEquals(List.of(), fits(entry, core("lib/xml_v2_parse.c", 500, enough)));
        assertEquals(List.of(), fits(entry, core("lib/xml_parse.c", 50, enough)));
        assertEquals(List.of(), fits(entry, including("lib/xml_parse.c", "xpat.h", enough)));
        Replacement sure = twin(new Replacement.Twin(
                "does X itself", List.of("x.parse"), 3, List.of("x.bytes"), List.of("xml"), List.of()));
        assertEquals(List.of(), fits(sure, core("lib/xml_parse.c", 500, enough)));
        Fact bytes = new Fact("x.bytes", 2, 1);
        assertEquals(List.of(Advice.Fit.TWIN), fits(sure, core("lib/xml_parse.c", 500, enough, bytes)));
    }
}
