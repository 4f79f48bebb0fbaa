package org.memcensus.model;

import java.util.List;

/**
 * What was seen, and what of it was left out: no gap is silent. {@link #seen()} is the sum of all counters.
 *
 * @param counted files that were read and counted
 * @param binary files with binary content
 * @param lfsPointers Git LFS pointers that are not followed
 * @param submodules submodules that are not entered
 * @param symlinks symbolic links; not followed
 * @param tooLarge files above the size limit
 * @param unreadable files that could not be read
 * @param unknown text files in no known language
 * @param excluded files that the user's globs left out
 * @param notes what the counters cannot say, sorted by path
 */
public record Coverage(
        long counted,
        long binary,
        long lfsPointers,
        long submodules,
        long symlinks,
        long tooLarge,
        long unreadable,
        long unknown,
        long excluded,
        List<Problem> notes) {
    /** Copies its list. */
    public Coverage {
        notes = List.copyOf(notes);
    }

    /** All entries of the scanned tree. */
    public long seen() {
        return counted + binary + lfsPointers + submodules + symlinks + tooLarge + unreadable + unknown + excluded;
    }

    /** Whether something that should have been read was not. */
    public boolean incomplete() {
        return unreadable > 0;
    }
}
