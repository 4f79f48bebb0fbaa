package org.memcensus.scan;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells one build of this program from another: what one found out, another may find out otherwise. */
final class ProgramStamp {
    private ProgramStamp() {}

    /** The stamp of the running program; null where it cannot be told. */
    static @Nullable String ofThis() {
        CodeSource source = ProgramStamp.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            return of(Path.of(source.getLocation().toURI()));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return null;
        }
    }

    /** Size and time of a jar; those of all files where the classes lie in a folder. */
    static String of(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return Files.size(place) + " " + Files.getLastModifiedTime(place).toMillis();
        }
        try (Stream<Path> files = Files.walk(place)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            StringBuilder stamp = new StringBuilder();
            for (Path file : all) {
                stamp.append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
            return stamp.toString();
        }
    }
}
