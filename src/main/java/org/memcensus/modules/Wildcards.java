package org.memcensus.modules;

/** Patterns of file names with {@code *} and {@code ?}. */
final class Wildcards {
    private Wildcards() {}

    /** Whether a word holds wildcards. */
    static boolean in(String word) {
        return word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
    }

    /** Whether a name matches a pattern, in time of their product at most. */
    static boolean match(String name, String pattern) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < name.length()) {
            char p = in < pattern.length() ? pattern.charAt(in) : 0;
            if (p == '*') {
                star = in++;
                resume = at;
            } else if (p == '?' || p == name.charAt(at)) {
                at++;
                in++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
