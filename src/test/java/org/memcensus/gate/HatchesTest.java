package org.memcensus.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Annotation;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Coverage;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.GateLimits;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Role;
import org.memcensus.model.Score;
import org.memcensus.model.SourceKind;
import org.memcensus.model.TreeState;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.Outcome;

/** The first escape hatch of a kind in a module is reported, and stops a change where the project says so. */
class HatchesTest {
    private static final EscapeHatch UNSAFE = new EscapeHatch("rust-unsafe-block", 2, "core/src/lib.rs", 7);
    private static final EscapeHatch CGO = new EscapeHatch("go-cgo", 1, "core/c.go", 3);
    private static final GateLimits REFUSING =
            new GateLimits(null, null, false, OptionalLong.empty(), OptionalDouble.empty());

    private static TreeState state(Role role, EscapeHatch... hatches) {
        return state("cargo:core", role, hatches);
    }

    private static TreeState state(String id, Role role, EscapeHatch... hatches) {
        return new TreeState(
                null,
                List.of(new TreeState.Module(id, ModuleKind.PACKAGE, role, 10, List.of(), List.of(hatches))),
                List.of(),
                Map.of(),
                Set.of());
    }

    private static Verdict judge(TreeState base, TreeState head, GateLimits limits, Annotation... annotations) {
        CodeModule module = new CodeModule("cargo:core", "core", ModuleKind.PACKAGE, "core", Role.CORE, List.of());
        Census census = new Census(
                new RepositoryInfo("r", null, null, null, SourceKind.WORKTREE, ""),
                "default",
                "1",
                List.of(new ModuleCensus(module, 0, Score.NONE, List.of(), Map.of(), List.of())),
                new Coverage(1, 0, 0, 0, 0, 0, 0, 0, 0, List.of()));
        Change change = new Change(
                "base x",
                base,
                head,
                census,
                List.of(),
                limits,
                List.of(annotations),
                LocalDate.of(2026, 1, 1),
                List.of());
        return new Gate(change, Sketcher.OF_STATE, Sketcher.OF_STATE).judge();
    }

    @Test
    void the_first_of_a_kind_is_reported_and_passes() {
        Verdict verdict = judge(state(Role.CORE, UNSAFE), state(Role.CORE, CGO, UNSAFE), GateLimits.NONE);
        assertEquals(Outcome.PASS, verdict.outcome());
        assertEquals(List.of(new Verdict.NewHatch("cargo:core", CGO)), verdict.hatches());
    }

    @Test
    void the_first_of_a_kind_fails_on_request() {
        Verdict verdict = judge(state(Role.CORE), state(Role.CORE, UNSAFE), REFUSING);
        assertEquals(Outcome.FAIL, verdict.outcome());
        assertEquals(
                List.of(new Verdict.Broken(
                        "no-new-escape-hatches",
                        "first rust-unsafe-block in module cargo:core, core/src/lib.rs:7",
                        "core/src/lib.rs")),
                verdict.broken());
    }

    @Test
    void more_of_a_kind_that_was_there_passes() {
        Verdict verdict = judge(state(Role.CORE, UNSAFE), state(Role.CORE, UNSAFE), REFUSING);
        assertEquals(Outcome.PASS, verdict.outcome());
        assertEquals(List.of(), verdict.hatches());
    }

    @Test
    void what_moved_with_its_module_is_not_the_first() {
        EscapeHatch before = new EscapeHatch("rust-unsafe-block", 2, "base/src/lib.rs", 9);
        TreeState moved = state(Role.CORE, CGO, UNSAFE);
        Verdict verdict = judge(state("cargo:base", Role.CORE, before), moved, REFUSING);
        assertEquals(List.of(new Verdict.NewHatch("cargo:core", CGO)), verdict.hatches());
        EscapeHatch elsewhere = new EscapeHatch("rust-unsafe-block", 2, "base/src/raw.rs", 9);
        assertEquals(
                2,
                judge(state("cargo:base", Role.CORE, elsewhere), moved, REFUSING)
                        .hatches()
                        .size());
        assertEquals(
                2,
                judge(state("cargo:base", Role.TEST, before), moved, REFUSING)
                        .hatches()
                        .size());
    }

    @Test
    void hatches_of_tests_are_not_judged() {
        assertEquals(
                List.of(),
                judge(TreeState.EMPTY, state(Role.TEST, UNSAFE), REFUSING).hatches());
    }

    @Test
    void an_annotation_of_the_module_lets_its_hatches_pass() {
        Annotation annotation =
                new Annotation("cargo:core", Annotation.Reason.ACCEPTED_RISK, "", null, ".memcensus.yml:1");
        Verdict verdict = judge(TreeState.EMPTY, state(Role.CORE, UNSAFE), REFUSING, annotation);
        assertEquals(Outcome.PASS, verdict.outcome());
        assertEquals(
                Verdict.AnnotationUse.State.USED, verdict.annotations().get(0).state());
    }
}
