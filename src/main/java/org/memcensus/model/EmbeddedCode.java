package org.memcensus.model;

/**
 * Code of another language inside a file: C in the preamble of cgo, a script in a page.
 *
 * @param language its language
 * @param safety its safety class under the policy in force
 * @param bytes size of the lines that are its own
 * @param counts these lines
 */
public record EmbeddedCode(Language language, Safety safety, long bytes, LineCounts counts) {}
