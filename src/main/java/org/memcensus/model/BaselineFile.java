package org.memcensus.model;

/**
 * The content of a baseline file.
 *
 * @param policy name and version of the policy that it was written under
 * @param state the state
 */
public record BaselineFile(String policy, TreeState state) {}
