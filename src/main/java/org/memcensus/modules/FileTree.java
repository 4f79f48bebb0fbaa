package org.memcensus.modules;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The paths of a tree, sorted: what build readers may ask about. Nothing outside it exists for them. */
public final class FileTree {
    private final String[] paths;

    /** A tree of the given files. */
    public FileTree(Collection<String> files) {
        paths = files.toArray(String[]::new);
        Arrays.sort(paths);
    }

    /** Whether there is such a file. */
    public boolean contains(String path) {
        return Arrays.binarySearch(paths, path) >= 0;
    }

    /** All files, sorted. */
    public List<String> all() {
        return Arrays.asList(paths);
    }

    /** All files below a directory, at any depth, sorted. */
    public List<String> under(String directory) {
        if (directory.isEmpty()) {
            return all();
        }
        // '0' is the character behind '/'.
        return all().subList(place(directory + "/"), place(directory + "0"));
    }

    private int place(String path) {
        int found = Arrays.binarySearch(paths, path);
        return found < 0 ? -found - 1 : found;
    }
}
