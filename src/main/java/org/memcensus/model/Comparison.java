package org.memcensus.model;

import java.util.List;

/**
 * How the ranking moved since another commit.
 *
 * @param revision the commit that the user named
 * @param commit its full id
 * @param shifts ranked modules of both commits, by their rank now; those that are gone come last
 */
public record Comparison(String revision, String commit, List<Shift> shifts) {
    /** Copies its list. */
    public Comparison {
        shifts = List.copyOf(shifts);
    }

    /**
     * A module then and now.
     *
     * @param id its id
     * @param name its name
     * @param rankBefore its rank then; 0 if it was not ranked
     * @param rank its rank now; 0 if it is not ranked
     * @param priorityBefore its priority then, 0 to 100
     * @param priority its priority now, 0 to 100
     */
    public record Shift(String id, String name, int rankBefore, int rank, double priorityBefore, double priority) {
        /** Points of priority gained; below 0 for a loss. */
        public double gain() {
            return priority - priorityBefore;
        }
    }
}
