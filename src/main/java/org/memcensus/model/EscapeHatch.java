package org.memcensus.model;

/**
 * Unsafe code inside a safe language, or a door to unsafe code, in one file of a module.
 *
 * @param kind what it is, such as {@code rust-unsafe-block}: an id of {@code escape-hatches.yaml}
 * @param count how often it stands in the file, at least 1; lines for kinds that count lines
 * @param path the file
 * @param line line of the first place, from 1
 */
public record EscapeHatch(String kind, long count, String path, int line) {}
