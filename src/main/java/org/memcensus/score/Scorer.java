package org.memcensus.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Policy;
import org.memcensus.model.Score;

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
        List<ModuleCensus> ranked = new ArrayList<>(
                modules.stream().filter(Scorer::isRanked).sorted(byId()).toList());
        Risk risk = new Risk(policy, ranked.stream().map(ModuleCensus::module).toList());
        long unsafe =
                ranked.stream().mapToLong(item -> item.module().unsafeCode()).sum();
        for (int i = 0; i < ranked.size(); i++) {
            ranked.set(i, score(ranked.get(i), risk, i, unsafe));
        }
        ranked.sort(BY_PRIORITY);
        List<ModuleCensus> all = new ArrayList<>();
        for (ModuleCensus item : ranked) {
            all.add(with(item, all.size() + 1, item.score(), item.evidence()));
        }
        modules.stream()
                .filter(item -> !isRanked(item))
                .sorted(byId())
                .forEach(item -> all.add(with(item, 0, Score.NONE, List.of())));
        return List.copyOf(all);
    }

    private static boolean isRanked(ModuleCensus item) {
        return item.module().role().shipped() && item.module().unsafeCode() > 0;
    }

    private ModuleCensus score(ModuleCensus item, Risk risks, int index, long unsafe) {
        double risk = risks.of(index);
        int others = risks.size() - 1;
        List<Evidence> evidence = capped(item.evidence());
        Map<Criterion, Double> criteria = new EnumMap<>(Criterion.class);
        evidence.forEach(fact -> criteria.merge(fact.criterion(), fact.points(), Double::sum));
        // Rounding may leave a sum a hair above its cap.
        criteria.replaceAll((criterion, sum) -> Math.min(sum, policy.caps().getOrDefault(criterion, 0)));
        double role =
                criteria.values().stream().mapToDouble(Double::doubleValue).sum();
        double floor = Math.min(policy.floorShare() * unsafe, policy.floorLines());
        double size = item.module().unsafeCode() / Math.max(1, floor);
        double firm = MIDDLE + (risk - MIDDLE) * others / (others + FEW);
        double priority = policy.riskShare() * firm * Math.min(1, size) + (1 - policy.riskShare()) * role;
        double kept = priority * risks.kept(index);
        return with(item, 0, new Score(kept, role, risk, criteria), evidence);
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

    private static ModuleCensus with(ModuleCensus item, int rank, Score score, List<Evidence> evidence) {
        return new ModuleCensus(
                item.module(), rank, score, evidence, item.answers(), item.advice(), item.opportunity());
    }
}
