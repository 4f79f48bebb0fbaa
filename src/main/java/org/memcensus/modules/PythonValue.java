package org.memcensus.modules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression of a build script comes to, as far as it can be known without running it. */
sealed interface PythonValue {
    /** Strings that are taken out of lists in lists: more than any target has files. */
    int MAX_TEXTS = 100_000;

    /** A string. */
    record Text(String text) implements PythonValue {}

    /** A list. */
    record Items(List<PythonValue> items) implements PythonValue {}

    /** A dictionary. */
    record Table(Map<String, PythonValue> entries) implements PythonValue {}

    /** Not known. */
    record Unknown() implements PythonValue {}

    /** A value that is not known. */
    static PythonValue unknown() {
        return new Unknown();
    }

    /** The string, the first of several, or null. */
    default @Nullable String text() {
        if (this instanceof Text text) {
            return text.text();
        }
        if (this instanceof Items items
                && !items.items().isEmpty()
                && items.items().get(0) instanceof Text text) {
            return text.text();
        }
        return null;
    }

    /** All strings in a string or list, at any depth of lists. */
    default List<String> texts() {
        List<String> texts = new ArrayList<>();
        collect(this, texts, 0);
        return texts;
    }

    private static void collect(PythonValue value, List<String> texts, int depth) {
        if (value instanceof Text text) {
            texts.add(text.text());
        } else if (value instanceof Items items && depth < 10) {
            for (PythonValue item : items.items()) {
                if (texts.size() >= MAX_TEXTS) {
                    return;
                }
                collect(item, texts, depth + 1);
            }
        }
    }

    /** Its values: those of a list or dictionary, else itself; none where it is not known. */
    default List<PythonValue> values() {
        if (this instanceof Items items) {
            return items.items();
        }
        if (this instanceof Table table) {
            return List.copyOf(table.entries().values());
        }
        return this instanceof Unknown ? List.of() : List.of(this);
    }

    /** The value of a key of a dictionary, else unknown. */
    default PythonValue at(String key) {
        return this instanceof Table table ? table.entries().getOrDefault(key, unknown()) : unknown();
    }

    /** Either of two values: lists are joined, dictionaries key by key. */
    static PythonValue either(PythonValue one, PythonValue other) {
        if (one instanceof Unknown) {
            return other;
        }
        if (other instanceof Unknown) {
            return one;
        }
        if (one instanceof Table first && other instanceof Table second) {
            Map<String, PythonValue> all = new LinkedHashMap<>(first.entries());
            second.entries().forEach((key, value) -> all.merge(key, value, PythonValue::join));
            return new Table(all);
        }
        return join(one, other);
    }

    private static PythonValue join(PythonValue one, PythonValue other) {
        List<PythonValue> all = new ArrayList<>(one.values());
        all.addAll(other.values());
        return new Items(all);
    }
}
