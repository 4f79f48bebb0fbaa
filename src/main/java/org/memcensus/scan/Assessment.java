package org.memcensus.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.memcensus.advise.Adviser;
import org.memcensus.advise.Hatches;
import org.memcensus.evidence.Rules;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.CensusHistory;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.Foundations;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Opportunity;
import org.memcensus.model.PastChanges;
import org.memcensus.model.Policy;
import org.memcensus.model.Score;
import org.memcensus.modules.Grouping;
import org.memcensus.score.Scorer;

/**
 * What is said of the modules of a repository, beside what they hold.
 *
 * @param modules the ranked modules by rank, then the others by id
 * @param foundations what the whole repository stands on and has for it
 * @param history how far history took part; null where it did not
 */
record Assessment(
        List<ModuleCensus> modules,
        Foundations foundations,
        @Nullable CensusHistory history) {
    /** Of an old state, that is only compared by its code: nothing but the escape hatches of its modules. */
    static Assessment ofCode(List<Grouping> groups, Knowledge knowledge) {
        Hatches hatches = new Hatches(knowledge.hatches());
        List<ModuleCensus> modules = new ArrayList<>(groups.size());
        for (Grouping group : groups) {
            CodeModule module = group.module();
            Opportunity opportunity = new Opportunity(hatches.of(module), hatches.promises(module), null, List.of());
            modules.add(new ModuleCensus(module, 0, Score.NONE, List.of(), Map.of(), List.of(), opportunity, null));
        }
        return new Assessment(modules, Foundations.NONE, null);
    }

    /**
     * The whole of it: evidence, what could replace each module, ranks, and the first steps.
     *
     * @param past what happened to the files before; null where that is not known
     */
    static Assessment of(
            List<Grouping> groups,
            Knowledge knowledge,
            Prospects prospects,
            Policy policy,
            @Nullable PastChanges past) {
        Scorer scorer = new Scorer(policy);
        List<ModuleCensus> modules = prospects.advise(scorer.rank(assess(groups, knowledge, prospects), past));
        CensusHistory history = past == null
                ? null
                : new CensusHistory(past.span(), policy.history().share(), scorer.historyShare(past));
        return new Assessment(modules, prospects.foundations(), history);
    }

    private static List<ModuleCensus> assess(List<Grouping> groups, Knowledge knowledge, Prospects prospects) {
        List<CodeModule> modules = groups.stream().map(Grouping::module).toList();
        CompletableFuture<Rules> asked = CompletableFuture.supplyAsync(() -> new Rules(knowledge.rules(), modules));
        Adviser adviser = prospects.adviser(modules); // beside it
        Rules rules = asked.join();
        return modules.parallelStream()
                .map(module -> {
                    List<Advice> counterparts = adviser.counterparts(module);
                    List<Advice> advice = adviser.usable(module, counterparts);
                    List<Evidence> evidence = new ArrayList<>(rules.ask(module, counterparts));
                    evidence.addAll(prospects.evidence(module));
                    Map<Criterion, Answer> answers = rules.answer(module, evidence);
                    String rival = advice.isEmpty() ? adviser.rival(module, counterparts) : "";
                    Opportunity opportunity = prospects.opportunity(module, rival);
                    return new ModuleCensus(module, 0, Score.NONE, evidence, answers, advice, opportunity, null);
                })
                .toList();
    }
}
