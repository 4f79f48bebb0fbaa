package org.memcensus.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;
import org.memcensus.report.RunInfo;

/**
 * Where output goes.
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
        Path place = WholeFiles.place(surroundings, output);
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
        Map<Path, WholeFiles.Body> bodies = new LinkedHashMap<>();
        files.forEach((format, file) -> bodies.put(file, out -> body.write(format, run, out)));
        WholeFiles.write(bodies);
    }
}
