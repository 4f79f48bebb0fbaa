package org.memcensus.model;

/**
 * Something found in the code of a file, by a rule's pattern.
 *
 * @param rule id of the rule
 * @param line line of the first place, from 1
 * @param count number of places in the file, at least 1
 */
public record Fact(String rule, int line, int count) {}
