package org.memcensus.model;

import java.util.Map;

/**
 * What the numbers weigh, and which rulings on languages differ from the table.
 *
 * @param name its name
 * @param version its version
 * @param safety rulings that override the language table, by language name
 * @param undeterminedIsUnsafe whether languages without a ruling count as unsafe
 * @param caps most points that each criterion can have
 * @param riskWeights weight of each risk feature's rank
 * @param riskShare share of risk in the priority, 0 to 1; the role has the rest
 * @param floorShare share of the repository's unsafe code below which a module's priority is scaled down, 0 to 1
 */
public record Policy(
        String name,
        String version,
        Map<String, Safety> safety,
        boolean undeterminedIsUnsafe,
        Map<Criterion, Integer> caps,
        Map<RiskFeature, Double> riskWeights,
        double riskShare,
        double floorShare) {
    /** Copies its maps. */
    public Policy {
        safety = Map.copyOf(safety);
        caps = Map.copyOf(caps);
        riskWeights = Map.copyOf(riskWeights);
    }
}
