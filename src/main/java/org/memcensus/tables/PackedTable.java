package org.memcensus.tables;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The compiled form of a table: the same {@link Node}s as its YAML, read in a few milliseconds where YAML takes hundreds.
 *
 * <p>First come the texts, each once: their number, the length of each in characters, the number of bytes of them all, and
 * these bytes, one text behind the other. Then comes the top node: a tag byte and its parts, with a text's number for a text.
 * Numbers are four bytes long, the highest first.
 */
final class PackedTable {
    private static final int TEXT = 0;
    private static final int ITEMS = 1;
    private static final int FIELDS = 2;

    private final byte[] bytes;
    private int next;
    private String[] keys = {};
    private Node.Text[] texts = {};

    private PackedTable(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Writes the compiled form of a node. */
    static void write(Node node, DataOutputStream out) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        collect(node, numbers);
        StringBuilder all = new StringBuilder();
        out.writeInt(numbers.size());
        for (String text : numbers.keySet()) {
            out.writeInt(text.length());
            all.append(text);
        }
        byte[] encoded = all.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
        write(node, numbers, out);
    }

    private static void collect(Node node, Map<String, Integer> numbers) {
        if (node instanceof Node.Text text) {
            numbers.putIfAbsent(text.value(), numbers.size());
        } else if (node instanceof Node.Items items) {
            items.items().forEach(item -> collect(item, numbers));
        } else if (node instanceof Node.Fields fields) {
            fields.fields().forEach((key, value) -> {
                numbers.putIfAbsent(key, numbers.size());
                collect(value, numbers);
            });
        }
    }

    private static void write(Node node, Map<String, Integer> numbers, DataOutputStream out) throws IOException {
        if (node instanceof Node.Text text) {
            out.writeByte(TEXT);
            out.writeInt(number(numbers, text.value()));
        } else if (node instanceof Node.Items items) {
            out.writeByte(ITEMS);
            out.writeInt(items.items().size());
            for (Node item : items.items()) {
                write(item, numbers, out);
            }
        } else if (node instanceof Node.Fields fields) {
            out.writeByte(FIELDS);
            out.writeInt(fields.fields().size());
            for (Map.Entry<String, Node> field : fields.fields().entrySet()) {
                out.writeInt(number(numbers, field.getKey()));
                write(field.getValue(), numbers, out);
            }
        }
    }

    private static int number(Map<String, Integer> numbers, String text) {
        Integer number = numbers.get(text);
        if (number == null) {
            throw new IllegalStateException("text not collected: " + text);
        }
        return number;
    }

    /** Reads a compiled table. */
    static Node read(InputStream in) throws IOException {
        PackedTable table = new PackedTable(in.readAllBytes());
        try {
            table.readTexts();
            return table.node();
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("no table: it ends too early", e);
        }
    }

    private void readTexts() {
        int[] lengths = new int[number()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = number();
        }
        int size = number();
        String all = new String(bytes, next, size, StandardCharsets.UTF_8);
        next += size;
        keys = new String[lengths.length];
        texts = new Node.Text[lengths.length];
        int start = 0;
        for (int i = 0; i < lengths.length; i++) {
            keys[i] = all.substring(start, start + lengths[i]);
            texts[i] = new Node.Text(keys[i], 0);
            start += lengths[i];
        }
    }

    private Node node() throws IOException {
        int tag = bytes[next++];
        int number = number();
        if (tag == TEXT) {
            return texts[number];
        }
        if (tag == ITEMS) {
            List<Node> items = new ArrayList<>(number);
            for (int i = 0; i < number; i++) {
                items.add(node());
            }
            return new Node.Items(items, 0);
        }
        if (tag != FIELDS) {
            throw new IOException("no table: tag " + tag);
        }
        Map<String, Node> fields = new LinkedHashMap<>(number * 2);
        for (int i = 0; i < number; i++) {
            String key = keys[number()];
            fields.put(key, node());
        }
        return new Node.Fields(fields, 0);
    }

    private int number() {
        int at = next;
        next = at + 4;
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }
}
