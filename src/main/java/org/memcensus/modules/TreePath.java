package org.memcensus.modules;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Paths from the scanned root, with {@code /} between names; the root itself is "". */
final class TreePath {
    private TreePath() {}

    /** The directory that holds a file. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last name of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Number of directories that a path lies in. */
    static int depth(String path) {
        int depth = 0;
        for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
            depth++;
        }
        return depth;
    }

    /** Whether the last name of a path is the given one: {@link #name} without a new string. */
    static boolean isNamed(String path, String name) {
        int rest = path.length() - name.length();
        return path.endsWith(name) && (rest == 0 || path.charAt(rest - 1) == '/');
    }

    /** A path below a directory. */
    static String join(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    /** A file's name up to its first dot; a leading dot belongs to the name. */
    static String stem(String path) {
        String name = name(path);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** What stands behind the last dot of a word, or of a path; "" where there is none. */
    static String ending(String word) {
        int dot = word.lastIndexOf('.');
        return dot < 0 ? "" : word.substring(dot + 1);
    }

    /** Whether a path is a directory or lies below it. */
    static boolean within(String path, String directory) {
        return directory.isEmpty()
                || (path.startsWith(directory)
                        && (path.length() == directory.length() || path.charAt(directory.length()) == '/'));
    }

    /** A path as seen from a directory, without {@code .} and {@code ..}; null where it leaves the tree. */
    static @Nullable String resolve(String directory, String relative) {
        if (isPlain(directory) && isPlain(relative)) {
            return relative.isEmpty() ? directory : join(directory, relative);
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : TreePath.join(directory, relative).split("/", -1)) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return null;
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /** Whether a path has no names that stand for others: most have not. */
    private static boolean isPlain(String path) {
        return !path.startsWith(".")
                && !path.startsWith("/")
                && !path.endsWith("/")
                && !path.contains("/.")
                && !path.contains("//");
    }

    /** Number of steps up and down between two directories. */
    static int distance(String from, String to) {
        String common = from;
        int steps = 0;
        while (!within(to, common)) {
            common = parent(common);
            steps++;
        }
        for (String rest = to; rest.length() > common.length(); rest = parent(rest)) {
            steps++;
        }
        return steps;
    }
}
