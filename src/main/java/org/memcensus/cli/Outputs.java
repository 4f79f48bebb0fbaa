package org.memcensus.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;
import org.memcensus.report.RunInfo;

/**
 * Where output goes. A file is written beside its place and renamed: it is there whole, or as it was before.
 *
 * @param <F> the forms that there are
 */
final class Outputs<F> {
    /**
     * What is written.
     *
     * @param <F> the forms that there are
     */
    @FunctionalInterface
    interface Body<F> {
        /** Writes one form and flushes. */
        void write(F format, RunInfo run, Writer out) throws IOException;
    }

    private final Surroundings surroundings;
    private final Map<F, Path> files;
    private final List<F> formats;

    private Outputs(Surroundings surroundings, List<F> formats, Map<F, Path> files) {
        this.surroundings = surroundings;
        this.formats = formats;
        this.files = files;
    }

    /**
     * Decides where each format goes, before the work begins.
     *
     * @param formats the forms, each once
     * @param extension what a file of a form ends in
     * @param output file or folder; null for standard output
     * @throws UsageException if the place cannot take the formats
     */
    static <F> Outputs<F> of(
            Surroundings surroundings, List<F> formats, Function<F, String> extension, @Nullable String output)
            throws UsageException {
        Map<F, Path> files = new LinkedHashMap<>();
        if (output == null) {
            if (formats.size() > 1) {
                throw new UsageException("several formats need a folder: add --output DIR");
            }
            return new Outputs<>(surroundings, formats, files);
        }
        Path place = place(surroundings, output);
        boolean folder = Files.isDirectory(place) || output.endsWith("/");
        if (formats.size() > 1 && !folder && Files.exists(place)) {
            throw new UsageException("--output " + output + " is a file, and several formats need a folder");
        }
        if (formats.size() > 1 || folder) {
            for (F format : formats) {
                files.put(format, place.resolve("memcensus." + extension.apply(format)));
            }
        } else {
            Path parent = place.toAbsolutePath().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new UsageException("--output " + output + ": there is no folder " + parent + "; make it first");
            }
            files.put(formats.get(0), place);
        }
        return new Outputs<>(surroundings, formats, files);
    }

    /**
     * Writes every format.
     *
     * @throws IOException if standard output cannot be written to
     * @throws UsageException if a file cannot be written; those that were there stay as they were
     */
    void write(Body<F> body, Shown shown) throws IOException, UsageException {
        if (files.isEmpty()) {
            RunInfo run = shown.onScreen(surroundings);
            for (F format : formats) {
                body.write(format, run, surroundings.writer());
            }
            return;
        }
        RunInfo run = shown.inFile(surroundings);
        List<Path> beside = new ArrayList<>();
        Path current = Path.of("");
        try {
            for (Map.Entry<F, Path> file : files.entrySet()) {
                current = file.getValue();
                Files.createDirectories(current.toAbsolutePath().getParent());
                Path place = besidePath(current);
                beside.add(place);
                try (Writer out = open(place, !place.equals(current))) {
                    body.write(file.getKey(), run, out);
                }
            }
            int i = 0;
            for (Path file : files.values()) {
                current = file;
                rename(beside.get(i++), file);
            }
        } catch (IOException e) {
            for (Path place : beside) {
                if (!files.containsValue(place)) {
                    place.toFile().delete();
                }
            }
            throw new UsageException("cannot write " + current + ": " + reason(e));
        }
    }

    /** What is no regular file (a device, a pipe) is written to as it is: it cannot be replaced. */
    private static Path besidePath(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return file;
        }
        String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
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

    private static Path place(Surroundings surroundings, String output) throws UsageException {
        if (output.isEmpty()) {
            throw new UsageException("--output is empty: give a file or a folder");
        }
        try {
            return surroundings.directory().resolve(output);
        } catch (InvalidPathException e) {
            throw new UsageException("--output " + output + ": no path of this system: " + e.getReason());
        }
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
