package org.memcensus.model;

import java.util.Locale;

/** What a language leaves to the programmer: the safety class of the contract. */
public enum Safety {
    /** Memory safety is the programmer's duty (C, C++, Objective-C, assembly, ...). */
    UNSAFE,
    /** The language keeps memory safe, escape hatches apart. */
    SAFE,
    /** No published source decides it, or the code runs in a sandbox. */
    UNDETERMINED,
    /** Data, markup, prose, configuration, build files: not counted as code in a share. */
    NONE;

    /** The word that reports and tables use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
