package org.memcensus.model;

/** The kind of a language, as GitHub Linguist sorts them. */
public enum LanguageType {
    /** A programming language. */
    PROGRAMMING,
    /** Markup with a layout, such as HTML. */
    MARKUP,
    /** Data and configuration. */
    DATA,
    /** Text for people. */
    PROSE
}
