package org.memcensus.model;

/** Prossimo's criteria: four of risk, four of opportunity. */
public enum Criterion {
    /** Very widely used. */
    R1("very widely used"),
    /** On a network boundary. */
    R2("on a network boundary"),
    /** Performs a critical function. */
    R3("performs a critical function"),
    /** Written in a memory-unsafe language. */
    R4("written in a memory-unsafe language"),
    /** A library or component that many projects use. */
    O1("a component that many projects use"),
    /** Efficiently replaceable by an existing memory-safe library. */
    O2("replaceable by a memory-safe library"),
    /** Funding. */
    O3("funding"),
    /** Maintainers on board. */
    O4("maintainers on board");

    private final String text;

    Criterion(String text) {
        this.text = text;
    }

    /** The criterion in Prossimo's words, to follow "it is". */
    public String text() {
        return text;
    }
}
