package org.memcensus.model;

import java.util.List;
import java.util.Set;

/**
 * What is looked for in build files, package manifests and a few well-known files.
 *
 * @param finds {@code native}, or the id of an evidence rule
 * @param kind who asks for a native library; empty for evidence
 * @param files globs of names, or of paths where they have a slash, in lower case
 * @param pattern regular expression for a line, with the name as its first group; empty where the file itself is the find
 * @param list whether the group is a list of names
 * @param flags whether the group is a line of linker flags, of which {@code -lNAME} counts
 * @param continued whether a backslash at the end of a line goes on with the next
 * @param open what the line before the first one to look at matches; empty for the whole file
 * @param close what the line behind the last one matches
 * @param skip names that are not meant
 * @param fact a fact that the visit must have found in the file; empty for none
 * @param source published source, a URL
 */
public record ManifestRule(
        String finds,
        String kind,
        List<String> files,
        String pattern,
        boolean list,
        boolean flags,
        boolean continued,
        String open,
        String close,
        Set<String> skip,
        String fact,
        String source) {
    /** What {@link #finds} says for native libraries. */
    public static final String NATIVE = "native";

    /** Copies its collections. */
    public ManifestRule {
        files = List.copyOf(files);
        skip = Set.copyOf(skip);
    }
}
