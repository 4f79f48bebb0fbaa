package org.memcensus.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.memcensus.model.Content;
import org.memcensus.model.Problem;
import org.memcensus.model.SourceFile;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;

/** Files of a tree that say what is judged: a reviewer must know when a change touches them. */
final class Signposts {
    private final ScanOptions options;

    Signposts(ScanOptions options) {
        this.options = options;
    }

    /** Those that differ between two states, sorted by path. */
    List<Problem> changed(Snapshot head, Snapshot before) {
        Map<String, String> now = speaking(head);
        Map<String, String> old = speaking(before);
        Set<String> paths = new TreeSet<>(now.keySet());
        paths.addAll(old.keySet());
        List<Problem> notes = new ArrayList<>();
        for (String path : paths) {
            if (!now.getOrDefault(path, "").equals(old.getOrDefault(path, ""))) {
                notes.add(new Problem(
                        path,
                        path.equals(Configurations.PROJECT_FILE)
                                ? "changed here: it says what is judged, and what may pass"
                                : "changed here: its linguist attributes say what counts as code that ships"));
            }
        }
        return notes;
    }

    /** What the files that say what is judged hold, by path. */
    private Map<String, String> speaking(Snapshot snapshot) {
        Map<String, String> texts = new HashMap<>();
        try (ContentReader reader = snapshot.newReader()) {
            for (SourceFile file : snapshot.files()) {
                String path = file.path();
                boolean configuration = options.config().project() && path.equals(Configurations.PROJECT_FILE);
                boolean attributes = path.equals(".gitattributes") || path.endsWith("/.gitattributes");
                if (!(configuration || attributes) || file.kind() != SourceFile.Kind.FILE) {
                    continue;
                }
                try {
                    Content content = reader.read(file, options.maxFileSize());
                    texts.put(path, said(content, attributes));
                } catch (IOException e) {
                    texts.put(path, ""); // that it cannot be read is said elsewhere
                }
            }
        }
        return texts;
    }

    /** A configuration as it is; of attributes the lines that speak to us. */
    private static String said(Content content, boolean attributes) {
        String text = new String(content.bytes(), 0, content.length(), StandardCharsets.UTF_8);
        return attributes
                ? text.lines().filter(line -> line.contains("linguist-")).collect(Collectors.joining("\n"))
                : text;
    }
}
