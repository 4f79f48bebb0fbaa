package org.memcensus.modules;

/** A pattern of paths with {@code *}, {@code ?} and {@code **}, matched in time of pattern and path multiplied at most. */
final class Glob {
    private final String pattern;

    /** A pattern of whole paths; {@code **}{@code /} stands for no directory too. */
    Glob(String pattern) {
        this.pattern = pattern;
    }

    /** The directory that all its paths lie in. */
    String directory() {
        int end = 0;
        for (int i = 0; i < pattern.length() && !wild(pattern.charAt(i)); i++) {
            end = pattern.charAt(i) == '/' ? i : end;
        }
        return pattern.substring(0, end);
    }

    /** Whether a text has wildcards. */
    static boolean isPattern(String text) {
        return text.chars().anyMatch(Glob::wild);
    }

    private static boolean wild(int c) {
        return c == '*' || c == '?';
    }

    /** Whether a path matches. */
    boolean matches(String path) {
        // Two places to come back to: behind the last "*" and behind the last "**", which may cross directories.
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        int deep = -1;
        int deepResume = 0;
        while (at < path.length()) {
            char p = in < pattern.length() ? pattern.charAt(in) : 0;
            if (p == '*' && pattern.startsWith("**", in)) {
                in += pattern.startsWith("**/", in) ? 3 : 2;
                deep = in;
                deepResume = at;
                star = -1;
            } else if (p == '*') {
                star = ++in;
                resume = at;
            } else if ((p == '?' && path.charAt(at) != '/') || (p != 0 && p != '?' && p == path.charAt(at))) {
                at++;
                in++;
            } else if (star >= 0 && path.charAt(resume) != '/') {
                in = star;
                at = ++resume;
            } else if (deep >= 0) {
                deepResume = next(path, deepResume, deep);
                if (deepResume < 0) {
                    return false;
                }
                star = -1;
                in = deep;
                at = deepResume;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }

    /** Where a "**" may end next: at a directory if it is followed by one, else anywhere; -1 for nowhere. */
    private int next(String path, int from, int deep) {
        if (deep > 0 && pattern.charAt(deep - 1) == '/') {
            int slash = path.indexOf('/', from);
            return slash < 0 ? -1 : slash + 1;
        }
        return from + 1 <= path.length() ? from + 1 : -1;
    }
}
