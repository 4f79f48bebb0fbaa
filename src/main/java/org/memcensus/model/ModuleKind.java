package org.memcensus.model;

/** What a module is, as the build or the tree declares it. */
public enum ModuleKind {
    /** A library that the build declares. */
    LIBRARY("library"),
    /** A program that the build declares. */
    EXECUTABLE("executable"),
    /** A plugin or loadable module that the build declares. */
    PLUGIN("plugin"),
    /** A kernel module. */
    KERNEL_MODULE("kernel-module"),
    /** A package of a package manager. */
    PACKAGE("package"),
    /** A directory. */
    DIRECTORY("directory"),
    /** A family of files in a flat directory. */
    FAMILY("family"),
    /** A third-party component kept in the tree. */
    VENDORED("vendored"),
    /** What the configuration says is one module. */
    CONFIGURED("configured");

    private final String label;

    ModuleKind(String label) {
        this.label = label;
    }

    /** The word that reports use. */
    public String label() {
        return label;
    }
}
