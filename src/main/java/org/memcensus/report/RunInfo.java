package org.memcensus.report;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.memcensus.model.HatchRule;
import org.memcensus.model.Rule;
import org.memcensus.model.Scope;

/**
 * What a report must know that is not in the census: the program, the screen and the user's wishes.
 *
 * @param version version of memcensus
 * @param color whether escape sequences for colour may be written
 * @param unicode whether bars and boxes may be drawn with characters outside ASCII, see {@link #draws}
 * @param width columns of the screen; narrower than {@value #LEAST_WIDTH} is taken as {@value #LEAST_WIDTH}
 * @param rows lines of the screen; 0 where there is none (a file or a pipe), or nobody knows
 * @param byFile whether every file is listed
 * @param verbose whether text and Markdown list every ranked module and every note
 * @param scope what the headline of text and Markdown, and a badge, are given for
 * @param phrases what each evidence rule says in a few words, by rule id
 */
public record RunInfo(
        String version,
        boolean color,
        boolean unicode,
        int width,
        int rows,
        boolean byFile,
        boolean verbose,
        Scope scope,
        Map<String, String> phrases) {
    /** Columns where the width of the screen is not known. */
    public static final int DEFAULT_WIDTH = 100;

    /** Below this nothing lines up. */
    public static final int LEAST_WIDTH = 60;

    /** Copies its map. */
    public RunInfo {
        width = Math.max(width, LEAST_WIDTH);
        phrases = Map.copyOf(phrases);
    }

    /** For a file or a pipe: no colour, default width, no limit of lines. */
    public static RunInfo of(String version, Collection<Rule> rules) {
        return new RunInfo(version, false, true, DEFAULT_WIDTH, 0, false, false, Scope.SHIPPED, phrases(rules));
    }

    /** The same for a report by another version of memcensus. */
    public RunInfo of(String other) {
        return new RunInfo(other, color, unicode, width, rows, byFile, verbose, scope, phrases);
    }

    /** The same on a screen of another width. */
    RunInfo wide(int columns) {
        return new RunInfo(version, color, unicode, columns, rows, byFile, verbose, scope, phrases);
    }

    /** What stands before the kind of an escape hatch among the phrases. */
    static final String HATCH = "hatch:";

    /** What stands before the kind of an escape hatch of which there is one. */
    static final String ONE_HATCH = "one-hatch:";

    /** A number of escape hatches of a kind, in words: {@code 1 unsafe block}, {@code 1,200 unsafe blocks}. */
    String hatches(String kind, long count) {
        return Numbers.grouped(count) + " " + phrases.getOrDefault((count == 1 ? ONE_HATCH : HATCH) + kind, kind);
    }

    /**
     * What each evidence rule says, by its id, and each kind of escape hatch, by {@code hatch:} or {@code one-hatch:} and the
     * kind.
     */
    public static Map<String, String> phrases(Collection<Rule> rules, Collection<HatchRule> hatches) {
        Map<String, String> phrases = new HashMap<>(phrases(rules));
        hatches.forEach(hatch -> {
            phrases.putIfAbsent(HATCH + hatch.kind(), hatch.says());
            phrases.putIfAbsent(ONE_HATCH + hatch.kind(), hatch.one());
        });
        return phrases;
    }

    /** What each rule says, by its id. */
    public static Map<String, String> phrases(Collection<Rule> rules) {
        return rules.stream().collect(Collectors.toMap(Rule::id, Rule::says));
    }

    /** Whether an output in this character set can show what the text report draws. */
    public static boolean draws(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("█▏▒░─→…·");
    }
}
