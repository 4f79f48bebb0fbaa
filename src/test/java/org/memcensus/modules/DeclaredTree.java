package org.memcensus.modules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.memcensus.model.Problem;

/** A small tree for one build reader, and what it declares there. */
final class DeclaredTree {
    private final BuildReader reader;
    private final Map<String, String> texts = new TreeMap<>();
    final List<Problem> notes = new ArrayList<>();

    DeclaredTree(BuildReader reader) {
        this.reader = reader;
    }

    /** Adds a file with its text. */
    DeclaredTree text(String path, String text) {
        texts.put(path, text);
        return this;
    }

    /** Adds files whose text nobody reads. */
    DeclaredTree files(String... paths) {
        for (String path : paths) {
            texts.putIfAbsent(path, "");
        }
        return this;
    }

    List<Declaration> read() {
        List<String> buildFiles = texts.keySet().stream().filter(reader::reads).toList();
        return reader.read(
                buildFiles,
                new FileTree(texts.keySet()),
                path -> texts.containsKey(path) ? texts.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8) : null,
                notes::add);
    }

    /** Each declaration as {@code kind directory name: files}, sorted; a package is marked by a star. */
    List<String> lines() {
        return read().stream()
                .map(each -> each.kind().label()
                        + (each.whole() ? "* " : " ")
                        + (each.directory().isEmpty() ? "." : each.directory())
                        + " "
                        + each.name()
                        + ": "
                        + String.join(" ", each.files()))
                .sorted()
                .toList();
    }
}
