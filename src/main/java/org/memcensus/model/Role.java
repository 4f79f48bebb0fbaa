package org.memcensus.model;

import java.util.Locale;

/** What a file is for in its repository. Each file has exactly one role. */
public enum Role {
    /** The project's own code that ships. */
    CORE,
    /** Tests, test data, fuzz targets and benchmarks. */
    TEST,
    /** Documentation. */
    DOCS,
    /** Example and demonstration programs. */
    EXAMPLE,
    /** Build, CI and packaging programs. */
    TOOLING,
    /** Third-party code kept in the tree. */
    VENDORED,
    /** Written by a program from another source. */
    GENERATED;

    /** True where the code reaches users: core, vendored and generated. */
    public boolean shipped() {
        return this == CORE || this == VENDORED || this == GENERATED;
    }

    /** The word that reports and configuration use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
