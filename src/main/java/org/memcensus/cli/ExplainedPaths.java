package org.memcensus.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;

/**
 * Files to explain, seen from their repository.
 *
 * @param target what to scan
 * @param paths paths from its root, with {@code /} between names
 */
record ExplainedPaths(String target, List<String> paths) {
    /**
     * Finds the repository that files lie in. They need not exist: a commit may still have them.
     *
     * @param directory where relative paths begin
     * @throws UsageException if they lie in different repositories
     */
    static ExplainedPaths find(Path directory, List<String> paths) throws UsageException {
        Path root = null;
        List<String> inside = new ArrayList<>();
        for (String text : paths) {
            Path path = absolute(directory, text);
            Path home = repository(path);
            if (home == null) {
                Path here = directory.toAbsolutePath().normalize();
                home = path.startsWith(here) ? here : path.getParent();
            }
            if (home == null || path.equals(home)) {
                throw new UsageException(text + " is no file: name a file in a repository");
            }
            if (root != null && !root.equals(home)) {
                throw new UsageException(text + " lies in " + home + ", and the files before it in " + root
                        + ": explain the files of one repository at a time");
            }
            root = home;
            inside.add(home.relativize(path).toString().replace('\\', '/'));
        }
        return new ExplainedPaths(root == null ? "." : root.toString(), List.copyOf(inside));
    }

    private static Path absolute(Path directory, String text) throws UsageException {
        try {
            return directory.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(text + ": no path of this system: " + e.getReason());
        }
    }

    private static @Nullable Path repository(Path path) {
        Path folder = path.getParent();
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
