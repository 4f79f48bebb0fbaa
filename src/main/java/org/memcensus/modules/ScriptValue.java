package org.memcensus.modules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value while a build script is read. */
sealed interface ScriptValue {
    /**
     * A string.
     *
     * @param text the string; a path from the tree's root begins with {@link SourcePaths#ROOT}
     * @param path file that it was written in
     * @param line line that it was written on
     * @param sure whether it is this one and no other, whatever branches the build takes
     */
    record Text(String text, String path, int line, boolean sure) implements ScriptValue {
        /** A string that is sure. */
        Text(String text, String path, int line) {
            this(text, path, line, true);
        }

        /** The same string as far as it is known. */
        Text unsure() {
            return sure ? new Text(text, path, line, false) : this;
        }

        /** Another string made of this one. */
        Text with(String other) {
            return new Text(other, path, line, sure);
        }

        /** The answer to a question. */
        static Text of(boolean answer) {
            return new Text(String.valueOf(answer), "", 1);
        }

        /** Whether it is an answer that is sure. */
        boolean answers(boolean answer) {
            return sure && text.equals(String.valueOf(answer));
        }
    }

    /** A list, which grows. */
    record Items(List<ScriptValue> items) implements ScriptValue {
        /** An empty list. */
        Items() {
            this(new ArrayList<>());
        }
    }

    /** A dictionary. */
    record Table(Map<String, ScriptValue> entries) implements ScriptValue {
        /** An empty dictionary. */
        Table() {
            this(new LinkedHashMap<>());
        }
    }

    /** What cannot be known without running the build. */
    record Unknown() implements ScriptValue {}

    /** All strings in a value, lists in lists taken apart. */
    default List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        collect(this, texts, 0);
        return texts;
    }

    private static void collect(ScriptValue value, List<Text> into, int depth) {
        if (value instanceof Text text) {
            into.add(text);
        } else if (value instanceof Items items && depth < 10) {
            // A list may hold itself: no list of files is that deep.
            for (ScriptValue item : items.items()) {
                if (into.size() >= ScriptOperators.MAX_ITEMS) {
                    return;
                }
                collect(item, into, depth + 1);
            }
        }
    }
}
