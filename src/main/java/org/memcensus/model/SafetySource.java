package org.memcensus.model;

/**
 * Who says that a language is memory-safe or not.
 *
 * @param id what the entries of the language table name
 * @param url address of the publication
 * @param says what was seen there, one line
 */
public record SafetySource(String id, String url, String says) {}
