package org.memcensus.manifest;

/**
 * A pattern of paths as git's ignore files write them: {@code *} and {@code ?} stop at a slash, {@code **} does not, and a
 * folder means all below it. Matching takes time in proportion to both lengths, whatever the pattern.
 */
final class PathPattern {
    private final String glob;
    private final boolean rooted;

    /** The pattern without the slash that says that it means a folder. */
    private final String own;

    private final boolean folder;

    /** Whether it crosses slashes. */
    private final boolean deep;

    /** What a path must begin with, looked at first: Linux has ten thousand patterns, nearly all of them without a star. */
    private final String prefix;

    PathPattern(String text) {
        int slash = text.indexOf('/');
        rooted = slash >= 0 && slash < text.length() - 1;
        glob = text.startsWith("/") ? text.substring(1) : text;
        folder = glob.endsWith("/");
        own = folder ? glob.substring(0, glob.length() - 1) : glob;
        deep = glob.contains("**");
        int literal = 0;
        while (rooted && literal < glob.length() && "*?".indexOf(glob.charAt(literal)) < 0) {
            literal++;
        }
        // A folder may be written with its slash, or without.
        prefix = glob.substring(0, literal);
    }

    /** The deepest folder that is known to hold all its paths, with its slash; empty for the root. */
    String folder() {
        return prefix.substring(0, prefix.lastIndexOf('/') + 1);
    }

    boolean matches(String path) {
        if (!path.startsWith(prefix)) {
            return false;
        }
        if (rooted && prefix.length() == glob.length()) {
            return folder || path.length() == glob.length() || path.charAt(glob.length()) == '/';
        }
        if (rooted) {
            return below(path, 0);
        }
        for (int from = 0; from >= 0; from = path.indexOf('/', from) + 1) {
            if (below(path, from)) {
                return true;
            }
            if (path.indexOf('/', from) < 0) {
                return false;
            }
        }
        return false;
    }

    /** Whether the pattern matches the path from an index on, or a folder that holds it. */
    private boolean below(String path, int from) {
        return deep ? deeply(path, from) : byNames(path, from);
    }

    /** The same where no {@code **} crosses slashes: name by name, the last star of a name taking more until all fits. */
    private boolean byNames(String path, int from) {
        int i = 0;
        int at = from;
        int star = -1;
        int taken = from;
        while (true) {
            char wanted = i < own.length() ? own.charAt(i) : '\0';
            if (i < own.length() && wanted == '*') {
                star = i++;
                taken = at;
            } else if (i < own.length() && at < path.length() && fits(wanted, path.charAt(at))) {
                // The names before a slash are settled: a star cannot take more than its own name.
                star = wanted == '/' ? -1 : star;
                i++;
                at++;
            } else if (i == own.length() && (at == path.length() ? !folder : path.charAt(at) == '/')) {
                return true;
            } else if (star < 0 || taken == path.length() || path.charAt(taken) == '/') {
                return false;
            } else {
                i = star + 1;
                at = ++taken;
            }
        }
    }

    private static boolean fits(char wanted, char c) {
        return wanted == '?' ? c != '/' : wanted == c;
    }

    private boolean deeply(String path, int from) {
        int length = path.length() - from;
        boolean[] ends = new boolean[length + 1];
        ends[0] = true;
        int i = 0;
        while (i < own.length()) {
            boolean[] next = new boolean[length + 1];
            if (own.startsWith("**/", i)) {
                boolean open = false;
                for (int at = 0; at <= length; at++) {
                    next[at] = ends[at] || open && path.charAt(from + at - 1) == '/';
                    open |= ends[at];
                }
                i += 3;
            } else if (own.charAt(i) == '*') {
                boolean crosses = own.startsWith("**", i);
                for (int at = 0; at <= length; at++) {
                    boolean goes = at > 0 && next[at - 1] && (crosses || path.charAt(from + at - 1) != '/');
                    next[at] = ends[at] || goes;
                }
                i += crosses ? 2 : 1;
            } else {
                char wanted = own.charAt(i);
                for (int at = 1; at <= length; at++) {
                    char c = path.charAt(from + at - 1);
                    next[at] = ends[at - 1] && fits(wanted, c);
                }
                i++;
            }
            ends = next;
        }
        for (int at = 0; at <= length; at++) {
            boolean whole = at == length && !folder;
            if (ends[at] && (whole || at < length && path.charAt(from + at) == '/')) {
                return true;
            }
        }
        return false;
    }
}
