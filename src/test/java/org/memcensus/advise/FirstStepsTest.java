package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileFacts;
import org.memcensus.model.FileReader;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Opportunity;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.SampleFiles;
import org.memcensus.model.Score;
import org.memcensus.model.Story;
import org.memcensus.model.Ties;
import org.memcensus.tables.AdviceTable;

class FirstStepsTest {
    private static final String BODY = "{\n" + "  work();\n".repeat(20) + "}\n";

    private static final String CODE = "/* none: parse_packet( */\n"
            + "static int parse_reply_header(struct s *s,\n    int n)\n"
            + BODY
            + "int parse_reply_body(struct s *s);\n"
            + "void parse_config_header(void)\n"
            + BODY
            + "int\nread_frame(int fd) {\n"
            + "  work();\n".repeat(20)
            + "}\n"
            + "int read_clock(int fd)\n"
            + BODY
            + "int decode_short(int fd)\n{\n}\n";

    private static @Nullable FirstStep step(Map<String, String> tree, Role role, List<Advice> advice) {
        return step(tree, role, advice, List.of());
    }

    private static @Nullable FirstStep step(
            Map<String, String> tree, Role role, List<Advice> advice, List<Evidence> evidence) {
        return step(tree, role, advice, evidence, 0);
    }

    private static @Nullable FirstStep step(
            Map<String, String> tree, Role role, List<Advice> advice, List<Evidence> evidence, int usedFunctions) {
        List<CountedFile> files = tree.keySet().stream()
                .filter(path -> path.endsWith(".c"))
                .sorted()
                .map(path -> SampleFiles.file(path, role, SampleFiles.C, 900, FileFacts.NONE))
                .toList();
        CodeModule module = new CodeModule("dir:lib", "lib", ModuleKind.DIRECTORY, "lib", role, files)
                .with(new Ties(null, List.of(), Ties.Offer.NONE, List.of(), 0, 0, usedFunctions, null, null));
        ModuleCensus census =
                new ModuleCensus(module, 1, Score.NONE, evidence, Map.of(Criterion.R2, Answer.YES), advice);
        List<String> paths = tree.keySet().stream().sorted().toList();
        FileReader reader = path -> {
            String text = tree.get(path);
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        };
        FirstSteps steps = new FirstSteps(AdviceTable.read(), files, AdvisedTree.of(paths, reader));
        return steps.advise(List.of(census)).get(0).opportunity().step();
    }

    private static FirstStep present(Map<String, String> tree, Role role, List<Advice> advice) {
        return Objects.requireNonNull(step(tree, role, advice));
    }

    private static Replacement entry(String swap, boolean trial) {
        var marks = new Replacement.Fingerprint(List.of(), List.of("squeeze"), List.of(), List.of());
        return new Replacement(
                "squeeze",
                "k",
                marks,
                "squeeze-rs",
                "Rust",
                "MIT",
                "u",
                swap,
                "yes",
                "a library",
                "in use",
                "s",
                Replacement.Use.ANY,
                trial,
                List.of("WITH_SQUEEZE_RS"),
                null,
                List.of(new Story("someone ships it", "https://x")));
    }

    private static Advice is(String swap) {
        return new Advice(entry(swap, false), Advice.Fit.IS, "r", "lib/a.c", 0);
    }

    @Test
    void a_twin_is_shown_by_the_function_that_does_its_work() {
        Advice twin = new Advice(entry("c-api", false), Advice.Fit.TWIN, "decodes itself", "lib/a.c", 7);
        String code = "#define DECODE(x) x\nint decode_frame(int n)\n" + BODY;
        FirstStep step = present(Map.of("lib/a.c", code), Role.CORE, List.of(twin));
        assertEquals(List.of(new FirstStep.Place("decode_frame()", "lib/a.c", 2, 23)), step.places());
        FirstStep unknown = present(Map.of("lib/a.c", "#define DECODE(x) x\n"), Role.CORE, List.of(twin));
        assertEquals(List.of(new FirstStep.Place("decodes itself", "lib/a.c", 7, 0)), unknown.places());
    }

    @Test
    void a_component_with_a_licence_of_its_own_is_a_copy() {
        String copy = "Link squeeze-rs (Rust) in place of this copy of squeeze, and run the tests.";
        Map<String, String> both = Map.of("lib/a.c", CODE, "LICENSE", "", "lib/LICENSE.md", "");
        assertEquals(copy, present(both, Role.CORE, List.of(is("abi"))).text());
        Map<String, String> own = Map.of("lib/a.c", CODE, "LICENSE", "");
        assertTrue(present(own, Role.CORE, List.of(is("abi"))).text().startsWith("Run this project's tests"));
    }

    @Test
    void without_a_catalogue_entry_the_functions_that_take_data_apart_are_named() {
        FirstStep step = present(Map.of("lib/a.c", CODE), Role.CORE, List.of());
        assertTrue(step.text().startsWith("No catalogue entry fits."));
        assertEquals(
                List.of("parse_reply_header() 2", "read_frame() 51"),
                step.places().stream()
                        .map(place -> place.what() + " " + place.line())
                        .toList());
    }

    @Test
    void what_does_the_same_work_is_named_though_it_cannot_be_put_in_its_place() {
        CountedFile file = SampleFiles.file("lib/a.c", Role.CORE, SampleFiles.C, 900, FileFacts.NONE);
        CodeModule module = new CodeModule("dir:lib", "lib", ModuleKind.DIRECTORY, "lib", Role.CORE, List.of(file));
        String rival = "squeeze-rs (Rust) does this work, without a C API.";
        ModuleCensus census = new ModuleCensus(
                        module, 1, Score.NONE, List.of(), Map.of(Criterion.R2, Answer.YES), List.of())
                .with(new Opportunity(List.of(), List.of(), rival, null, List.of()));
        FirstStep step = only(file, census, CODE);
        assertTrue(step.text().startsWith(rival + " Candidates for a rewrite"), step.text());
        FirstStep bare = only(file, census, "int x;\n");
        assertEquals(rival, bare.text());
        assertEquals(List.of(), bare.places());
    }

    private static FirstStep only(CountedFile file, ModuleCensus census, String code) {
        FileReader reader = path -> code.getBytes(StandardCharsets.UTF_8);
        FirstSteps steps =
                new FirstSteps(AdviceTable.read(), List.of(file), AdvisedTree.of(List.of(file.path()), reader));
        return Objects.requireNonNull(
                steps.advise(List.of(census)).get(0).opportunity().step());
    }

    @Test
    void a_module_that_has_no_such_function_gets_no_advice() {
        assertNull(step(Map.of("lib/a.c", "int main(void)\n" + BODY), Role.CORE, List.of()));
        assertNull(step(Map.of("lib/getopt.c", CODE), Role.CORE, List.of()));
    }

    @Test
    void functions_that_are_a_hundredth_of_their_module_are_no_beginning() {
        String small = "int parse_reply_header(int n)\n{\n" + "  work();\n".repeat(15) + "}\n";

        assertNotNull(step(Map.of("lib/a.c", small), Role.CORE, List.of()));
        assertNull(step(Map.of("lib/a.c", small, "lib/b.c", "", "lib/c.c", ""), Role.CORE, List.of()));
    }

    @Test
    void what_only_parses_the_language_of_the_program_itself_is_no_beginning() {
        Evidence inward = new Evidence("parse.words", Criterion.R3, 1, "lib/a.c", 1, 3);
        Evidence outside = new Evidence("net.socket", Criterion.R2, 1, "lib/a.c", 1, 3);

        assertNull(step(Map.of("lib/a.c", CODE), Role.CORE, List.of(), List.of(inward)));
        assertNotNull(step(Map.of("lib/a.c", CODE), Role.CORE, List.of(), List.of(inward, outside)));
    }

    @Test
    void a_build_option_is_named_with_its_place() {
        Map<String, String> tree = Map.of("lib/a.c", CODE, "CMakeLists.txt", "project(x)\noption(WITH_SQUEEZE_RS)\n");
        FirstStep step = present(tree, Role.CORE, List.of(is("build-option")));
        assertTrue(step.text().contains("by the build option WITH_SQUEEZE_RS"));
        assertEquals("CMakeLists.txt", step.places().get(0).path());
        assertEquals(2, step.places().get(0).line());
        assertEquals("someone ships it", step.precedents().get(0).text());
    }

    @Test
    void a_copy_is_linked_away_and_the_project_itself_is_tested() {
        FirstStep copy = present(Map.of("lib/a.c", CODE), Role.VENDORED, List.of(is("abi")));
        assertTrue(copy.text().startsWith("Link squeeze-rs (Rust) in place of this copy of squeeze"));
        FirstStep own = present(Map.of("lib/a.c", CODE), Role.CORE, List.of(is("abi")));
        assertTrue(own.text().startsWith("Run this project's tests against squeeze-rs (Rust)"));
        Map<String, String> tree = Map.of("lib/a.c", CODE, "lib/NEWS", "", "lib/COPYING", "", "COPYING", "");
        FirstStep release = present(tree, Role.CORE, List.of(is("abi")));
        assertTrue(
                release.text().startsWith("Link squeeze-rs (Rust) in place of this copy of squeeze"), release.text());
    }

    @Test
    void a_component_that_is_a_small_part_of_its_project_is_a_copy() {
        List<CountedFile> files = List.of(SampleFiles.file("lib/a.c", Role.CORE, SampleFiles.C, 900, FileFacts.NONE));
        List<CountedFile> most = List.of(SampleFiles.file("app/b.c", Role.CORE, SampleFiles.C, 40_000, FileFacts.NONE));
        ModuleCensus part = census("dir:lib", files, List.of(is("abi")));
        ModuleCensus rest = census("dir:app", most, List.of());
        FirstSteps steps =
                new FirstSteps(AdviceTable.read(), files, AdvisedTree.of(List.of("app/b.c", "lib/a.c"), path -> null));
        FirstStep step = Objects.requireNonNull(
                steps.advise(List.of(part, rest)).get(0).opportunity().step());
        assertTrue(step.text().startsWith("Link squeeze-rs (Rust) in place of this copy of squeeze"), step.text());
        FirstStep alone = Objects.requireNonNull(
                steps.advise(List.of(part)).get(0).opportunity().step());
        assertTrue(alone.text().startsWith("Run this project's tests against"), alone.text());
    }

    private static ModuleCensus census(String id, List<CountedFile> files, List<Advice> advice) {
        CodeModule module = new CodeModule(id, id, ModuleKind.DIRECTORY, "", Role.CORE, files);
        return new ModuleCensus(module, 1, Score.NONE, List.of(), Map.of(Criterion.R2, Answer.YES), advice);
    }

    @Test
    void what_is_too_young_is_to_be_tried() {
        Advice young = new Advice(entry("abi", true), Advice.Fit.USES, "r", "lib/a.c", 3);
        FirstStep step = present(Map.of("lib/a.c", CODE), Role.CORE, List.of(young));
        assertTrue(step.text().startsWith("Try squeeze-rs"));
    }

    @Test
    void a_library_without_a_c_api_is_put_behind_the_interface_that_is_there() {
        FirstStep step = present(Map.of("lib/a.c", CODE), Role.CORE, List.of(is("language-only")));
        assertTrue(step.text().contains("a layer of C functions around it"), step.text());
        assertEquals("parse_reply_header()", step.places().get(0).what());
    }

    @Test
    void what_is_named_after_a_component_gets_another_beside_it() {
        Replacement entry = entry("c-api", false);
        FirstStep ends = present(
                Map.of("lib/a.c", CODE),
                Role.CORE,
                List.of(new Advice(entry, Advice.Fit.USES, "r", "lib/open-Squeeze.c", 3)));
        assertTrue(ends.text().startsWith("Write a back end on squeeze-rs (Rust) beside open-Squeeze.c"), ends.text());
        FirstStep plain = present(
                Map.of("lib/a.c", CODE), Role.CORE, List.of(new Advice(entry, Advice.Fit.USES, "r", "lib/a.c", 3)));
        assertTrue(plain.text().startsWith("Put squeeze-rs (Rust) behind the calls"), plain.text());
    }

    @Test
    void platforms_that_rust_does_not_reach_are_kept_in_mind() {
        FirstStep step = present(Map.of("lib/a.c", CODE, "packages/vms/build.com", ""), Role.CORE, List.of(is("abi")));
        assertTrue(last(step).endsWith("VMS, where Rust does not build: keep the C code for these, behind a switch."));
        Advice linked = new Advice(entry("abi", false), Advice.Fit.USES, "r", "lib/a.c", 3);
        FirstStep below = present(Map.of("lib/a.c", CODE, "packages/vms/build.com", ""), Role.CORE, List.of(linked));
        assertTrue(last(below).endsWith("link squeeze itself for these."), last(below));
        FirstStep machines = present(
                Map.of("lib/a.c", CODE, "contrib/vms/Vagrantfile", "", "contrib/vms/setup.sh", ""),
                Role.CORE,
                List.of(is("abi")));
        assertFalse(
                machines.mind().toString().contains("VMS"),
                () -> machines.mind().toString());
    }

    @Test
    void a_copy_whose_own_build_offers_the_replacement_is_built_with_it() {
        FirstStep copy = present(Map.of("lib/a.c", CODE), Role.VENDORED, List.of(is("build-option")));
        assertTrue(copy.text().startsWith("Build this copy of squeeze with squeeze-rs (Rust)"), copy.text());
    }

    @Test
    void the_interface_is_kept_in_mind_where_it_could_change() {
        Map<String, String> tree = Map.of("lib/a.c", CODE);
        assertEquals(
                "Other modules call one function of this module by name: it must stay as it is declared.",
                last(step(tree, Role.CORE, List.of(), List.of(), 1)));
        assertEquals(
                "Other modules call 7 functions of this module by name: they must stay as they are declared.",
                last(step(tree, Role.CORE, List.of(is("c-api")), List.of(), 7)));
        Evidence installed = new Evidence("o1.installed-headers", Criterion.O1, 1, "lib/a.h", 0, 2);
        Evidence outside = new Evidence("net.socket", Criterion.R2, 1, "lib/a.c", 1, 3);
        assertEquals(
                "2 headers of this module are installed: what they declare must stay as it is.",
                last(step(tree, Role.CORE, List.of(), List.of(installed, outside), 7)));
        Advice linked = new Advice(entry("abi", false), Advice.Fit.USES, "r", "lib/a.c", 3);
        assertEquals("Licence of squeeze-rs: MIT.", last(step(tree, Role.CORE, List.of(linked), List.of(), 7)));
    }

    private static String last(@Nullable FirstStep step) {
        List<String> mind = Objects.requireNonNull(step).mind();
        return mind.get(mind.size() - 1);
    }
}
