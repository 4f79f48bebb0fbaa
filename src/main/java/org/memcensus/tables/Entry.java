package org.memcensus.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;

/**
 * Strict reading of one set of fields: a missing field, a wrong word or an unknown key is a {@link UsageException} that
 * names file and line. Call {@link #end()} when all fields have been asked for.
 */
final class Entry {
    private final String file;
    private final Node.Fields node;
    private final Set<String> asked = new HashSet<>();

    private Entry(String file, Node.Fields node) {
        this.file = file;
        this.node = node;
    }

    /** The fields that {@code node} must be. */
    static Entry of(String file, Node node) throws UsageException {
        if (node instanceof Node.Fields fields) {
            return new Entry(file, fields);
        }
        throw new UsageException(file + place(node) + ": expected fields");
    }

    /** A text that must be there. */
    String text(String key) throws UsageException {
        Node value = find(key);
        if (value == null) {
            throw wrong("missing field '" + key + "'");
        }
        if (value instanceof Node.Text text) {
            return text.value();
        }
        throw new UsageException(file + place(value) + ": '" + key + "' must be a text");
    }

    /** A text, or {@code otherwise} where the field is not there. */
    String text(String key, String otherwise) throws UsageException {
        return has(key) ? text(key) : otherwise;
    }

    /** A whole number that must be there. */
    int number(String key) throws UsageException {
        String text = text(key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong("'" + key + "' must be a whole number, not '" + text + "'");
        }
    }

    /** A number with a fraction that must be there. */
    double fraction(String key) throws UsageException {
        String text = text(key);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong("'" + key + "' must be a number, not '" + text + "'");
        }
    }

    /** {@code true} or {@code false}, or {@code otherwise} where the field is not there. */
    boolean flag(String key, boolean otherwise) throws UsageException {
        if (!has(key)) {
            return otherwise;
        }
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("'" + key + "' must be true or false");
        };
    }

    /** A word of an enum, in either case, with {@code -} for {@code _}. */
    <E extends Enum<E>> E word(String key, Class<E> type) throws UsageException {
        return toEnum(text(key), type);
    }

    /** A list of words of an enum; empty where the field is not there. */
    <E extends Enum<E>> List<E> words(String key, Class<E> type) throws UsageException {
        List<E> words = new ArrayList<>();
        for (String text : texts(key)) {
            words.add(toEnum(text, type));
        }
        return words;
    }

    /** A list of texts; a single text is a list of one; empty where the field is not there. */
    List<String> texts(String key) throws UsageException {
        Node value = find(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Node.Text text) {
            return List.of(text.value());
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof Node.Text text) {
                texts.add(text.value());
            } else {
                throw new UsageException(file + place(item) + ": '" + key + "' must be a list of texts");
            }
        }
        return texts;
    }

    /** The items of a list; a single value is a list of one; empty where the field is not there. */
    List<Node> items(String key) throws UsageException {
        Node value = find(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof Node.Items items ? items.items() : List.of(value);
    }

    /** The entries of a list of fields; empty where the field is not there. */
    List<Entry> entries(String key) throws UsageException {
        List<Entry> entries = new ArrayList<>();
        for (Node item : items(key)) {
            entries.add(of(file, item));
        }
        return entries;
    }

    /** The fields below a key; without fields where it is not there. */
    Entry entry(String key) throws UsageException {
        Node value = find(key);
        return of(file, value == null ? new Node.Fields(Map.of(), node.line()) : value);
    }

    /** All fields as texts, for a field whose keys are data. Counts them all as asked for. */
    Map<String, String> map() throws UsageException {
        Map<String, String> map = new LinkedHashMap<>();
        for (String key : node.fields().keySet()) {
            map.put(key, text(key));
        }
        return map;
    }

    /** Whether the field is there. */
    boolean has(String key) {
        return find(key) != null;
    }

    /** Ends the reading: refuses keys that nobody asked for. */
    void end() throws UsageException {
        for (Map.Entry<String, Node> field : node.fields().entrySet()) {
            if (!asked.contains(field.getKey())) {
                throw new UsageException(file + place(field.getValue()) + ": unknown field '" + field.getKey() + "'");
            }
        }
    }

    /** A mistake in this entry. */
    UsageException wrong(String what) {
        return new UsageException(file + place(node) + ": " + what);
    }

    private <E extends Enum<E>> E toEnum(String text, Class<E> type) throws UsageException {
        String wanted = text.replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        throw wrong("'" + text + "' is none of "
                + List.of(type.getEnumConstants())
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
    }

    private @Nullable Node find(String key) {
        asked.add(key);
        return node.fields().get(key);
    }

    /** Where this entry stands in its file: a colon and its line; empty where no line is known. */
    String place() {
        return place(node);
    }

    private static String place(Node node) {
        return node.line() == 0 ? "" : ":" + node.line();
    }
}
