package org.memcensus.model;

import java.util.List;

/**
 * An evidence rule: a question about a module, and how code answers it.
 *
 * @param id unique id, such as {@code net.socket}
 * @param criterion what a hit speaks for
 * @param question the question in words
 * @param says the answer in a few words, for the screen: "receives from sockets"
 * @param why why it matters
 * @param source published source of the claim, a URL
 * @param points most points it can give
 * @param enough hits in a module that give all its points; fewer give their share
 * @param match what counts as a hit
 * @param hits lines of code that must match, run as tests
 * @param misses lines of code that must not match, run as tests
 */
public record Rule(
        String id,
        Criterion criterion,
        String question,
        String says,
        String why,
        String source,
        int points,
        int enough,
        Match match,
        List<String> hits,
        List<String> misses) {
    /** Copies its lists. */
    public Rule {
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }

    /**
     * What a rule looks for. Names may end in {@code *}: any rest. Only code is looked at, not comments and strings.
     *
     * @param calls functions that are called (a name before an opening parenthesis)
     * @param names names used anywhere in code: types, macros, constants
     * @param includes headers included
     * @param words words in names of functions that are called or defined, split at {@code _} and at capitals
     * @param paths words in the path of the file, split likewise and at {@code / - .}; lower case
     * @param unless what takes a hit back
     */
    public record Match(
            List<String> calls,
            List<String> names,
            List<String> includes,
            List<String> words,
            List<String> paths,
            Unless unless) {
        /** Takes no hit back. */
        public Match(
                List<String> calls, List<String> names, List<String> includes, List<String> words, List<String> paths) {
            this(calls, names, includes, words, paths, Unless.NOTHING);
        }

        /** Copies its lists. */
        public Match {
            calls = List.copyOf(calls);
            names = List.copyOf(names);
            includes = List.copyOf(includes);
            words = List.copyOf(words);
            paths = List.copyOf(paths);
        }
    }

    /**
     * What takes a hit back. Words of names and of file names are in lower case, the others as they are written.
     *
     * @param words words of the same name: {@code tls_alloc} speaks of thread-local storage
     * @param names whole names, a star at the end for any rest: an object in C++ may be called {@code sdp}
     * @param given words between the parentheses behind a function: one that is given {@code argv} reads a command line
     * @param files words of the file's own name: what {@code getopt.c} parses is the user's
     * @param onlyIncluded whether headers alone are no hit: a type or a macro of theirs may be all that is wanted
     * @param beside what takes back all hits of a file, where it stands in it
     */
    public record Unless(
            List<String> words,
            List<String> names,
            List<String> given,
            List<String> files,
            boolean onlyIncluded,
            List<Beside> beside) {
        /** Nothing takes a hit back. */
        public static final Unless NOTHING = new Unless(List.of(), List.of(), List.of(), List.of(), false, List.of());

        /** Copies its lists. */
        public Unless {
            words = List.copyOf(words);
            names = List.copyOf(names);
            given = List.copyOf(given);
            files = List.copyOf(files);
            beside = List.copyOf(beside);
        }
    }

    /**
     * What else stands in a file tells what is meant: sockets of a file that names only addresses of this machine are no
     * sockets of a network.
     *
     * @param any names and headers, of which one is enough, as in {@link Match#names} and {@link Match#includes}
     * @param but such that leave the hits as they are, where one of them stands in the file too
     */
    public record Beside(List<String> any, List<String> but) {
        /** Copies its lists. */
        public Beside {
            any = List.copyOf(any);
            but = List.copyOf(but);
        }
    }
}
