package org.memcensus.advise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memcensus.model.FileReader;
import org.memcensus.model.FirstStep;
import org.memcensus.model.Replacement;

/** Finds where the build can select a replacement. */
final class Switches {
    private static final Set<String> BUILD_FILES =
            Set.of("CMakeLists.txt", "configure.ac", "configure.in", "meson_options.txt", "meson.options", "Kconfig");

    private static final int MOST_BYTES = 4 << 20;

    private final List<String> paths;
    private final FileReader reader;

    Switches(List<String> paths, FileReader reader) {
        // The options of a build stand at the root, or in the macros that its configure script is made from.
        this.paths = paths.stream()
                .filter(path -> BUILD_FILES.contains(path) || path.startsWith("m4/") && path.endsWith(".m4"))
                .toList();
        this.reader = reader;
    }

    /** The first place that names a switch of the replacement, in the order of its switches. */
    Optional<FirstStep.Place> find(Replacement entry) {
        for (String name : entry.switches()) {
            for (String path : paths) {
                int line = line(path, name);
                if (line > 0) {
                    return Optional.of(new FirstStep.Place(
                            "build option " + name.replace("AC_ARG_WITH(", "--with-"), path, line, 0));
                }
            }
        }
        return Optional.empty();
    }

    private int line(String path, String text) {
        try {
            byte[] content = reader.read(path);
            if (content == null || content.length > MOST_BYTES) {
                return 0;
            }
            String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].contains(text)) {
                    return i + 1;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
