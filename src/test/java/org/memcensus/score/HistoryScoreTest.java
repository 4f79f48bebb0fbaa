package org.memcensus.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommits;
import org.memcensus.model.Policy;
import org.memcensus.model.RiskFeature;
import org.memcensus.model.Role;
import org.memcensus.model.SampleFiles;
import org.memcensus.model.Score;
import org.memcensus.model.Working;

class HistoryScoreTest {
    private static final long NOW = 1_700_000_000L;
    private static final List<String> IDS = List.of("a", "b", "c", "d");

    private static Scorer scorer(double share) {
        return new Scorer(new Policy(
                "p",
                "1",
                Policy.Rulings.OF_TABLE,
                Map.of(),
                new Policy.RiskWeights(Map.of(RiskFeature.MEMORY_COPY, 1.0), List.of(), new Policy.Headers(0, 1, 1)),
                1,
                new Policy.Floor(0, 0),
                new Policy.History(share, 1, 0, 0)));
    }

    /** One fix of file {@code d/a.c}, in a log of so many commits. */
    private static PastChanges past(int commits) {
        return new PastChanges(
                new PastChanges.Span(HistoryBounds.DEFAULT, commits, 1, NOW, NOW, PastCommits.End.START, 0),
                List.of(new PastChanges.Change(NOW, 1)),
                Map.of("d/a.c", List.of(0)));
    }

    private static Map<String, ModuleCensus> rank(double share, int commits) {
        List<ModuleCensus> modules =
                IDS.stream().map(id -> module(id, 10 - IDS.indexOf(id))).toList();
        return scorer(share).rank(modules, past(commits)).stream()
                .collect(Collectors.toMap(item -> item.module().id(), item -> item));
    }

    private static ModuleCensus get(Map<String, ModuleCensus> ranked, String id) {
        ModuleCensus found = ranked.get(id);
        assertNotNull(found);
        return found;
    }

    @Test
    void a_module_with_past_fixes_rises_and_is_told_where_it_would_be_without() {
        ModuleCensus d = get(rank(0.9, 1_000_000), "d");
        assertEquals(1, d.rank());
        ModuleHistory history = d.history();
        assertNotNull(history);
        assertEquals(4, history.rank());
        assertEquals(0, history.risk());
        assertEquals(1, history.changes().fixes());
        assertEquals(100, d.score().risk());
    }

    @Test
    void history_without_weight_is_shown_and_moves_nothing() {
        Map<String, ModuleCensus> ranked = rank(0, 1_000_000);
        for (String id : IDS) {
            ModuleCensus item = get(ranked, id);
            ModuleHistory history = item.history();
            assertNotNull(history);
            assertEquals(item.rank(), history.rank());
            assertEquals(item.score().priority(), history.priority());
        }
    }

    @Test
    void a_short_history_weighs_little() {
        assertEquals(4, get(rank(0.9, 10), "d").rank());
        assertEquals(0.45, scorer(0.9).historyShare(past(200)), 1e-9);
    }

    @Test
    void without_a_history_there_is_nothing_to_tell() {
        assertNull(scorer(0.9).rank(List.of(module("a", 1))).get(0).history());
    }

    @Test
    void the_working_of_a_priority_adds_up() {
        Score score = get(rank(0.3, 1000), "b").score();
        Working working = score.working();
        assertNotNull(working);
        assertEquals(
                score.priority(),
                working.kept()
                        * (working.riskShare() * working.firm() * working.size()
                                + (1 - working.riskShare()) * score.role()),
                1e-9);
        assertEquals(
                List.of("memory-copy", "history"),
                working.parts().stream().map(Working.RiskPart::name).toList());
        assertEquals(2.0 / 3, working.parts().get(0).rank(), 1e-9);
        assertEquals(1000 * 9 / 550.0, working.parts().get(0).rate(), 1e-9);
    }

    private static ModuleCensus module(String id, int copies) {
        List<Integer> risk = Stream.of(RiskFeature.values())
                .map(feature -> feature == RiskFeature.MEMORY_COPY ? copies : 0)
                .toList();
        CountedFile file =
                SampleFiles.file(id + "/a.c", Role.CORE, SampleFiles.C, 500, new FileFacts(List.of(), List.of(), risk));
        CodeModule module = new CodeModule(id, id, ModuleKind.DIRECTORY, id, Role.CORE, List.of(file));
        return new ModuleCensus(module, 0, Score.NONE, List.of(), Map.of(), List.of());
    }
}
