package org.memcensus.model;

import java.util.List;
import java.util.Set;

/**
 * How one form of an escape hatch is recognised: in a safe language by tokens of its code, in an unsafe one (the other side
 * of a door) by names, calls and includes.
 *
 * @param id unique id
 * @param kind what reports call it; several rules may find one kind; empty for one that others only need
 * @param languages languages in whose files it means something
 * @param code patterns of tokens, see {@code escape-hatches.yaml}; empty where {@code match} finds it
 * @param match what finds it in unsafe languages
 * @param needs id of a rule that must hit in the same file; empty for none
 * @param lines whether its lines of code are counted, up to the closing brace, instead of its places
 * @param promise whether it is the opposite of a hatch: code that forbids unsafe code
 * @param says what it is, in the plural, for the screen
 * @param one the same in the singular
 * @param source published source, a URL
 * @param hits code that must match, run as tests
 * @param misses code that must not match, run as tests
 */
public record HatchRule(
        String id,
        String kind,
        Set<String> languages,
        List<String> code,
        Rule.Match match,
        String needs,
        boolean lines,
        boolean promise,
        String says,
        String one,
        String source,
        List<String> hits,
        List<String> misses) {
    /** What the ids of its facts begin with. */
    private static final String PREFIX = "hatch.";

    /** Copies its lists. */
    public HatchRule {
        languages = Set.copyOf(languages);
        code = List.copyOf(code);
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }

    /** Id of the facts that it gives. */
    public String fact() {
        return PREFIX + id;
    }
}
