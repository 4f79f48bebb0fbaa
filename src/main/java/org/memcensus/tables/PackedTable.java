package org.memcensus.tables;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The compiled form of a table: the same {@link Node}s as its YAML, read in a few milliseconds where YAML takes hundreds.
 *
 * <p>A node is a tag byte and its parts; a number is a four-byte integer; a text is in {@link DataOutputStream#writeUTF}'s
 * form.
 */
final class PackedTable {
    private static final int TEXT = 0;
    private static final int ITEMS = 1;
    private static final int FIELDS = 2;

    private PackedTable() {}

    static void write(Node node, DataOutputStream out) throws IOException {
        if (node instanceof Node.Text text) {
            out.writeByte(TEXT);
            out.writeUTF(text.value());
        } else if (node instanceof Node.Items items) {
            out.writeByte(ITEMS);
            out.writeInt(items.items().size());
            for (Node item : items.items()) {
                write(item, out);
            }
        } else if (node instanceof Node.Fields fields) {
            out.writeByte(FIELDS);
            out.writeInt(fields.fields().size());
            for (Map.Entry<String, Node> field : fields.fields().entrySet()) {
                out.writeUTF(field.getKey());
                write(field.getValue(), out);
            }
        }
    }

    static Node read(DataInputStream in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case TEXT -> new Node.Text(in.readUTF(), 0);
            case ITEMS -> {
                int size = in.readInt();
                List<Node> items = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    items.add(read(in));
                }
                yield new Node.Items(items, 0);
            }
            case FIELDS -> {
                int number = in.readInt();
                Map<String, Node> fields = new LinkedHashMap<>(number * 2);
                for (int i = 0; i < number; i++) {
                    String key = in.readUTF();
                    fields.put(key, read(in));
                }
                yield new Node.Fields(fields, 0);
            }
            default -> throw new IOException("no table: tag " + tag);
        };
    }
}
