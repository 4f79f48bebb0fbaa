package org.memcensus.model;

/**
 * What a file was found to be.
 *
 * @param language its language
 * @param safety its safety class under the policy in force; that of the language, save where a content rule knows better
 * @param reason how it was decided, one phrase: "extension .c", "modeline mode: c++"
 */
public record Classification(Language language, Safety safety, String reason) {}
