package org.memcensus.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.PastChanges;
import org.memcensus.model.Policy;
import org.memcensus.model.Score;
import org.memcensus.model.Working;
import org.memcensus.model.Working.RiskPart;

/**
 * Ranks the modules of one repository under a policy. Two numbers go into the priority and stay visible beside it: the role,
 * which the evidence adds up to, and the risk, a rank among the modules of the same repository.
 */
public final class Scorer {
    /** The first in rank has the highest priority; after it the larger, then the smaller id: never by order of input. */
    private static final Comparator<ModuleCensus> BY_PRIORITY = Comparator.comparingDouble(
                    (ModuleCensus item) -> item.score().priority())
            .thenComparingLong(item -> item.module().unsafeCode())
            .reversed()
            .thenComparing(item -> item.module().id());

    /** Criteria whose evidence is told even where a policy gives no points for it. */
    private static final Set<Criterion> TOLD = EnumSet.of(Criterion.O1, Criterion.O3, Criterion.O4);

    /** Where a rank stands that says nothing. */
    private static final double MIDDLE = 50;

    private static final double WHOLE = 100;

    /** Among so few others a rank counts half: in a repository of ten modules, chance makes a first and a last as well. */
    private static final double FEW = 10;

    private final Policy policy;

    /** A scorer under a policy. */
    public Scorer(Policy policy) {
        this.policy = policy;
    }

    /**
     * Ranks modules that have their evidence. Shipped modules with unsafe code get their numbers and a rank from 1; their
     * evidence is cut to the policy's caps, so that it adds up to the role points. All others weigh nothing.
     *
     * @param modules every module of one repository; ranks and scores they may already have are not looked at
     * @return the ranked ones by rank, then the others by id
     */
    public List<ModuleCensus> rank(List<ModuleCensus> modules) {
        return rank(modules, null);
    }

    /**
     * Ranks modules that have their evidence, by their history too. Each ranked module is told what its numbers would be
     * without it.
     *
     * @param modules every module of one repository; ranks and scores they may already have are not looked at
     * @param past what happened to their files; null where that is not known
     * @return the ranked ones by rank, then the others by id
     */
    public List<ModuleCensus> rank(List<ModuleCensus> modules, @Nullable PastChanges past) {
        List<ModuleCensus> ranked = new ArrayList<>(
                modules.stream().filter(Scorer::isRanked).sorted(byId()).toList());
        List<CodeModule> code = ranked.stream().map(ModuleCensus::module).toList();
        Risk risk = new Risk(policy, code);
        HistoryRisk history = past == null ? null : new HistoryRisk(policy.history(), past, code);
        List<ModuleCensus> all = new ArrayList<>(ranked(ranked, risk, risk.ranks(), null, history == null));
        if (history != null) {
            Map<String, ModuleHistory> before = new HashMap<>();
            for (int i = 0; i < ranked.size(); i++) {
                before.put(code.get(i).id(), new ModuleHistory(history.of(i), 0, 0, 0));
            }
            all.forEach(item -> before.computeIfPresent(
                    item.module().id(),
                    (id, known) -> new ModuleHistory(
                            known.changes(),
                            item.rank(),
                            item.score().priority(),
                            item.score().risk())));
            all = new ArrayList<>(ranked(ranked, risk, history.join(risk.ranks()), history, true));
            all.replaceAll(item -> with(
                    item,
                    item.rank(),
                    item.score(),
                    item.evidence(),
                    before.get(item.module().id())));
        }
        modules.stream()
                .filter(item -> !isRanked(item))
                .sorted(byId())
                .map(item -> with(item, 0, Score.NONE, List.of(), null))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** The share of history in the risk of a census with this past, 0 to 1: less than the policy's where there is little. */
    public double historyShare(PastChanges past) {
        return new HistoryRisk(policy.history(), past, List.of()).share();
    }

    /** Modules in the order of their priority, with their ranks; and with how they come by them, where that is wanted. */
    private List<ModuleCensus> ranked(
            List<ModuleCensus> modules, Risk risk, double[] ranks, @Nullable HistoryRisk history, boolean explained) {
        long unsafe =
                modules.stream().mapToLong(item -> item.module().unsafeCode()).sum();
        List<ModuleCensus> scored = new ArrayList<>(IntStream.range(0, modules.size())
                .parallel()
                .mapToObj(i -> score(modules.get(i), risk, i, WHOLE * ranks[i], unsafe, history, explained))
                .toList());
        scored.sort(BY_PRIORITY);
        List<ModuleCensus> all = new ArrayList<>();
        for (ModuleCensus item : scored) {
            all.add(with(item, all.size() + 1, item.score(), item.evidence(), null));
        }
        return all;
    }

    private static boolean isRanked(ModuleCensus item) {
        return item.module().role().shipped() && item.module().unsafeCode() > 0;
    }

    private ModuleCensus score(
            ModuleCensus item,
            Risk risks,
            int index,
            double risk,
            long unsafe,
            @Nullable HistoryRisk history,
            boolean explained) {
        int others = risks.size() - 1;
        List<Evidence> evidence = capped(item.evidence());
        Map<Criterion, Double> criteria = new EnumMap<>(Criterion.class);
        evidence.forEach(fact -> criteria.merge(fact.criterion(), fact.points(), Double::sum));
        // Rounding may leave a sum a hair above its cap.
        criteria.replaceAll((criterion, sum) -> Math.min(sum, policy.caps().getOrDefault(criterion, 0)));
        double role =
                criteria.values().stream().mapToDouble(Double::doubleValue).sum();
        double floor = Math.min(policy.floor().share() * unsafe, policy.floor().lines());
        double size = item.module().unsafeCode() / Math.max(1, floor);
        double firm = MIDDLE + (risk - MIDDLE) * others / (others + FEW);
        double priority = policy.riskShare() * firm * Math.min(1, size) + (1 - policy.riskShare()) * role;
        double kept = priority * risks.kept(index);
        List<RiskPart> parts = explained ? risks.parts(index) : new ArrayList<>();
        if (history != null && history.share() > 0) {
            parts.add(new RiskPart("history", 0, history.rank(index), history.share()));
        }
        Working working = new Working(parts, policy.riskShare(), firm, Math.min(1, size), risks.kept(index));
        return with(item, 0, new Score(kept, role, risk, criteria, working), evidence, null);
    }

    /** Cuts each criterion to its cap, every piece of its evidence by the same share; what is left of nothing is dropped. */
    private List<Evidence> capped(List<Evidence> evidence) {
        Map<Criterion, Double> sums = new EnumMap<>(Criterion.class);
        evidence.forEach(fact -> sums.merge(fact.criterion(), fact.points(), Double::sum));
        return evidence.stream()
                .map(fact -> {
                    double cap = policy.caps().getOrDefault(fact.criterion(), 0);
                    double share = Math.min(1, cap / sums.getOrDefault(fact.criterion(), cap));
                    return new Evidence(
                            fact.rule(),
                            fact.criterion(),
                            fact.points() * share,
                            fact.path(),
                            fact.line(),
                            fact.count());
                })
                .filter(fact -> fact.points() > 0 || TOLD.contains(fact.criterion()))
                .sorted(Comparator.comparingDouble(Evidence::points).reversed().thenComparing(Evidence::rule))
                .toList();
    }

    private static Comparator<ModuleCensus> byId() {
        return Comparator.comparing(item -> item.module().id());
    }

    private static ModuleCensus with(
            ModuleCensus item, int rank, Score score, List<Evidence> evidence, @Nullable ModuleHistory history) {
        return new ModuleCensus(
                item.module(), rank, score, evidence, item.answers(), item.advice(), item.opportunity(), history);
    }
}
