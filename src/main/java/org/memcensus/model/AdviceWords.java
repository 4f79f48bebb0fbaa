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
 * @param lists which files of a build name its sources
 * @param bare what speaks for code that runs without an operating system
 */
public record AdviceWords(
        List<Platform> platforms,
        Set<String> outside,
        Set<String> perhaps,
        Set<String> objects,
        Set<String> aside,
        Set<String> asideFiles,
        Set<String> inward,
        Set<String> systems,
        Lists lists,
        Bare bare) {
    /** Nothing to say, and code with a system beneath it. */
    public static final AdviceWords NONE = new AdviceWords(
            List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Lists.NONE, Bare.NONE);

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

    /**
     * Files of a build that name sources.
     *
     * @param buildFiles names of build files, as {@link Bare#buildFiles}
     * @param globs what says in one that it takes all sources there are
     */
    public record Lists(Set<String> buildFiles, Set<String> globs) {
        /** None: no source is known to be left out. */
        public static final Lists NONE = new Lists(Set.of(), Set.of());

        /** Copies its sets. */
        public Lists {
            buildFiles = Set.copyOf(buildFiles);
            globs = Set.copyOf(globs);
        }

        /** Whether a file of a name may name sources. */
        public boolean isBuildFile(String name) {
            return isNamed(buildFiles, name);
        }
    }

    private static boolean isNamed(Set<String> names, String name) {
        int dot = name.lastIndexOf('.');
        return names.contains(name)
                || dot > 0 && names.contains(name.substring(dot))
                || dot > 0 && names.contains(name.substring(0, dot) + ".*");
    }

    /**
     * What speaks for code that runs without an operating system beneath it.
     *
     * @param headers headers that only a kernel or firmware has, with a star at the end for any rest
     * @param together headers that only a kernel or firmware includes all of in one file; none if empty
     * @param buildFiles names of build files, endings of names ({@code .mk}), or names before any ending ({@code Makefile.*})
     * @param flags words of a build file below the root
     * @param rootFlags words of a build file at the root, beside a linker script
     * @param scripts ends of the names of linker scripts
     * @param scriptWords words of a linker script that gives code its place in memory
     * @param hosted files at the root that ask the system they build on for what it has
     */
    public record Bare(
            List<String> headers,
            Set<String> together,
            Set<String> buildFiles,
            Set<String> flags,
            Set<String> rootFlags,
            List<String> scripts,
            Set<String> scriptWords,
            Set<String> hosted) {
        /** Nothing: all code has a system. */
        public static final Bare NONE =
                new Bare(List.of(), Set.of(), Set.of(), Set.of(), Set.of(), List.of(), Set.of(), Set.of());

        /** Copies its collections. */
        public Bare {
            headers = List.copyOf(headers);
            together = Set.copyOf(together);
            buildFiles = Set.copyOf(buildFiles);
            flags = Set.copyOf(flags);
            rootFlags = Set.copyOf(rootFlags);
            scripts = List.copyOf(scripts);
            scriptWords = Set.copyOf(scriptWords);
            hosted = Set.copyOf(hosted);
        }

        /** Whether a file of a name is read by a build. */
        public boolean isBuildFile(String name) {
            return isNamed(buildFiles, name);
        }
    }
}
