package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;
import org.memcensus.model.Safety;

class AdviserTest extends AdviceCase {
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
    void the_largest_part_of_a_component_is_told_of_what_does_its_work() {
        CodeModule pack = module("dir:pack", core("squeeze/pack.c", 400, calls(9)), core("squeeze/squeeze.h", 50));
        CodeModule unpack = module("dir:unpack", core("squeeze/unpack.c", 350));
        CodeModule rest = module("dir:rest", core("squeeze/rest.c", 300));
        Adviser adviser = new Adviser(CATALOGUE, List.of(pack, unpack, rest));
        assertEquals(List.of("squeeze-rs", "squeezed"), projects(adviser.counterparts(pack)));
        assertEquals(List.of("squeeze-rs"), projects(adviser.counterparts(unpack)));
    }

    @Test
    void its_header_may_lie_in_the_folder_of_its_interface() {
        CodeModule code =
                module("dir:common", core("squeeze/common/pack.c", 500, calls(9)), core("squeeze/common/x.c", 900));
        CodeModule header = module("dir:api", core("squeeze/api/squeeze.h", 50));
        assertEquals(
                2,
                new Adviser(CATALOGUE, List.of(code, header)).counterparts(code).size());
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
    void a_header_of_the_same_name_beside_who_includes_it_is_not_the_component() {
        FileFacts own = new FileFacts(List.of(calls(9)), List.of(new FileFacts.Include("squeeze.h", false)), List.of());
        CountedFile user = file("lib/a.c", Role.CORE, Safety.UNSAFE, 100, own);
        CodeModule alone = module("dir:lib", user);
        CodeModule beside = module("dir:lib", user, core("lib/squeeze.h", 9));
        assertEquals(List.of("squeeze-rs"), projects(new Adviser(CATALOGUE, List.of(alone)).advise(alone)));
        assertEquals(List.of(), new Adviser(CATALOGUE, List.of(beside)).advise(beside));
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
    void tests_and_safe_code_get_no_advice() {
        CountedFile test = file("pack.c", Role.TEST, Safety.UNSAFE, 500, calls(9));
        assertEquals(List.of(), advise(new CodeModule("t", "t", ModuleKind.DIRECTORY, "", Role.TEST, List.of(test))));
        assertEquals(List.of(), advise(module("s", file("pack.rs", Role.CORE, Safety.SAFE, 500, calls(9)))));
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
}
