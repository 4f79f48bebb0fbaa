package org.memcensus.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileFacts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.NameSet;
import org.memcensus.model.Policy;
import org.memcensus.model.RiskFeature;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;
import org.memcensus.model.Score;

class ScorerTest {
    private static final Policy POLICY = new Policy(
            "p",
            "1",
            Policy.Rulings.OF_TABLE,
            Map.of(Criterion.R2, 60, Criterion.R3, 40),
            new Policy.RiskWeights(
                    Map.of(RiskFeature.MEMORY_COPY, 1.0),
                    List.of(
                            new Policy.PathWeight(List.of("net"), 1, 1),
                            new Policy.PathWeight(List.of("tools"), -1, 1),
                            new Policy.PathWeight(List.of("contrib"), 0, 0.5)),
                    new Policy.Headers(-2, 0.6, 0.3)),
            0.5,
            new Policy.Floor(0.1, 3000),
            Policy.History.NONE);

    private final Scorer scorer = new Scorer(POLICY);

    @Test
    void evidence_adds_up_to_the_criteria_and_never_over_their_caps() {
        ModuleCensus item =
                only(module("a", 500, 5), points(Criterion.R2, 50), points(Criterion.R2, 30), points(Criterion.R3, 7));
        assertEquals(60, item.score().criteria().getOrDefault(Criterion.R2, 0.0), 1e-9);
        assertEquals(7, item.score().criteria().getOrDefault(Criterion.R3, 0.0), 1e-9);
        assertEquals(67, item.score().role(), 1e-9);
        assertEquals(
                item.score().role(),
                item.evidence().stream().mapToDouble(Evidence::points).sum(),
                1e-9);
        assertEquals(37.5, item.evidence().get(0).points(), 1e-9);
    }

    @Test
    void a_criterion_without_points_in_the_policy_weighs_nothing_and_shows_no_evidence() {
        ModuleCensus item = only(module("a", 500, 5), points(Criterion.O2, 20));
        assertEquals(0, item.score().role());
        assertEquals(List.of(), item.evidence());
    }

    @Test
    void risk_is_the_rank_of_the_rate_and_not_of_the_volume() {
        Map<String, ModuleCensus> ranked =
                rank(module("big", 10_000, 100), module("dense", 500, 90), module("none", 500, 0));
        assertEquals(100, risk(ranked, "dense"));
        assertEquals(50, risk(ranked, "big"));
        assertEquals(0, risk(ranked, "none"));
    }

    @Test
    void equal_rates_have_equal_risk_and_a_lone_module_is_in_the_middle() {
        Map<String, ModuleCensus> ranked = rank(module("a", 500, 5), module("b", 500, 5), module("c", 500, 9));
        assertEquals(25, risk(ranked, "a"));
        assertEquals(25, risk(ranked, "b"));
        assertEquals(50, risk(rank(module("a", 500, 5)), "a"));
    }

    @Test
    void words_of_the_path_and_headers_move_the_risk() {
        Map<String, ModuleCensus> ranked =
                rank(module("src", 500, 5), module("net", 500, 5), module("tools", 500, 5), header("inc", 500, 5));
        assertTrue(risk(ranked, "net") > risk(ranked, "src"));
        assertTrue(risk(ranked, "src") > risk(ranked, "tools"));
        assertTrue(risk(ranked, "tools") > risk(ranked, "inc"));
    }

    @Test
    void a_module_aside_keeps_its_numbers_and_loses_priority() {
        Map<String, ModuleCensus> ranked = rank(
                module("src", 500, 5, points(Criterion.R2, 40)), module("contrib", 500, 5, points(Criterion.R2, 40)));
        ModuleCensus aside = Objects.requireNonNull(ranked.get("contrib"));
        ModuleCensus inside = Objects.requireNonNull(ranked.get("src"));
        assertEquals(inside.score().risk(), aside.score().risk());
        assertEquals(inside.score().role(), aside.score().role());
        assertEquals(inside.score().priority() / 2, aside.score().priority(), 1e-9);
    }

    @Test
    void generated_lines_thin_the_risk_out_and_their_constructs_do_not_count() {
        CountedFile table = file("gen/t.c", Role.GENERATED, Safety.UNSAFE, 5_000, 5_000);
        CodeModule mixed = new CodeModule(
                "gen",
                "gen",
                ModuleKind.DIRECTORY,
                "gen",
                Role.CORE,
                List.of(file("gen/a.c", Role.CORE, Safety.UNSAFE, 100, 50), table));
        Map<String, ModuleCensus> ranked = rank(item(mixed), module("pure", 500, 50));
        assertEquals(0, risk(ranked, "gen"));
    }

    @Test
    void the_rates_of_files_are_compared_and_a_module_is_their_mean_by_lines() {
        CodeModule mixed = new CodeModule(
                "mixed",
                "mixed",
                ModuleKind.DIRECTORY,
                "mixed",
                Role.CORE,
                List.of(
                        file("mixed/dense.c", Role.CORE, Safety.UNSAFE, 100, 90),
                        file("mixed/dull.c", Role.CORE, Safety.UNSAFE, 900, 0)));
        // The rate of the whole is above that of even; nine tenths of its lines have none of it.
        Map<String, ModuleCensus> ranked = rank(item(mixed), module("even", 1_000, 80), module("none", 1_000, 0));
        assertEquals(100, risk(ranked, "even"));
        assertEquals(50, risk(ranked, "mixed"));
        assertEquals(0, risk(ranked, "none"));
    }

    @Test
    void a_crumb_does_not_lead_by_its_rate_alone() {
        ModuleCensus crumb = module("crumb", 10, 10);
        List<ModuleCensus> ranked = scorer.rank(List.of(crumb, module("large", 5_000, 400), module("calm", 5_000, 10)));
        assertEquals(
                100,
                ranked.stream()
                        .filter(item -> item.module().id().equals("crumb"))
                        .findFirst()
                        .orElseThrow()
                        .score()
                        .risk());
        assertEquals("large", ranked.get(0).module().id());
        assertEquals("calm", ranked.get(1).module().id());
    }

    @Test
    void in_a_large_repository_a_number_of_lines_is_floor_enough() {
        List<ModuleCensus> ranked = scorer.rank(
                List.of(module("dense", 3_000, 300), module("huge", 90_000, 90), module("calm", 90_000, 9)));
        assertEquals("dense", ranked.get(0).module().id());
    }

    @Test
    void code_in_headers_keeps_its_share_of_the_priority() {
        Map<String, ModuleCensus> ranked = rank(header("inc", 500, 5));
        ModuleCensus item = Objects.requireNonNull(ranked.get("inc"));
        assertEquals(0.6 * 0.5 * 50, item.score().priority(), 1e-9);
    }

    @Test
    void a_header_that_only_declares_keeps_less_of_it() {
        ModuleCensus item = Objects.requireNonNull(rank(header("inc", 500, 0)).get("inc"));
        assertEquals(0.3 * 0.5 * 50, item.score().priority(), 1e-9);
    }

    @Test
    void a_table_in_a_source_keeps_as_little() {
        assertEquals(0.3 * 0.5 * 50, priority("a/table.c", Role.CORE, 0), 1e-9);
        assertEquals(0.5 * 50, priority("a/loop.s", Role.CORE, 0), 1e-9);
        assertEquals(0.3 * 0.5 * 50, priority("a/table.inc", Role.GENERATED, 5), 1e-9);
        assertEquals(0.5 * 50, priority("a/lexer.inc", Role.GENERATED, 6), 1e-9);
    }

    @Test
    void a_table_takes_nothing_from_the_code_beside_it() {
        CountedFile table = file("a/table.c", Role.CORE, Safety.UNSAFE, 500, 0);
        assertEquals(0.5 * 50, priority(table, file("a/code.c", Role.CORE, Safety.UNSAFE, 100, 1)), 1e-9);
        assertEquals(0.3 * 0.5 * 50, priority(table, file("a/a.h", Role.CORE, Safety.UNSAFE, 100, 0)), 1e-9);
    }

    private double priority(String path, Role role, int copies) {
        return priority(file(path, role, Safety.UNSAFE, 500, copies));
    }

    private double priority(CountedFile... files) {
        CodeModule module = new CodeModule("a", "a", ModuleKind.DIRECTORY, "a", Role.CORE, List.of(files));
        return Objects.requireNonNull(rank(item(module)).get("a")).score().priority();
    }

    @Test
    void a_header_whose_functions_others_call_does_not_only_declare() {
        assertEquals(0.6 * 0.5 * 50, ofDefining(0), 1e-9);
    }

    @Test
    void a_header_whose_functions_do_as_much_as_those_of_sources_counts_as_one() {
        assertEquals(0.6 * 0.5 * 50, ofDefining(16), 1e-9);
        assertEquals(0.5 * 50, ofDefining(17), 1e-9);
    }

    /** The priority of a header of 500 lines that defines a function. */
    private double ofDefining(int copies) {
        FileFacts acting =
                file("inc/a.h", Role.CORE, Safety.UNSAFE, 500, copies).facts();
        NameSet defined = NameSet.of(new int[] {NameSet.hash("open_door")}, 1);
        return priority(SampleFiles.file(
                "inc/a.h",
                Role.CORE,
                SampleFiles.C,
                500,
                new FileFacts(List.of(), List.of(), acting.risk(), new FileFacts.Functions(defined, NameSet.NONE))));
    }

    @Test
    void among_few_modules_a_rank_says_little() {
        double first = Objects.requireNonNull(
                        rank(module("a", 500, 9), module("b", 500, 5)).get("a"))
                .score()
                .priority();
        ModuleCensus[] many = IntStream.rangeClosed(0, 90)
                .mapToObj(i -> module("m" + i, 3_000, i))
                .toArray(ModuleCensus[]::new);
        double firstOfMany =
                Objects.requireNonNull(rank(many).get("m90")).score().priority();
        assertEquals(0.5 * (50 + 50.0 / 11), first, 1e-9);
        assertEquals(0.5 * 95, firstOfMany, 1e-9);
    }

    @Test
    void a_small_module_keeps_its_role() {
        List<ModuleCensus> ranked = scorer.rank(List.of(
                module("crumb", 10, 10, points(Criterion.R2, 60), points(Criterion.R3, 40)),
                module("large", 5_000, 400)));
        assertEquals("crumb", ranked.get(0).module().id());
    }

    @Test
    void only_shipped_modules_with_unsafe_code_are_ranked() {
        CodeModule test = new CodeModule(
                "t#test",
                "t",
                ModuleKind.DIRECTORY,
                "t",
                Role.TEST,
                List.of(file("t/a.c", Role.TEST, Safety.UNSAFE, 900, 900)));
        CodeModule safe = new CodeModule(
                "s",
                "s",
                ModuleKind.DIRECTORY,
                "s",
                Role.CORE,
                List.of(file("s/a.rs", Role.CORE, Safety.SAFE, 900, 900)));
        List<ModuleCensus> ranked =
                scorer.rank(List.of(item(test, points(Criterion.R2, 9)), item(safe), module("a", 500, 5)));
        assertEquals(List.of("a", "s", "t#test"), ids(ranked));
        assertEquals(List.of(1, 0, 0), ranked.stream().map(ModuleCensus::rank).toList());
        assertEquals(Score.NONE, ranked.get(2).score());
        assertEquals(List.of(), ranked.get(2).evidence());
    }

    @Test
    void the_order_of_input_does_not_matter_and_all_numbers_stay_in_their_ranges() {
        Random random = new Random(7);
        List<ModuleCensus> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(module(
                    "m" + i, 1 + random.nextInt(900), random.nextInt(5), points(Criterion.R2, random.nextInt(90))));
        }
        List<ModuleCensus> ranked = scorer.rank(items);
        for (ModuleCensus item : ranked) {
            Stream.of(item.score().priority(), item.score().role(), item.score().risk())
                    .forEach(number -> assertTrue(number >= 0 && number <= 100, item.toString()));
        }
        assertTrue(ranked.get(0).score().priority() >= ranked.get(39).score().priority());
        Collections.shuffle(items, random);
        assertTrue(ranked.equals(scorer.rank(items)));
        assertEquals(ids(ranked), ids(scorer.rank(ranked)));
    }

    @Test
    void nothing_to_rank_is_no_error() {
        assertEquals(List.of(), scorer.rank(List.of()));
    }

    private ModuleCensus only(ModuleCensus module, Evidence... evidence) {
        return scorer.rank(List.of(item(module.module(), evidence))).get(0);
    }

    private Map<String, ModuleCensus> rank(ModuleCensus... modules) {
        return scorer.rank(List.of(modules)).stream()
                .collect(Collectors.toMap(item -> item.module().id(), item -> item));
    }

    private static double risk(Map<String, ModuleCensus> ranked, String id) {
        ModuleCensus item = ranked.get(id);
        return item == null ? -1 : item.score().risk();
    }

    private static List<String> ids(List<ModuleCensus> items) {
        return items.stream().map(item -> item.module().id()).toList();
    }

    private static Evidence points(Criterion criterion, double points) {
        return new Evidence("rule." + points, criterion, points, "a.c", 1, 1);
    }

    private static ModuleCensus module(String id, long lines, int copies, Evidence... evidence) {
        CountedFile file = file(id + "/a.c", Role.CORE, Safety.UNSAFE, lines, copies);
        return item(new CodeModule(id, id, ModuleKind.DIRECTORY, id, Role.CORE, List.of(file)), evidence);
    }

    private static ModuleCensus header(String id, long lines, int copies) {
        CountedFile file = file(id + "/a.h", Role.CORE, Safety.UNSAFE, lines, copies);
        return item(new CodeModule(id, id, ModuleKind.DIRECTORY, id, Role.CORE, List.of(file)));
    }

    private static ModuleCensus item(CodeModule module, Evidence... evidence) {
        return new ModuleCensus(module, 0, Score.NONE, List.of(evidence), Map.of(), List.of());
    }

    private static CountedFile file(String path, Role role, Safety safety, long lines, int copies) {
        List<Integer> risk = Stream.of(RiskFeature.values())
                .map(feature -> feature == RiskFeature.MEMORY_COPY ? copies : 0)
                .toList();
        return SampleFiles.file(
                path, role, SampleFiles.language("C", safety), lines, new FileFacts(List.of(), List.of(), risk));
    }
}
