package org.memcensus.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.memcensus.model.UsageException;

/** Writes files beside their places and renames them: each is there whole, or as it was before. */
final class WholeFiles {
    private WholeFiles() {}

    /** What goes into a file. */
    @FunctionalInterface
    interface Body {
        /** Writes it and flushes. */
        void write(Writer out) throws IOException;
    }

    /**
     * The place that an option names.
     *
     * @throws UsageException if it can be none
     */
    static Path place(Surroundings surroundings, String output) throws UsageException {
        if (output.isEmpty()) {
            throw new UsageException("--output is empty: give a file or a folder");
        }
        return surroundings.path("--output", output);
    }

    /**
     * Writes all files, and makes the folders that they lie in.
     *
     * @throws UsageException if one cannot be written; those that were there stay as they were
     */
    static void write(Map<Path, Body> files) throws UsageException {
        List<Path> beside = new ArrayList<>();
        Path current = Path.of("");
        try {
            for (Map.Entry<Path, Body> file : files.entrySet()) {
                current = file.getKey();
                Files.createDirectories(current.toAbsolutePath().getParent());
                Path place = besidePath(current, beside.size());
                beside.add(place);
                try (Writer out = open(place, !place.equals(current))) {
                    file.getValue().write(out);
                }
            }
            int i = 0;
            for (Path file : files.keySet()) {
                current = file;
                rename(beside.get(i++), file);
            }
        } catch (IOException e) {
            for (Path place : beside) {
                if (!files.containsKey(place)) {
                    place.toFile().delete();
                }
            }
            throw new UsageException("cannot write " + current + ": " + reason(e));
        }
    }

    /** What is no regular file (a device, a pipe) is written to as it is: it cannot be replaced. */
    private static Path besidePath(Path file, int number) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return file;
        }
        // Not named after the file, whose name may be as long as a name can be.
        String name = ".memcensus-" + ProcessHandle.current().pid() + "-" + number + ".tmp";
        return file.resolveSibling(name);
    }

    private static Writer open(Path place, boolean isNew) throws IOException {
        if (!isNew) {
            return Files.newBufferedWriter(place, StandardOpenOption.WRITE);
        }
        // Also when the user stops the program; after the rename there is nothing to delete.
        place.toFile().deleteOnExit();
        return Files.newBufferedWriter(place);
    }

    private static void rename(Path beside, Path file) throws IOException {
        if (beside.equals(file)) {
            return;
        }
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file stands where a folder must be";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
