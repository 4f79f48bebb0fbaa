package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;

/** What is advised to code that calls a component. */
class AdviceForUsersTest extends AdviceCase {
    @Test
    void a_header_that_renames_functions_is_no_user_of_them() {
        CodeModule renames = module("dir:compat", including("compat/sqz-compat.h", "squeeze.h", calls(9)));
        CodeModule calls = module("dir:app", including("app/main.c", "squeeze.h", calls(9)));
        Adviser adviser = new Adviser(CATALOGUE, List.of(renames, calls));
        assertEquals(List.of(), adviser.advise(renames));
        assertEquals(List.of("squeeze-rs"), projects(adviser.advise(calls)));
    }

    @Test
    void what_one_back_end_needs_the_others_beside_it_need_too() {
        Replacement first = using(new Replacement.Use(List.of(), List.of("SQZ_RAW"), List.of(), List.of()));
        var marks = new Replacement.Fingerprint(List.of("z.c"), List.of("zip"), List.of("zip.h"), List.of("zip_"));
        Replacement second =
                new Replacement("zip", "k", marks, "zip-rs", "Rust", "MIT", "u", "abi", "yes", "", "m", "s");
        Adviser adviser = new Adviser(List.of(first, second), List.of());
        Fact raw = new Fact("refused.component.squeeze p", 9, 1);
        CountedFile zips = including("b.c", "zip.h", new Fact("component.zip", 7, 9));
        assertEquals(
                List.of("p", "zip-rs"),
                projects(adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9)), zips))));
        assertEquals(List.of(), adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9), raw), zips)));
    }

    @Test
    void what_one_replacement_of_a_component_has_not_another_may_have() {
        Replacement strict = using(new Replacement.Use(List.of(), List.of("SQZ_RAW"), List.of(), List.of()), "c-api");
        Adviser adviser = new Adviser(List.of(strict, SQUEEZE), List.of());
        Fact raw = new Fact("refused.component.squeeze p", 9, 1);
        assertEquals(
                List.of("squeeze-rs"),
                projects(adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9), raw)))));
        assertEquals(
                List.of("squeeze-rs", "p"),
                projects(adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9))))));
    }

    @Test
    void what_lies_beside_a_component_is_no_user_of_it() {
        CodeModule component = module("family:pack", copy("lib"));
        CodeModule beside = module("family:sqz", including("lib/frame.c", "squeeze.h", calls(9)));
        CodeModule user = module("dir:app", including("app/frame.c", "squeeze.h", calls(9)));
        Adviser adviser = new Adviser(CATALOGUE, List.of(component, beside, user));
        assertEquals(List.of(), adviser.advise(beside));
        assertEquals(List.of("squeeze-rs"), projects(adviser.advise(user)));
    }

    @Test
    void what_changes_calls_is_not_named_where_there_are_too_many() {
        Replacement other = entry("squeeze", "press-rs", "c-api");
        Adviser adviser = new Adviser(List.of(SQUEEZE, other), List.of());
        CodeModule few = module("dir:", including("a.c", "squeeze.h", calls(99)));
        CodeModule many = module("dir:", including("a.c", "squeeze.h", calls(100)));
        assertEquals(List.of("squeeze-rs", "press-rs"), projects(adviser.advise(few)));
        assertEquals(List.of("squeeze-rs"), projects(adviser.advise(many)));
        assertEquals(List.of(), new Adviser(List.of(other), List.of()).advise(many), "nothing to link either");
    }

    @Test
    void a_library_without_a_c_api_is_for_a_project_that_holds_its_language() {
        CodeModule module = module("dir:", copy("squeeze"));
        CodeModule rust = module("dir:rs", rust(Role.CORE, 200));
        assertEquals(List.of("squeeze-rs"), projects(new Adviser(CATALOGUE, List.of(module)).advise(module)));
        assertEquals(
                List.of("squeeze-rs", "squeezed"),
                projects(new Adviser(CATALOGUE, List.of(module, rust)).advise(module)));
        CodeModule little = module("dir:rs", rust(Role.CORE, 199), rust(Role.TEST, 900));
        assertEquals(List.of("squeeze-rs"), projects(new Adviser(CATALOGUE, List.of(module, little)).advise(module)));
    }

    @Test
    void what_is_linked_stands_before_what_needs_a_layer_though_it_is_young() {
        Replacement young = new Replacement(
                "squeeze",
                "k",
                SQUEEZE.fingerprint(),
                "young-rs",
                "Rust",
                "MIT",
                "u",
                "abi",
                "yes",
                "",
                "m",
                "s",
                Replacement.Use.ANY,
                true,
                List.of(),
                null,
                List.of());
        CodeModule module = module("dir:", copy("squeeze"));
        Adviser adviser = new Adviser(List.of(SQUEEZE_CRATE, young), List.of(module));
        assertEquals(List.of("young-rs", "squeezed"), projects(adviser.counterparts(module)));
    }

    @Test
    void a_part_of_a_c_api_is_for_a_project_that_can_call_the_rest_without_one() {
        Replacement part = new Replacement(
                "squeeze", "k", SQUEEZE.fingerprint(), "p", "Rust", "MIT", "u", "c-api", "partial", "", "m", "s");
        CodeModule module = module("dir:", copy("squeeze"));
        CodeModule rust = module("dir:rs", rust(Role.CORE, 200));
        assertEquals(List.of(), new Adviser(List.of(part), List.of(module)).advise(module));
        assertEquals(List.of("p"), projects(new Adviser(List.of(part), List.of(module, rust)).advise(module)));
    }

    @Test
    void a_program_is_a_counterpart_of_its_rival_and_no_advice() {
        List<Replacement> catalogue = List.of(entry("squeeze", "squeezer", "process"));
        CodeModule own = module("dir:", copy("squeeze"));
        Adviser adviser = new Adviser(catalogue, List.of(own));
        assertEquals(List.of("squeezer"), projects(adviser.counterparts(own)));
        assertEquals(List.of(), adviser.advise(own));
        assertEquals(
                "squeezer (Rust) does this work, in place of the whole program.",
                adviser.rival(own, adviser.counterparts(own)));
        CodeModule bought = new CodeModule("x", "x", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("squeeze")));
        assertEquals(List.of("squeezer"), projects(new Adviser(catalogue, List.of(bought)).advise(bought)));
    }

    @Test
    void of_the_parts_of_a_program_the_largest_is_told_what_does_its_work() {
        List<Replacement> catalogue = List.of(entry("squeeze", "squeezer", "process"));
        CodeModule pack = module("dir:pack", core("sq/pack.c", 500, calls(9)), core("sq/squeeze.h", 50));
        CodeModule unpack = module("dir:unpack", core("sq/unpack.c", 490, calls(3)));
        CodeModule table = module("dir:table", core("sq/sqz_table.c", 480, calls(3)));
        Adviser adviser = new Adviser(catalogue, List.of(pack, unpack, table));
        assertEquals(List.of("squeezer"), projects(adviser.counterparts(pack)));
        assertEquals(List.of(), adviser.counterparts(unpack));
        assertEquals(List.of(), adviser.counterparts(table));
    }

    @Test
    void a_replacement_is_not_named_to_who_calls_what_it_has_not() {
        Replacement lacking = using(new Replacement.Use(List.of(), List.of(), List.of(), List.of("sqz_dance")));
        Replacement other = entry("squeeze", "squeeze-rs", "abi");
        Adviser adviser = new Adviser(List.of(lacking, other), List.of());
        Fact dances = new Fact("lacking.component.squeeze p", 9, 1);
        assertEquals(
                List.of("p", "squeeze-rs"),
                projects(adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9))))));
        assertEquals(
                List.of("squeeze-rs"),
                projects(adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9), dances)))));
        List<Rule> patterns = Adviser.patterns(List.of(lacking));
        assertEquals("lacking.component.squeeze p", patterns.get(1).id());
        assertEquals(List.of("sqz_dance"), patterns.get(1).match().calls());
    }

    @Test
    void a_user_calls_what_the_replacement_takes_over_and_names_nothing_that_it_has_not() {
        var use = new Replacement.Use(List.of("sqz_unpack"), List.of("SQZ_RAW"), List.of(), List.of());
        Replacement entry = using(use);
        Fact unpacks = new Fact("asked.component.squeeze", 7, 4);
        Fact raw = new Fact("refused.component.squeeze p", 9, 1);
        assertEquals(List.of(Advice.Fit.USES), fits(entry, including("a.c", "squeeze.h", calls(9), unpacks)));
        assertEquals(List.of(), fits(entry, including("a.c", "squeeze.h", calls(9))));
        assertEquals(List.of(), fits(entry, including("a.c", "squeeze.h", calls(9), unpacks, raw)));
        List<Rule> patterns = Adviser.patterns(List.of(entry));
        assertEquals(
                List.of("component.squeeze", "asked.component.squeeze", "refused.component.squeeze p"),
                patterns.stream().map(Rule::id).toList());
        assertEquals(List.of("sqz_unpack*"), patterns.get(1).match().calls());
        assertEquals(List.of("SQZ_RAW*"), patterns.get(2).match().names());
    }

    @Test
    void what_other_modules_call_on_what_one_makes_does_not_stay_behind_it() {
        Replacement entry = using(
                new Replacement.Use(List.of(), List.of(), List.of(), List.of(), List.of("sqz_new"), List.of()),
                "c-api");
        Fact makes = new Fact("making.component.squeeze", 7, 1);
        CodeModule maker = module("dir:a", including("a/a.c", "squeeze.h", calls(9), makes));
        CodeModule quiet = module("dir:b", core("b/b.c", 100));
        CodeModule caller = module("dir:c", including("c/c.c", "squeeze.h", calls(1)));
        assertEquals(
                1,
                new Adviser(List.of(entry), List.of(maker, quiet)).advise(maker).size());
        assertEquals(List.of(), new Adviser(List.of(entry), List.of(maker, caller)).advise(maker));
    }

    @Test
    void what_a_shared_header_shows_does_not_stay_behind_who_makes_it() {
        var use = new Replacement.Use(
                List.of(), List.of(), List.of(), List.of(), List.of("sqz_new"), List.of("SQZ_HANDLE"));
        Replacement entry = using(use, "c-api");
        Fact makes = new Fact("making.component.squeeze", 7, 1);
        Fact handle = new Fact("handles.component.squeeze", 3, 1);
        CodeModule maker = module("dir:a", both("a/a.c", "shared.h", calls(9), makes));
        CodeModule other = module("dir:c", both("c/c.c", "shared.h", calls(9), makes));
        CodeModule apart = module("dir:d", including("d/d.c", "squeeze.h", calls(9), makes));
        CodeModule shows = module("dir:include", core("include/shared.h", 9, handle));
        CodeModule plain = module("dir:include", core("include/shared.h", 9));
        assertEquals(List.of(), new Adviser(List.of(entry), List.of(maker, other, shows)).advise(maker));
        assertEquals(
                1,
                new Adviser(List.of(entry), List.of(maker, other, plain))
                        .advise(maker)
                        .size());
        assertEquals(
                1,
                new Adviser(List.of(entry), List.of(maker, apart, shows))
                        .advise(maker)
                        .size());
    }

    @Test
    void another_library_is_no_advice_to_the_component_that_a_project_is_about() {
        Replacement rival = entry("squeeze", "press-rs", "c-api");
        CodeModule library = module("dir:squeeze", copy("squeeze"));
        CodeModule rest = module("dir:app", core("app/main.c", 40_000));
        Adviser adviser = new Adviser(List.of(rival), List.of(library));
        assertEquals(List.of(), adviser.advise(library));
        assertEquals(
                "press-rs (Rust) does this work, as another library beside this project's own.",
                adviser.rival(library, adviser.counterparts(library)));
        assertEquals(
                List.of("press-rs"), projects(new Adviser(List.of(rival), List.of(library, rest)).advise(library)));
    }

    @Test
    void a_caller_is_told_what_it_can_swap_without_leaving_its_language() {
        List<Advice> advice = advise(module("dir:", including("http.c", "squeeze.h", calls(4))));
        assertEquals(List.of("squeeze-rs"), projects(advice));
        assertEquals(Advice.Fit.USES, advice.get(0).fit());
        assertEquals(7, advice.get(0).line());
        assertTrue(advice.get(0).reason().contains("4 times"), advice.get(0).reason());
    }

    @Test
    void calls_without_the_header_or_the_header_without_calls_say_nothing() {
        assertEquals(List.of(), advise(module("dir:", core("http.c", 500, calls(4)))));
        assertEquals(List.of(), advise(module("dir:", including("http.c", "squeeze.h"))));
        assertEquals(List.of(), advise(module("dir:", including("http.c", "squeeze.h", calls(1)))));
    }

    @Test
    void a_replacement_is_not_named_where_a_header_says_that_it_does_not_fit() {
        Replacement entry = using(new Replacement.Use(List.of(), List.of(), List.of("quick/*"), List.of()));
        CodeModule plain = module("dir:a", including("a.c", "squeeze.h", calls(9)));
        CodeModule quick = module("dir:b", including("b.c", "squeeze.h", calls(9)), including("c.c", "quick/quick.h"));
        Adviser adviser = new Adviser(List.of(entry), List.of(plain, quick));
        assertEquals(1, adviser.advise(plain).size());
        assertEquals(List.of(), adviser.advise(quick));
    }
}
