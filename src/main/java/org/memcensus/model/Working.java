package org.memcensus.model;

import java.util.List;

/**
 * How a priority was reckoned, so that every number can be followed: {@code priority = kept * (riskShare * firm * size +
 * (1 - riskShare) * role)}.
 *
 * @param parts what the risk adds up from, before the sums are ranked among each other
 * @param riskShare share of risk in the priority, 0 to 1
 * @param firm the risk, drawn to the middle where there are few modules to compare with, 0 to 100
 * @param size share of the risk that counts: below 1 where the module holds little unsafe code
 * @param kept share of the priority that is kept for the places of its files, 0 to 1
 */
public record Working(List<RiskPart> parts, double riskShare, double firm, double size, double kept) {
    /** Copies its list. */
    public Working {
        parts = List.copyOf(parts);
    }

    /**
     * One addend of the risk.
     *
     * @param name what was counted
     * @param rate how often it stands in 1,000 lines of unsafe code; for a place, the share of the code that stands there
     * @param rank mean rank of the files by that rate, each by its unsafe lines, 0 to 1; for a place, the share again
     * @param weight what the rank is multiplied with
     */
    public record RiskPart(String name, double rate, double rank, double weight) {
        /** What it adds. */
        public double points() {
            return rank * weight;
        }
    }
}
