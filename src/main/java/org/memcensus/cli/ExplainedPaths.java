package org.memcensus.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;

/**
 * Files to explain, seen from their repository.
 *
 * @param target what to scan
 * @param paths paths from its root, with {@code /} between names
 */
record ExplainedPaths(String target, List<String> paths) {
    private static final Pattern MODULE_ID = Pattern.compile("[a-z]{2,}:.*");

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
            if (isModule(directory, text)) {
                Path here = directory.toAbsolutePath().normalize();
                Path home = repository(here.resolve("x"));
                root = root == null ? home == null ? here : home : root;
                inside.add(text);
                continue;
            }
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

    /** Whether a text is the id of a module ({@code dir:lib/vtls}), which is no path and has no place. */
    private static boolean isModule(Path directory, String text) throws UsageException {
        return MODULE_ID.matcher(text).matches() && !Files.exists(absolute(directory, text));
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
        while (folder != null && !isRepository(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Whether a folder holds a working tree, or is a bare repository. */
    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(".git"))
                || (Files.isRegularFile(folder.resolve("HEAD"))
                        && Files.isDirectory(folder.resolve("objects"))
                        && Files.isDirectory(folder.resolve("refs")));
    }
}
