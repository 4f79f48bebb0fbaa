package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;

class AdviserTest {
    private static final Replacement SQUEEZE = entry("squeeze", "squeeze-rs", "abi");
    private static final Replacement SQUEEZE_CRATE = entry("squeeze", "squeezed", "language-only");
    private static final List<Replacement> CATALOGUE = List.of(SQUEEZE_CRATE, SQUEEZE);

    @Test
    void a_component_is_recognised_by_its_files_its_header_and_its_functions() {
        CodeModule module = module("dir:", core("pack.c", 500, calls(9)), core("unpack.c", 300), core("squeeze.h", 50));
        List<Advice> advice = advise(module);
        assertEquals(List.of("squeeze-rs", "squeezed"), projects(advice));
        assertEquals(Advice.Fit.IS, advice.get(0).fit());
        assertEquals("pack.c", advice.get(0).path());
        assertEquals(0, advice.get(0).line());
    }

    @Test
    void its_header_may_lie_in_a_module_of_its_own() {
        CodeModule code = module("family:pack", core("lib/src/pack.c", 500, calls(9)), core("lib/src/unpack.c", 300));
        CodeModule header = module("dir:include", core("lib/include/squeeze.h", 50));
        assertEquals(
                2,
                new Adviser(CATALOGUE, List.of(code, header)).counterparts(code).size());
    }

    @Test
    void a_part_of_a_flat_component_is_recognised_by_the_whole() {
        CodeModule pack = module("family:pack", core("pack.c", 500));
        CodeModule unpack = module("family:unpack", core("unpack.c", 300, calls(9)));
        CodeModule other = module("family:main", core("main.c", 300), core("squeeze.h", 50));
        Adviser adviser = new Adviser(CATALOGUE, List.of(pack, unpack, other));
        assertEquals(2, adviser.counterparts(pack).size());
        assertEquals(
                List.of("squeeze-rs"),
                projects(adviser.counterparts(unpack)),
                "the smaller part has no such interface");
        assertEquals(List.of(), adviser.advise(other));
    }

    @Test
    void a_copy_is_whole_though_there_are_others_of_it() {
        CodeModule first = module("dir:a", copy("a/squeeze"));
        CodeModule second = module("dir:b", copy("b/squeeze"));
        CodeModule third = module("dir:c", copy("c/squeeze"));
        Adviser adviser = new Adviser(CATALOGUE, List.of(first, second, third));
        assertEquals(List.of("squeeze-rs", "squeezed"), projects(adviser.counterparts(second)));
    }

    private static CountedFile[] copy(String directory) {
        return new CountedFile[] {
            core(directory + "/pack.c", 500, calls(9)),
            core(directory + "/unpack.c", 300),
            core(directory + "/squeeze.h", 50)
        };
    }

    @Test
    void a_program_in_the_directory_of_a_component_is_not_its_library() {
        CodeModule library = module("dir:squeeze", copy("squeeze"));
        CodeModule program = module("make:squeeze/main", core("squeeze/main.c", 400));
        Adviser adviser = new Adviser(CATALOGUE, List.of(library, program));
        assertEquals(List.of("squeeze-rs", "squeezed"), projects(adviser.counterparts(library)));
        assertEquals(List.of(), adviser.counterparts(program));
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
    void a_header_that_renames_functions_is_no_user_of_them() {
        CodeModule renames = module("dir:compat", including("compat/sqz-compat.h", "squeeze.h", calls(9)));
        CodeModule calls = module("dir:app", including("app/main.c", "squeeze.h", calls(9)));
        Adviser adviser = new Adviser(CATALOGUE, List.of(renames, calls));
        assertEquals(List.of(), adviser.advise(renames));
        assertEquals(List.of("squeeze-rs"), projects(adviser.advise(calls)));
    }

    @Test
    void a_program_of_the_component_itself_is_not_told_to_call_another() {
        Replacement changing = entry("squeeze", "press-rs", "c-api");
        CodeModule library = module("dir:lib", copy("lib"));
        CodeModule program = module("dir:cli", including("cli/main.c", "squeeze.h", calls(9)));
        CodeModule bought =
                new CodeModule("vendored:lib", "lib", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("lib")));
        List<Replacement> both = List.of(SQUEEZE, changing);
        assertEquals(List.of("squeeze-rs"), projects(new Adviser(both, List.of(library, program)).advise(program)));
        assertEquals(
                List.of("squeeze-rs", "press-rs"),
                projects(new Adviser(both, List.of(bought, program)).advise(program)));
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

    private static Replacement shelved(String name) {
        var marks = new Replacement.Fingerprint(List.of(name + ".c"), List.of(name), List.of(name + ".h"), List.of());
        return new Replacement(name, "shelf", marks, name, "Rust", "MIT", "u", "abi", "yes", "", "m", "s");
    }

    private static CountedFile[] shelved(String directory, String name) {
        return new CountedFile[] {core(directory + "/" + name + ".c", 500), core(directory + "/" + name + ".h", 50)};
    }

    @Test
    void what_one_back_end_needs_the_others_beside_it_need_too() {
        Replacement first = using(new Replacement.Use(List.of(), List.of("SQZ_RAW"), List.of(), List.of()));
        var marks = new Replacement.Fingerprint(List.of("z.c"), List.of("zip"), List.of("zip.h"), List.of("zip_"));
        Replacement second =
                new Replacement("zip", "k", marks, "zip-rs", "Rust", "MIT", "u", "abi", "yes", "", "m", "s");
        Adviser adviser = new Adviser(List.of(first, second), List.of());
        Fact raw = new Fact("refused.component.squeeze", 9, 1);
        CountedFile zips = including("b.c", "zip.h", new Fact("component.zip", 7, 9));
        assertEquals(
                List.of("p", "zip-rs"),
                projects(adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9)), zips))));
        assertEquals(List.of(), adviser.advise(module("dir:", including("a.c", "squeeze.h", calls(9), raw), zips)));
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

    private static Replacement twin(Replacement.Twin twin) {
        var marks = new Replacement.Fingerprint(List.of(), List.of(), List.of(), List.of());
        return new Replacement(
                "own X",
                "k",
                marks,
                "p",
                "Rust",
                "MIT",
                "u",
                "c-api",
                "no",
                "",
                "m",
                "s",
                Replacement.Use.ANY,
                false,
                List.of(),
                twin,
                List.of());
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

    private static CountedFile rust(Role role, long lines) {
        return file("rs/" + role + ".rs", "Rust", role, Safety.SAFE, lines, FileFacts.NONE);
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
    void the_switch_of_a_component_is_no_advice_to_who_holds_a_copy() {
        List<Replacement> catalogue = List.of(entry("squeeze", "squeeze-rs", "build-option"));
        CodeModule own = module("dir:", copy("squeeze"));
        assertEquals(List.of("squeeze-rs"), projects(new Adviser(catalogue, List.of(own)).advise(own)));
        CodeModule bought = new CodeModule("x", "x", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("squeeze")));
        assertEquals(List.of(), new Adviser(catalogue, List.of(bought)).advise(bought));
    }

    @Test
    void a_program_is_a_counterpart_of_its_rival_and_no_advice() {
        List<Replacement> catalogue = List.of(entry("squeeze", "squeezer", "process"));
        CodeModule own = module("dir:", copy("squeeze"));
        Adviser adviser = new Adviser(catalogue, List.of(own));
        assertEquals(List.of("squeezer"), projects(adviser.counterparts(own)));
        assertEquals(List.of(), adviser.advise(own));
        CodeModule bought = new CodeModule("x", "x", ModuleKind.DIRECTORY, "", Role.VENDORED, List.of(copy("squeeze")));
        assertEquals(List.of("squeezer"), projects(new Adviser(catalogue, List.of(bought)).advise(bought)));
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
    void a_header_of_the_same_name_beside_who_includes_it_is_not_the_component() {
        FileFacts own = new FileFacts(List.of(calls(9)), List.of(new FileFacts.Include("squeeze.h", false)), List.of());
        CountedFile user = file("lib/a.c", Role.CORE, Safety.UNSAFE, 100, own);
        CodeModule alone = module("dir:lib", user);
        CodeModule beside = module("dir:lib", user, core("lib/squeeze.h", 9));
        assertEquals(List.of("squeeze-rs"), projects(new Adviser(CATALOGUE, List.of(alone)).advise(alone)));
        assertEquals(List.of(), new Adviser(CATALOGUE, List.of(beside)).advise(beside));
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
    void a_user_calls_what_the_replacement_takes_over_and_names_nothing_that_it_has_not() {
        var use = new Replacement.Use(List.of("sqz_unpack"), List.of("SQZ_RAW"), List.of(), List.of());
        Replacement entry = using(use);
        Fact unpacks = new Fact("asked.component.squeeze", 7, 4);
        Fact raw = new Fact("refused.component.squeeze", 9, 1);
        assertEquals(List.of(Advice.Fit.USES), fits(entry, including("a.c", "squeeze.h", calls(9), unpacks)));
        assertEquals(List.of(), fits(entry, including("a.c", "squeeze.h", calls(9))));
        assertEquals(List.of(), fits(entry, including("a.c", "squeeze.h", calls(9), unpacks, raw)));
        List<Rule> patterns = Adviser.patterns(List.of(entry));
        assertEquals(
                List.of("component.squeeze", "asked.component.squeeze", "refused.component.squeeze"),
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

    private static CountedFile both(String path, String own, Fact... facts) {
        List<FileFacts.Include> includes =
                List.of(new FileFacts.Include("squeeze.h", true), new FileFacts.Include(own, false));
        FileFacts found = new FileFacts(List.of(facts), includes, List.of());
        return file(path, Role.CORE, Safety.UNSAFE, 100, found);
    }

    @Test
    void a_copy_that_offers_more_than_what_would_be_linked_stays() {
        Replacement entry = using(new Replacement.Use(List.of(), List.of("SQZ_FAST"), List.of(), List.of()));
        Fact more = new Fact("refused.component.squeeze", 9, 1);
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
        Fact raw = new Fact("refused.component.squeeze", 9, 1);
        CodeModule needing = module("dir:app", including("app/a.c", "squeeze.h", calls(9), raw));
        assertEquals(List.of("p"), projects(new Adviser(List.of(entry), List.of(bought, plain)).advise(bought)));
        assertEquals(List.of(), new Adviser(List.of(entry), List.of(bought, needing)).advise(bought));
    }

    @Test
    void a_header_that_the_build_makes_is_told_by_its_template() {
        CodeModule library = module("dir:lib", core("lib/pack.c", 500, calls(9)), core("lib/unpack.c", 300));
        CodeModule template = module("dir:lib/includes", core("lib/includes/squeeze.h.in", 50));
        assertEquals(
                2,
                new Adviser(CATALOGUE, List.of(library, template))
                        .counterparts(library)
                        .size());
        assertEquals(List.of(), new Adviser(CATALOGUE, List.of(library)).counterparts(library));
    }

    @Test
    void another_library_is_no_advice_to_the_component_that_a_project_is_about() {
        Replacement rival = entry("squeeze", "press-rs", "c-api");
        CodeModule library = module("dir:squeeze", copy("squeeze"));
        CodeModule rest = module("dir:app", core("app/main.c", 40_000));
        assertEquals(List.of(), new Adviser(List.of(rival), List.of(library)).advise(library));
        assertEquals(
                List.of("press-rs"), projects(new Adviser(List.of(rival), List.of(library, rest)).advise(library)));
    }

    private static Replacement using(Replacement.Use use) {
        return using(use, "abi");
    }

    private static Replacement using(Replacement.Use use, String swap) {
        return new Replacement(
                "squeeze",
                "k",
                SQUEEZE.fingerprint(),
                "p",
                "Rust",
                "MIT",
                "u",
                swap,
                "yes",
                "",
                "m",
                "s",
                use,
                false,
                List.of(),
                null,
                List.of());
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
    void borrowed_file_names_alone_are_no_component() {
        assertEquals(
                List.of(), advise(module("dir:", core("pack.c", 500, calls(9)), core("unpack.c", 300))), "no header");
        assertEquals(
                List.of(),
                advise(module("dir:", core("pack.c", 500), core("unpack.c", 300), core("squeeze.h", 50))),
                "no functions");
        assertEquals(
                List.of(),
                advise(module("dir:", core("pack.c", 500, calls(9)), core("squeeze.h", 50))),
                "one file in a directory of another name");
        assertEquals(
                List.of(),
                advise(module(
                        "dir:", core("a/pack.c", 500, calls(9)), core("a/unpack.c", 300), core("b/squeeze.h", 50))),
                "the header of something else");
    }

    @Test
    void a_module_that_is_mostly_something_else_is_not_the_component() {
        CodeModule module = module(
                "dir:",
                core("pack.c", 500, calls(9)),
                core("unpack.c", 300),
                core("squeeze.h", 50),
                core("browser.c", 5_000));
        assertEquals(List.of(), advise(module));
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
    void tests_and_safe_code_get_no_advice() {
        CountedFile test = file("pack.c", Role.TEST, Safety.UNSAFE, 500, calls(9));
        assertEquals(List.of(), advise(new CodeModule("t", "t", ModuleKind.DIRECTORY, "", Role.TEST, List.of(test))));
        assertEquals(List.of(), advise(module("s", file("pack.rs", Role.CORE, Safety.SAFE, 500, calls(9)))));
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

    private static List<Advice.Fit> fits(Replacement entry, CountedFile file) {
        CodeModule module = module("dir:lib", file);
        return fits(new Adviser(List.of(entry), List.of(module)).advise(module));
    }

    private static List<Advice.Fit> fits(List<Advice> advice) {
        return advice.stream().map(Advice::fit).toList();
    }

    @Test
    void patterns_hold_the_functions_of_each_component_once() {
        List<Rule> patterns = Adviser.patterns(CATALOGUE);
        assertEquals(1, patterns.size());
        assertEquals("component.squeeze", patterns.get(0).id());
        assertEquals(List.of("sqz_*"), patterns.get(0).match().calls());
    }

    @Test
    void a_name_with_brackets_is_one_function_and_not_all_that_begin_with_it() {
        var use = new Replacement.Use(List.of("sqz()", "sqz_"), List.of(), List.of(), List.of());
        Rule asked = Adviser.patterns(List.of(using(use))).get(1);
        assertEquals(List.of("sqz", "sqz_*"), asked.match().calls());
    }

    private static List<Advice> advise(CodeModule module) {
        return new Adviser(CATALOGUE, List.of(module)).counterparts(module);
    }

    private static List<String> projects(List<Advice> advice) {
        return advice.stream().map(item -> item.replacement().project()).toList();
    }

    private static Replacement entry(String component, String project, String swap) {
        return entry(component, project, swap, "k");
    }

    private static Replacement entry(String component, String project, String swap, String kind) {
        var marks = new Replacement.Fingerprint(
                List.of("pack.c", "unpack.c", "sqz_*.c"), List.of("squeeze"), List.of("squeeze.h"), List.of("sqz_"));
        return new Replacement(component, kind, marks, project, "Rust", "MIT", "u", swap, "yes", "", "m", "s");
    }

    private static Fact calls(int count) {
        return new Fact("component.squeeze", 7, count);
    }

    private static CodeModule module(String id, CountedFile... files) {
        return new CodeModule(id, id, ModuleKind.DIRECTORY, "", Role.CORE, List.of(files));
    }

    private static CountedFile core(String path, long lines, Fact... facts) {
        return file(path, Role.CORE, Safety.UNSAFE, lines, facts);
    }

    private static CountedFile including(String path, String header, Fact... facts) {
        FileFacts found = new FileFacts(List.of(facts), List.of(new FileFacts.Include(header, true)), List.of());
        return file(path, Role.CORE, Safety.UNSAFE, 100, found);
    }

    private static CountedFile file(String path, Role role, Safety safety, long lines, Fact... facts) {
        return file(path, role, safety, lines, new FileFacts(List.of(facts), List.of(), List.of()));
    }

    private static CountedFile file(String path, Role role, Safety safety, long lines, FileFacts facts) {
        return file(path, "C", role, safety, lines, facts);
    }

    private static CountedFile file(String path, String name, Role role, Safety safety, long lines, FileFacts facts) {
        return SampleFiles.file(path, role, SampleFiles.language(name, safety), lines, facts);
    }
}
