package org.memcensus.model;

/** What docstrings count as: strings that a language keeps as the documentation of what they begin (Python). */
public enum Docstrings {
    /** Comments, since nothing runs them. */
    COMMENTS,
    /** Code, as any other string. */
    CODE
}
