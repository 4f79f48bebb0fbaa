package org.memcensus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties a module to its build and to the other modules of its repository.
 *
 * @param declared the target or package that it is, or is a part of; null where no build declares it
 * @param directories directories of its files, sorted, where its path alone does not say them; else empty
 * @param offer what it offers to others outside the repository
 * @param dependsOn ids of the modules whose headers it includes or which it links, sorted
 * @param users number of modules that depend on it
 * @param usedHeaders number of distinct headers of it that other modules include: the width of its interface
 * @param usedFunctions number of functions of it that other modules call by name, as far as C tells and no two have the name
 * @param upstream what a vendored component is a copy of; null where nothing tells
 * @param buildSwitch where the build chooses between implementations of it; null where it does not
 */
public record Ties(
        @Nullable Declared declared,
        List<String> directories,
        Offer offer,
        List<String> dependsOn,
        int users,
        int usedHeaders,
        int usedFunctions,
        @Nullable Upstream upstream,
        @Nullable BuildSwitch buildSwitch) {
    /** Nothing known. */
    public static final Ties NONE = new Ties(null, List.of(), Offer.NONE, List.of(), 0, 0, 0, null, null);

    /** Copies its lists. */
    public Ties {
        directories = List.copyOf(directories);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * A declaration of the build.
     *
     * @param system name of the build system, such as {@code cmake}
     * @param name name of the target or package, as declared
     * @param path build file
     * @param line its line, from 1
     * @param part whether the module is only a part of it
     */
    public record Declared(String system, String name, String path, int line, boolean part) {}

    /**
     * What a module offers to programs outside the repository.
     *
     * @param headers its headers that the build installs, as paths, sorted
     * @param pkgConfig files for pkg-config that describe it, as paths, sorted
     * @param symbols lists of its exported symbols, as paths, sorted
     */
    public record Offer(List<String> headers, List<String> pkgConfig, List<String> symbols) {
        /** Nothing. */
        public static final Offer NONE = new Offer(List.of(), List.of(), List.of());

        /** Copies its lists. */
        public Offer {
            headers = List.copyOf(headers);
            pkgConfig = List.copyOf(pkgConfig);
            symbols = List.copyOf(symbols);
        }

        /** Whether nothing is offered. */
        public boolean isEmpty() {
            return headers.isEmpty() && pkgConfig.isEmpty() && symbols.isEmpty();
        }
    }

    /**
     * The project that a vendored component is a copy of.
     *
     * @param name its name
     * @param version its version as it stands in the copy; empty where it does not
     * @param path the file that tells
     */
    public record Upstream(String name, String version, String path) {}

    /**
     * A choice that the build offers.
     *
     * @param path file that declares it
     * @param line its line, from 1
     * @param name as declared: {@code --with-rustls}, {@code CURL_USE_RUSTLS}
     */
    public record BuildSwitch(String path, int line, String name) {}
}
