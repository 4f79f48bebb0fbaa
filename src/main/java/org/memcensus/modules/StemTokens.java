package org.memcensus.modules;

/**
 * Where the words of a file's stem begin and end: at separators, at a capital behind a small letter, and at a number
 * behind a word ({@code http2} is http, but {@code x509} and {@code e1000} are words themselves).
 */
final class StemTokens {
    /** A number behind fewer letters belongs to them. */
    private static final int WORD = 3;

    private StemTokens() {}

    /** Whether a character stands between words. */
    static boolean separates(char c) {
        return c == '_' || c == '-' || c == ' ' || c == '+' || c == ',' || c == '~' || c == '@';
    }

    /** Index of the first character at or behind {@code from} that is no separator. */
    static int start(String stem, int from) {
        int start = from;
        while (start < stem.length() && separates(stem.charAt(start))) {
            start++;
        }
        return start;
    }

    /** Index behind the word that begins at or behind {@code from}, separators before it skipped. */
    static int end(String stem, int from) {
        int start = start(stem, from);
        int at = start;
        while (at < stem.length() && !ends(stem, start, at)) {
            at++;
        }
        return at;
    }

    private static boolean ends(String stem, int start, int at) {
        char c = stem.charAt(at);
        if (separates(c)) {
            return true;
        }
        if (at == start) {
            return false;
        }
        char before = stem.charAt(at - 1);
        return (Character.isUpperCase(c) && Character.isLowerCase(before))
                || (Character.isDigit(c) && Character.isLetter(before) && at - start >= WORD);
    }
}
