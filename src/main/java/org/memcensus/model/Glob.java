package org.memcensus.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths as git's attributes and build files write them: without a slash it is for names at any depth, with one
 * for paths from its directory; {@code *} and {@code ?} stop at a slash, {@code **} between slashes does not. Time grows
 * with the product of the lengths of pattern and path, however many stars there are. Immutable.
 */
public final class Glob {
    private static final String SPECIAL = "*?[]\\";

    private final boolean anywhere;
    private final List<String> parts;

    /** What each matching path begins with, and ends with: tells most others at a glance. */
    private final String beginning;

    private final String ending;

    /** A pattern of names, or of paths where it has a slash. */
    public Glob(String pattern) {
        String text = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        anywhere = pattern.indexOf('/') < 0;
        parts = split(text);
        int first = 0;
        while (first < text.length() && SPECIAL.indexOf(text.charAt(first)) < 0) {
            first++;
        }
        int last = text.length();
        while (last > 0 && SPECIAL.indexOf(text.charAt(last - 1)) < 0 && text.charAt(last - 1) != '/') {
            last--;
        }
        beginning = anywhere ? "" : text.substring(0, first);
        ending = text.indexOf('\\') < 0 ? text.substring(last) : "";
    }

    /** A pattern of paths from the root, also where it has no slash. */
    public static Glob ofPaths(String pattern) {
        return new Glob(pattern.startsWith("/") ? pattern : "/" + pattern);
    }

    /** Whether a text has wildcards. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** The directory that all its paths lie in; empty for the root. */
    public String directory() {
        return beginning.substring(0, Math.max(0, beginning.lastIndexOf('/')));
    }

    /** Whether it matches a path from the directory that it is written for. */
    public boolean matches(String path) {
        if (!path.startsWith(beginning) || !path.endsWith(ending)) {
            return false;
        }
        if (anywhere) {
            return partMatches(parts.get(0), path.substring(path.lastIndexOf('/') + 1));
        }
        List<String> names = split(path);
        int part = 0;
        int name = 0;
        int afterStars = -1;
        int retry = -1;
        while (name < names.size()) {
            if (part < parts.size() && parts.get(part).equals("**")) {
                part++;
                if (part == parts.size()) {
                    return true;
                }
                afterStars = part;
                retry = name;
            } else if (part < parts.size() && partMatches(parts.get(part), names.get(name))) {
                part++;
                name++;
            } else if (afterStars >= 0) {
                part = afterStars;
                retry++;
                name = retry;
            } else {
                return false;
            }
        }
        return part == parts.size();
    }

    private static boolean partMatches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            int next = p < pattern.length() ? oneMatches(pattern, p, name.charAt(n)) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = ++p;
                retry = n;
            } else if (next >= 0) {
                p = next;
                n++;
            } else if (star >= 0) {
                p = star;
                retry++;
                n = retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Index behind the element at {@code p} if that matches {@code c}, else -1. */
    private static int oneMatches(String pattern, int p, char c) {
        char element = pattern.charAt(p);
        if (element == '?') {
            return p + 1;
        }
        if (element == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        int end = element == '[' ? pattern.indexOf(']', p + 2) : -1;
        if (end < 0) {
            return element == c ? p + 1 : -1;
        }
        int i = p + 1;
        boolean not = pattern.charAt(i) == '!' || pattern.charAt(i) == '^';
        boolean in = false;
        for (i += not ? 1 : 0; i < end; i++) {
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                in |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                in |= pattern.charAt(i) == c;
            }
        }
        return in != not ? end + 1 : -1;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', from)) {
            parts.add(text.substring(from, slash));
            from = slash + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
