package org.memcensus.model;

import java.util.List;

/**
 * A kind of commit message that speaks of a memory-safety fix.
 *
 * @param id unique id, such as {@code lifetime}
 * @param says what such a message speaks of, in a few words
 * @param weight how surely such a commit mends a fault of memory safety, above 0 and at most 1
 * @param source published source of the claim, a URL
 * @param phrases words in a row that show the kind; {@code *} at the end of a word is any rest, {@code #} a number
 * @param unless phrases that take it back
 * @param hits messages that must match, run as tests
 * @param misses messages that must not match, run as tests
 */
public record FixKind(
        String id,
        String says,
        double weight,
        String source,
        List<String> phrases,
        List<String> unless,
        List<String> hits,
        List<String> misses) {
    /** Copies its lists. */
    public FixKind {
        phrases = List.copyOf(phrases);
        unless = List.copyOf(unless);
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }
}
