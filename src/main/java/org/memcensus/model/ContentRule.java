package org.memcensus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to tell the languages that share an extension, or a whole file name, by what stands in a file.
 *
 * <p>A choice is sure if one of its {@code sure} patterns is found; the first sure choice wins. Else the choice with most
 * {@code hints} found wins, files {@code beside} it counting as hints too, and the earlier one among equals. A choice with
 * a {@code never} pattern found is out. If nothing was found, {@code otherwise} wins.
 *
 * @param extensions the extensions it is for, with their dot, and the whole file names
 * @param choices languages to choose from, in order
 * @param otherwise name of the language if nothing was found; empty if that is not known
 * @param contextFirst whether a file is not even looked into where almost all the tree speaks for one choice
 * @param inCode whether marks count only in what a C compiler reads: not in comments, not under {@code __cplusplus}
 */
public record ContentRule(
        List<String> extensions, List<Choice> choices, String otherwise, boolean contextFirst, boolean inCode) {
    /** Copies its lists. */
    public ContentRule {
        extensions = List.copyOf(extensions);
        choices = List.copyOf(choices);
    }

    /**
     * A language with its marks. Patterns are regular expressions; {@code ^} and {@code $} match at each line.
     *
     * @param language its name
     * @param safety safety class that such a file has, where it is not that of the language (a grammar whose actions are Go)
     * @param sure patterns that decide
     * @param hints patterns that speak for it
     * @param never patterns that rule it out
     * @param beside extensions of files in the same directory or tree that speak for it
     * @param perhaps extensions of files that may speak for it: where there are some, a file is looked into, no more
     */
    public record Choice(
            String language,
            @Nullable Safety safety,
            List<String> sure,
            List<String> hints,
            List<String> never,
            List<String> beside,
            List<String> perhaps) {
        /** Copies its lists. */
        public Choice {
            sure = List.copyOf(sure);
            hints = List.copyOf(hints);
            never = List.copyOf(never);
            beside = List.copyOf(beside);
            perhaps = List.copyOf(perhaps);
        }
    }
}
