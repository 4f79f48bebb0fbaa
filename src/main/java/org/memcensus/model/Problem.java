package org.memcensus.model;

/**
 * Something in the input that could not be read or was left out, as data.
 *
 * @param path path from the scanned root
 * @param reason one line: what is wrong
 */
public record Problem(String path, String reason) {}
