package org.memcensus.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.memcensus.model.Fact;

/** How often each rule was hit in a file, and on which line first. */
final class Hits {
    private final Lexicon lexicon;
    private final int[] counts;

    /** The line of the first hit; negative where only a header was seen yet. */
    private final int[] lines;

    private byte[] b = {};
    private int spanStart;
    private int spanLine;

    Hits(Lexicon lexicon) {
        this.lexicon = lexicon;
        counts = new int[lexicon.size()];
        lines = new int[lexicon.size()];
    }

    /** Begins with a file. */
    void begin(byte[] bytes) {
        b = bytes;
        Arrays.fill(counts, 0);
    }

    /** Begins with a span of code. */
    void span(int start, int line) {
        spanStart = start;
        spanLine = line;
    }

    /** Counts a place of some rules. */
    void add(int[] rules, int at) {
        for (int rule : rules) {
            // Only the first place of a rule has to know its line.
            if (counts[rule]++ == 0 || lines[rule] < 0) {
                lines[rule] = lineOf(at);
            }
        }
    }

    /** Counts a header that speaks for some rules: a name in the code itself is the better place to show. */
    void header(int[] rules, int at) {
        for (int rule : rules) {
            if (counts[rule]++ == 0) {
                lines[rule] = -lineOf(at);
            }
        }
    }

    private int lineOf(int at) {
        int line = spanLine;
        for (int i = spanStart; i < at; i++) {
            if (b[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The facts of the file, sorted by rule. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int rule = 0; rule < lexicon.rules(); rule++) {
            if (counts[rule] > 0 && (lines[rule] > 0 || !lexicon.wantsMore(rule)) && !lexicon.takenBack(rule, counts)) {
                facts.add(new Fact(lexicon.rule(rule), Math.abs(lines[rule]), counts[rule]));
            }
        }
        facts.sort(Comparator.comparing(Fact::rule));
        return facts;
    }
}
