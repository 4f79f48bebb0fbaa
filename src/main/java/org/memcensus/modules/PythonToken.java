package org.memcensus.modules;

/**
 * A word of a build script.
 *
 * @param kind what it is
 * @param text its text, that of a string without quotes
 * @param line its line, from 1
 * @param column its place in the line, from 0
 */
record PythonToken(Kind kind, String text, int line, int column) {
    /** What a word is. */
    enum Kind {
        /** A name, a keyword or a number. */
        NAME,
        /** A string. */
        TEXT,
        /** An operator, a bracket or any other sign. */
        SIGN,
        /** The end of a statement's line. */
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean named(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
