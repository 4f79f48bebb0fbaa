package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Criterion;
import org.memcensus.model.Policy;
import org.memcensus.model.RiskFeature;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;
import org.memcensus.model.UsageException;

class PolicyTableTest {
    @Test
    void the_default_comes_first_and_weighs_every_risk_feature() {
        assertEquals(
                List.of("default", "cisa-2024", "strict"),
                PolicyTable.policies().stream().map(Policy::name).toList());
        assertEquals(
                Set.of(RiskFeature.values()),
                PolicyTable.standard().risk().features().keySet());
        assertEquals(Set.of(Criterion.values()), PolicyTable.standard().caps().keySet());
    }

    @Test
    void every_weight_of_the_default_says_why_and_where_from() throws Exception {
        Path table = Path.of("src/main/resources/data/policy.yaml");
        String text = Files.readString(table);
        String standard = text.substring(0, text.indexOf("- name: cisa-2024"));
        long weights = standard.lines()
                .filter(line -> line.matches(" +(weight|points|share): .*"))
                .count();
        assertTrue(weights > 20);
        assertEquals(
                weights,
                standard.lines()
                        .filter(line -> line.strip().startsWith("reason: "))
                        .count());
        assertEquals(
                weights,
                standard.lines()
                        .filter(line -> line.strip().startsWith("source: https://"))
                        .count());
    }

    @Test
    void cisa_counts_its_six_languages_as_unsafe_and_all_others_as_safe() throws Exception {
        Policy cisa = PolicyTable.find("cisa-2024");
        assertEquals(Safety.UNSAFE, cisa.ruling(SampleFiles.language("Cython", Safety.SAFE)));
        assertEquals(Safety.SAFE, cisa.ruling(SampleFiles.language("Zig", Safety.UNSAFE)));
        assertEquals(Safety.SAFE, cisa.ruling(SampleFiles.language("GLSL", Safety.UNDETERMINED)));
        assertEquals(Safety.NONE, cisa.ruling(SampleFiles.language("JSON", Safety.NONE)));
    }

    @Test
    void strict_differs_from_default_in_undetermined_languages_only() throws Exception {
        Policy strict = PolicyTable.find("strict");
        assertEquals(Safety.UNSAFE, strict.ruling(SampleFiles.language("GLSL", Safety.UNDETERMINED)));
        assertEquals(
                Safety.UNDETERMINED, PolicyTable.standard().ruling(SampleFiles.language("GLSL", Safety.UNDETERMINED)));
        assertEquals(Safety.SAFE, strict.ruling(SampleFiles.language("Go", Safety.SAFE)));
        assertEquals(PolicyTable.standard().caps(), strict.caps());
    }

    @Test
    void a_users_policy_names_languages_in_any_case_and_no_others() throws Exception {
        Policy policy = read("""
                name: ours
                safety:
                  - class: unsafe
                    languages: [zig, GLSL]
                """);
        assertEquals(Safety.UNSAFE, policy.ruling(SampleFiles.language("Zig", Safety.UNDETERMINED)));
        assertEquals(
                Safety.UNSAFE,
                policy.over(SampleFiles.language("GLSL", Safety.UNDETERMINED)).safety());
        assertEquals(
                "policy ours",
                policy.over(SampleFiles.language("GLSL", Safety.UNDETERMINED)).reason());
        UsageException wrong = assertThrows(UsageException.class, () -> read("""
                name: ours
                safety:
                  - class: unsafe
                    languages: [Rustt]
                """));
        assertTrue(String.valueOf(wrong.getMessage()).contains("no language 'Rustt' in the table"), wrong.getMessage());
    }

    @Test
    void a_users_policy_keeps_what_it_does_not_name() throws Exception {
        Policy policy = read("""
                name: ours
                base: strict
                caps:
                  - {criterion: R2, points: 30}
                  - {criterion: R1, points: 5}
                risk-in-priority: {share: 0.2}
                safety:
                  - {class: safe, languages: [Zig]}
                """);
        assertEquals("ours", policy.name());
        assertEquals(30, policy.caps().get(Criterion.R2));
        assertEquals(30, policy.caps().get(Criterion.R3));
        assertEquals(0.2, policy.riskShare());
        assertTrue(policy.rulings().undeterminedIsUnsafe());
        assertEquals(Safety.SAFE, policy.ruling(SampleFiles.language("Zig", Safety.UNSAFE)));
        assertEquals(PolicyTable.standard().risk(), policy.risk());
    }

    @Test
    void mistakes_are_named_with_file_and_line() {
        assertEquals("p.yaml:2: unknown field 'wieght'", failure("name: ours\nwieght: 3\n"));
        assertTrue(
                failure("name: ours\ncaps:\n  - {criterion: R2, points: 99}\n").contains("add up to 100"));
        assertTrue(
                failure("name: ours\ncaps:\n  - {criterion: R2, points: -1}\n").startsWith("p.yaml:3: "));
        assertTrue(failure("name: ours\nbase: theirs\n").contains("no policy 'theirs'"));
        assertTrue(failure("name: ours\nrisk-in-priority: {share: 7}\n").startsWith("p.yaml:2: "));
        assertTrue(
                failure("name: ours\nrisk:\n  - {feature: goto, weight: 1}\n").startsWith("p.yaml:3: 'goto'"));
        assertTrue(failure("name: ours\nfloor: {share: NaN}\n").startsWith("p.yaml:2: "));
        assertTrue(failure("name: ours\nfloor: {lines: -1}\n").startsWith("p.yaml:2: "));
        assertTrue(failure("name: ours\nheaders: {keep: 2}\n").startsWith("p.yaml:2: "));
        assertTrue(failure("name: ours\nheaders: {keep-declaring: 2}\n").startsWith("p.yaml:2: "));
    }

    @Test
    void what_a_file_leaves_out_of_the_floor_and_the_headers_stays_as_in_its_base() throws Exception {
        Policy standard = PolicyTable.policies().get(0);
        Policy own = read("name: ours\nfloor: {lines: 7}\nheaders: {keep: 0.25}\n");
        assertEquals(7, own.floor().lines());
        assertEquals(standard.floor().share(), own.floor().share());
        assertEquals(0.25, own.risk().headers().keep());
        assertEquals(standard.risk().headers().weight(), own.risk().headers().weight());
        assertEquals(
                standard.risk().headers().keepDeclaring(), own.risk().headers().keepDeclaring());
        assertEquals(
                0.1,
                read("name: ours\nheaders: {keep-declaring: 0.1}\n")
                        .risk()
                        .headers()
                        .keepDeclaring());
    }

    @Test
    void neither_a_name_nor_a_file_is_an_error_that_lists_the_names(@TempDir Path folder) {
        UsageException missing = assertThrows(
                UsageException.class,
                () -> PolicyTable.find(folder.resolve("none.yaml").toString()));
        assertTrue(missing.toString().contains("cisa-2024"), missing.toString());
        assertThrows(UsageException.class, () -> PolicyTable.find(folder.toString()));
    }

    @Test
    void a_file_is_found_by_its_path(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ours.yaml"), "name: ours\nversion: \"7\"\n");
        assertEquals("7", PolicyTable.find(file.toString()).version());
    }

    private static Policy read(String yaml) throws UsageException, IOException {
        var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        return PolicyTable.read("p.yaml", in, PolicyTable.policies());
    }

    private static String failure(String yaml) {
        String message = assertThrows(UsageException.class, () -> read(yaml)).getMessage();
        return message == null ? "" : message;
    }
}
