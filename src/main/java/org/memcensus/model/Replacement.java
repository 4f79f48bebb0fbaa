package org.memcensus.model;

import java.util.List;

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
        String source) {
    /**
     * The marks of a component in a tree.
     *
     * @param files names of its files, as globs
     * @param dirs names of directories that hold it
     * @param headers its headers, as included by others
     * @param symbolPrefixes what its functions' names begin with
     */
    public record Fingerprint(
            List<String> files, List<String> dirs, List<String> headers, List<String> symbolPrefixes) {
        /** Copies its lists. */
        public Fingerprint {
            files = List.copyOf(files);
            dirs = List.copyOf(dirs);
            headers = List.copyOf(headers);
            symbolPrefixes = List.copyOf(symbolPrefixes);
        }
    }
}
