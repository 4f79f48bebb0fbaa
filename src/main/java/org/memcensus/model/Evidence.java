package org.memcensus.model;

/**
 * A fact that speaks for one of Prossimo's criteria, with its place.
 *
 * @param rule id of the rule that found it
 * @param criterion what it speaks for
 * @param points what it adds to the criterion, 0 or more
 * @param path file where it stands
 * @param line its line, from 1; 0 where the evidence is the file or its path itself
 * @param count how often it stands in the module
 */
public record Evidence(String rule, Criterion criterion, double points, String path, int line, long count) {}
