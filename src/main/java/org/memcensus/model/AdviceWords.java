package org.memcensus.model;

import java.util.List;
import java.util.Set;

/**
 * What the first step is put together from, beside the catalogue.
 *
 * @param platforms systems that replacements in Rust do not reach
 * @param outside words of functions that take outside data apart
 * @param perhaps words that say so only beside a word of objects
 * @param objects words for what comes from outside
 * @param aside words of functions that do not, whatever else their names say
 * @param asideFiles words of files that read what the user of the program gives
 * @param inward rules of evidence that alone tell of no data from outside
 * @param systems memory-safe languages that compile to native code
 */
public record AdviceWords(
        List<Platform> platforms,
        Set<String> outside,
        Set<String> perhaps,
        Set<String> objects,
        Set<String> aside,
        Set<String> asideFiles,
        Set<String> inward,
        Set<String> systems) {
    /** Copies its collections. */
    public AdviceWords {
        platforms = List.copyOf(platforms);
        outside = Set.copyOf(outside);
        perhaps = Set.copyOf(perhaps);
        objects = Set.copyOf(objects);
        aside = Set.copyOf(aside);
        asideFiles = Set.copyOf(asideFiles);
        inward = Set.copyOf(inward);
        systems = Set.copyOf(systems);
    }

    /**
     * A system that a tree builds for.
     *
     * @param name its name
     * @param words words of directories and file names that speak for it, in lower case
     */
    public record Platform(String name, Set<String> words) {
        /** Copies its set. */
        public Platform {
            words = Set.copyOf(words);
        }
    }
}
