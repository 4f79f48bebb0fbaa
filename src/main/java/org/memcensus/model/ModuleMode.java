package org.memcensus.model;

/** How files are grouped into modules. */
public enum ModuleMode {
    /** By the build's declarations where there are any, else by directories and families. */
    AUTO,
    /** By the build's declarations; what no build declares goes by directory, unsplit. */
    BUILD,
    /** By directory only. */
    DIR
}
