package org.memcensus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the replacement catalogue: a component in an unsafe language and a memory-safe project that does its work.
 *
 * @param component what is replaced, such as {@code zlib}
 * @param kind what it does, such as {@code compression}
 * @param fingerprint how a scan recognises the component
 * @param project the replacement's name
 * @param language the language it is written in
 * @param licence its SPDX licence expression
 * @param url its address
 * @param swapLevel how it is swapped in: {@code abi}, {@code c-api}, {@code build-option}, {@code module},
 *     {@code process} or {@code language-only}
 * @param cApi {@code yes}, {@code partial} or {@code no}
 * @param how how its C API is had; may be empty
 * @param maturity what is known of its use
 * @param source published source of these facts, a URL
 * @param use what code must and must not do, to be a user of the component whom the replacement fits
 * @param trial whether it is too young to ship: to be tried, not to be moved to
 * @param switches texts in build files that select the replacement, where the build can
 * @param twin how code is recognised that does the component's work by itself; null where it is not looked for
 * @param stories who ships the replacement
 */
public record Replacement(
        String component,
        String kind,
        Fingerprint fingerprint,
        String project,
        String language,
        String licence,
        String url,
        String swapLevel,
        String cApi,
        String how,
        String maturity,
        String source,
        Use use,
        boolean trial,
        List<String> switches,
        @Nullable Twin twin,
        List<Story> stories) {
    /** Copies its lists. */
    public Replacement {
        switches = List.copyOf(switches);
        stories = List.copyOf(stories);
    }

    /** An entry without the marks and stories that most do not have. */
    public Replacement(
            String component,
            String kind,
            Fingerprint fingerprint,
            String project,
            String language,
            String licence,
            String url,
            String swapLevel,
            String cApi,
            String how,
            String maturity,
            String source) {
        this(
                component,
                kind,
                fingerprint,
                project,
                language,
                licence,
                url,
                swapLevel,
                cApi,
                how,
                maturity,
                source,
                Use.ANY,
                false,
                List.of(),
                null,
                List.of());
    }

    /** Whether it is linked in place of the component, and no code changes. */
    public boolean isLinked() {
        return swapLevel.equals("abi");
    }

    /** Whether it stands beside the component's code in the component's own project, and takes over the work of all of it. */
    public boolean isBeside() {
        return swapLevel.equals("build-option") || swapLevel.equals("module");
    }

    /**
     * Whether a caller in C can swap without leaving its language. What has another interface must have the whole of it:
     * callers that need the rest would find out in the end.
     */
    public boolean fitsCallers() {
        return isLinked() || swapLevel.equals("c-api") && !cApi.equals("partial");
    }

    /** What the component does, without where: {@code TLS in HTTP client} is TLS. */
    public String work() {
        return kind.split(" ", 2)[0];
    }

    /**
     * How code is recognised that does a component's work by itself.
     *
     * @param does what it does, to follow a file's name: {@code takes DNS messages apart itself}
     * @param evidence ids of evidence rules, one of which must hit in the file
     * @param least places that they must hit there
     * @param also ids of evidence rules that must all hit there too
     * @param words one of these words must stand in the file's name; of {@code a+b} both
     * @param unless headers that say that another library does it; a star at the end for any rest
     */
    public record Twin(
            String does, List<String> evidence, int least, List<String> also, List<String> words, List<String> unless) {
        /** Copies its lists. */
        public Twin {
            also = List.copyOf(also);
            evidence = List.copyOf(evidence);
            words = List.copyOf(words);
            unless = List.copyOf(unless);
        }
    }

    /**
     * The users of a component whom its replacement fits.
     *
     * @param calls what the names of functions begin with that the replacement takes over, such as those that decode where
     *     it only decodes; empty for all of the component's
     * @param notNames what names in code begin with that say that it does not fit, such as DTLS beside TLS
     * @param notWith headers that say so, with a star at the end for any rest
     * @param lacks functions of the component that this replacement has not, though others may
     * @param makes functions of which a user whose calls would change calls one, to make what it works on: what others make
     *     for it, others must change too
     * @param handles names of the types of what it works on: where a header offers them to others, others must change too
     */
    public record Use(
            List<String> calls,
            List<String> notNames,
            List<String> notWith,
            List<String> lacks,
            List<String> makes,
            List<String> handles) {
        /** Every user. */
        public static final Use ANY = new Use(List.of(), List.of(), List.of(), List.of());

        /** Of those that make what they work on by any function. */
        public Use(List<String> calls, List<String> notNames, List<String> notWith, List<String> lacks) {
            this(calls, notNames, notWith, lacks, List.of(), List.of());
        }

        /** Copies its lists. */
        public Use {
            calls = List.copyOf(calls);
            notNames = List.copyOf(notNames);
            notWith = List.copyOf(notWith);
            lacks = List.copyOf(lacks);
            makes = List.copyOf(makes);
            handles = List.copyOf(handles);
        }
    }

    /**
     * The marks of a component in a tree.
     *
     * @param files names of its files, as globs
     * @param dirs names of directories that hold it
     * @param headers its headers, as included by others
     * @param marks files of which a copy has one, where others have headers of the same names or a part of it; empty for any of
     *     its headers
     * @param symbolPrefixes what its functions' names begin with; with {@code ()} at the end, whole names
     */
    public record Fingerprint(
            List<String> files,
            List<String> dirs,
            List<String> headers,
            List<String> marks,
            List<String> symbolPrefixes) {
        /** Of a component whose headers have names of their own. */
        public Fingerprint(List<String> files, List<String> dirs, List<String> headers, List<String> symbolPrefixes) {
            this(files, dirs, headers, List.of(), symbolPrefixes);
        }

        /** The files of which a copy of the component has one. */
        public List<String> ownFiles() {
            return marks.isEmpty() ? headers : marks;
        }

        /** Copies its lists. */
        public Fingerprint {
            files = List.copyOf(files);
            dirs = List.copyOf(dirs);
            headers = List.copyOf(headers);
            marks = List.copyOf(marks);
            symbolPrefixes = List.copyOf(symbolPrefixes);
        }
    }
}
