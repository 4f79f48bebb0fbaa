package org.memcensus.manifest;

/**
 * A pattern of paths as git's ignore files write them: {@code *} and {@code ?} stop at a slash, {@code **} does not, and a
 * folder means all below it. Matching takes time in proportion to both lengths, whatever the pattern.
 */
final class PathPattern {
    private final String glob;
    private final boolean rooted;

    /** What a path must begin with, looked at first: Linux has ten thousand patterns, nearly all of them without a star. */
    private final String prefix;

    PathPattern(String text) {
        int slash = text.indexOf('/');
        rooted = slash >= 0 && slash < text.length() - 1;
        glob = text.startsWith("/") ? text.substring(1) : text;
        int literal = 0;
        while (rooted && literal < glob.length() && "*?".indexOf(glob.charAt(literal)) < 0) {
            literal++;
        }
        // A folder may be written with its slash, or without.
        prefix = glob.substring(0, literal);
    }

    /** The folder, at most two deep, that all its paths lie in, with its slash; empty for the root. */
    String folder() {
        int first = prefix.indexOf('/') + 1;
        return prefix.substring(0, Math.max(first, prefix.indexOf('/', first) + 1));
    }

    boolean matches(String path) {
        if (!path.startsWith(prefix)) {
            return false;
        }
        if (rooted && prefix.length() == glob.length()) {
            return glob.endsWith("/") || path.length() == glob.length() || path.charAt(glob.length()) == '/';
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
        boolean folder = glob.endsWith("/");
        String own = folder ? glob.substring(0, glob.length() - 1) : glob;
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
                boolean deep = own.startsWith("**", i);
                for (int at = 0; at <= length; at++) {
                    boolean goes = at > 0 && next[at - 1] && (deep || path.charAt(from + at - 1) != '/');
                    next[at] = ends[at] || goes;
                }
                i += deep ? 2 : 1;
            } else {
                char wanted = own.charAt(i);
                for (int at = 1; at <= length; at++) {
                    char c = path.charAt(from + at - 1);
                    next[at] = ends[at - 1] && (wanted == '?' ? c != '/' : c == wanted);
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
