package org.memcensus.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.UsageException;

/** Reads the values of a JSON file that may be anyone's, one part after the other, within bounds of size, depth and memory. */
final class JsonTree implements AutoCloseable {
    /** Twice what the report of a browser's half a million files takes; so many bytes take seconds, whatever they are. */
    static final int MAX_MEGABYTES = 512;

    /** Ours nest 6 deep. */
    private static final int MAX_DEPTH = 32;

    /** A path or a sentence. */
    private static final int MAX_TEXT = 1 << 20;

    /** The largest of our objects has some 30. */
    private static final int MAX_FIELDS = 1000;

    /** What an object of Java takes beside its content, a little more than less. */
    static final int OBJECT = 48;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES) // a stranger's may be millions, each another
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength((long) MAX_MEGABYTES << 20)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private final String file;
    private final JsonParser parser;
    private final long memory;
    private long left;

    /**
     * Opens a file.
     *
     * @param file its name, for messages
     * @param memory about how many bytes of memory its values may take
     */
    JsonTree(String file, InputStream in, long memory) throws IOException {
        this.file = file;
        this.parser = FACTORY.createParser(in);
        this.memory = memory;
        this.left = memory;
    }

    /** The parser, for the parts that are read one by one. */
    JsonParser parser() {
        return parser;
    }

    /** Line of the current token, from 1. */
    int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The value that begins with the current token, which must be an object. */
    JsonObject object(String path) throws IOException, UsageException {
        return JsonObject.of(file, path, value());
    }

    /** How much memory is left. */
    long left() {
        return left;
    }

    /** Says that of all that was read since {@code before} was left only so many bytes are still held. */
    void keepOnly(long before, long bytes) throws UsageException {
        left = before;
        take(bytes);
    }

    private void take(long bytes) throws UsageException {
        left -= bytes;
        if (left < 0) {
            throw new UsageException(file + ":" + line() + ": larger than fits into " + (memory >> 20)
                    + " MB of memory: give it more with MEMCENSUS_JAVA_OPTS=-Xmx4g");
        }
    }

    private JsonValue value() throws IOException, UsageException {
        int line = line();
        take(OBJECT);
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, JsonValue> fields = new HashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    take(OBJECT);
                    if (fields.put(key, value()) != null) {
                        throw new UsageException(file + ":" + line() + ": a field stands twice");
                    }
                    if (fields.size() > MAX_FIELDS) {
                        throw new UsageException(
                                file + ":" + line() + ": an object of more fields than any report has");
                    }
                }
                yield new JsonValue.Fields(fields, line);
            }
            case START_ARRAY -> {
                List<JsonValue> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value());
                }
                yield new JsonValue.Items(items, line);
            }
            case VALUE_STRING -> {
                String text = parser.getText();
                take(OBJECT + 2L * text.length());
                yield new JsonValue.Text(text, line);
            }
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? new JsonValue.Fraction(Double.POSITIVE_INFINITY, line)
                        : new JsonValue.Whole(parser.getLongValue(), line);
            case VALUE_NUMBER_FLOAT -> new JsonValue.Fraction(parser.getDoubleValue(), line);
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Flag(parser.getBooleanValue(), line);
            default -> new JsonValue.Null(line);
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
