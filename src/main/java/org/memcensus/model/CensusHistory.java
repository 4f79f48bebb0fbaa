package org.memcensus.model;

/**
 * The history that took part in a census.
 *
 * @param span what was looked at
 * @param asked share of history in the risk that the policy or the user asks for, 0 to 1
 * @param weight share that it has: less than asked for where there are few commits
 */
public record CensusHistory(PastChanges.Span span, double asked, double weight) {}
