package org.memcensus.model;

import java.util.List;

/**
 * The first step towards a memory-safe module, in words that a maintainer can act on; composed from the catalogue and from
 * what was found in the tree.
 *
 * @param text what to do, one or two sentences
 * @param places where to begin, best first
 * @param mind what to keep in mind, a sentence each
 * @param precedents who did it before
 */
public record FirstStep(String text, List<Place> places, List<String> mind, List<Story> precedents) {
    /** Copies its lists. */
    public FirstStep {
        places = List.copyOf(places);
        mind = List.copyOf(mind);
        precedents = List.copyOf(precedents);
    }

    /**
     * A place to begin at.
     *
     * @param what what stands there: a function, a build switch
     * @param path its file
     * @param line its line, from 1
     * @param lines how many lines it has; 0 where that has no meaning
     */
    public record Place(String what, String path, int line, int lines) {}
}
