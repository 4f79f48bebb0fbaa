package org.memcensus.model;

/**
 * A success story: who ships a replacement.
 *
 * @param text who and since when, as the source has it
 * @param url the source, an address
 */
public record Story(String text, String url) {}
