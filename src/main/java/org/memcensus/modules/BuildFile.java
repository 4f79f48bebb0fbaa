package org.memcensus.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** The text of a build file. */
final class BuildFile {
    /** Build files written by people are far smaller; larger ones are generated or hostile. Bytes. */
    private static final int MAX_SIZE = 1 << 20;

    private BuildFile() {}

    /** The text, or null with a note where it cannot be read or is too large. */
    static @Nullable String text(String path, FileReader reader, Consumer<Problem> notes) {
        try {
            byte[] bytes = reader.read(path);
            if (bytes == null) {
                return null;
            }
            if (bytes.length > MAX_SIZE) {
                notes.accept(new Problem(path, "build file larger than 1 MiB: its declarations are not read"));
                return null;
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            notes.accept(new Problem(path, "build file cannot be read: " + e.getMessage()));
            return null;
        }
    }
}
