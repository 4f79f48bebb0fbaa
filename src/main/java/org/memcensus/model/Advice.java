package org.memcensus.model;

/**
 * A replacement that fits a module, and why it does.
 *
 * @param replacement entry of the catalogue
 * @param reason what in the module matched, one line
 * @param path file that matched
 * @param line its line, from 1; 0 where the path itself matched
 */
public record Advice(Replacement replacement, String reason, String path, int line) {}
