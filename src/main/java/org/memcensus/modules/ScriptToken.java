package org.memcensus.modules;

/**
 * A token of a build script.
 *
 * @param kind what it is
 * @param text its text; of a string what stands between the quotes
 * @param line its line, from 1
 * @param column its column, from 0; of the first token of a line its indentation
 */
record ScriptToken(Kind kind, String text, int line, int column) {
    /** What a token is. */
    enum Kind {
        NAME,
        STRING,
        /** A string in which references are put in: {@code f'@x@'}. */
        OPEN_STRING,
        NUMBER,
        SIGN,
        /** End of a line outside of brackets. */
        NEWLINE,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }
}
