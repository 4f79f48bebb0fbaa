package org.memcensus.store;

/**
 * What all repositories of a store have in common: rows made in another way must not stand beside them.
 *
 * @param tool version of memcensus
 * @param policy name of the policy
 * @param policyVersion its version
 * @param settings the other settings of its scans that change a result
 */
public record Identity(String tool, String policy, String policyVersion, String settings) {}
