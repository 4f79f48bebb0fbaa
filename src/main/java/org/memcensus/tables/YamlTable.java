package org.memcensus.tables;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.UsageException;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML as {@link Node}s: plain data only, no anchors that grow without bound, no key twice. */
final class YamlTable {
    /** Deep enough for every table, shallow enough for the stack. */
    private static final int MAX_DEPTH = 32;

    /** Our largest table is below 1 MB; a user's file has no reason to be larger than this. */
    private static final int MAX_CHARACTERS = 8 << 20;

    private YamlTable() {}

    /**
     * Reads one document.
     *
     * @param name the file's name, for messages
     * @throws UsageException if it is not YAML, holds a key twice or is nested too deeply
     * @throws IOException if the stream cannot be read
     */
    static Node read(String name, InputStream in) throws UsageException, IOException {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setMaxAliasesForCollections(0);
        YAMLFactory yaml = YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = yaml.createParser(in)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new UsageException(name + ": empty file");
            }
            Node node = node(name, parser, 0);
            if (parser.nextToken() != null) {
                throw new UsageException(name + ": more than one document");
            }
            return node;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UsageException(name + ":" + line + ": " + what(e.getOriginalMessage()));
        }
    }

    /** What is wrong; before it stand words on what was being read, or the name of a class. */
    private static String what(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" ") && !line.startsWith("while "))
                .findFirst()
                .map(line -> line.replaceFirst("^[a-zA-Z.]+Exception: ", ""))
                .orElse("not YAML");
    }

    static Node node(String name, JsonParser parser, int depth) throws IOException, UsageException {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth > MAX_DEPTH) {
            throw new UsageException(name + ":" + line + ": nested more than " + MAX_DEPTH + " deep");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    fields.put(key, node(name, parser, depth + 1));
                }
                yield new Node.Fields(fields, line);
            }
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(name, parser, depth + 1));
                }
                yield new Node.Items(items, line);
            }
            case VALUE_NULL -> new Node.Text("", line);
            default -> {
                String text = parser.getText();
                yield new Node.Text(text == null ? "" : text, line);
            }
        };
    }
}
