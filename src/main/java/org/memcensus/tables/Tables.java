package org.memcensus.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.UsageException;

/** The built-in tables. A mistake in one of them is a mistake in the program, found by its build. */
public final class Tables {
    private Tables() {}

    /** Turns an entry of a table into a value of the model. */
    @FunctionalInterface
    interface EntryReader<T> {
        T read(Entry entry) throws UsageException;
    }

    /** Reads the entries of a compiled table whose top is a list. */
    static <T> List<T> list(String name, EntryReader<T> reader) {
        try {
            Node top = packed(name);
            if (!(top instanceof Node.Items items)) {
                throw new IllegalStateException(name + ": the top must be a list");
            }
            List<T> values = new ArrayList<>(items.items().size());
            for (Node item : items.items()) {
                Entry entry = Entry.of(name, item);
                values.add(reader.read(entry));
                entry.end();
            }
            return values;
        } catch (UsageException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Reads a compiled table whose top has fields. */
    static <T> T fields(String name, EntryReader<T> reader) {
        try {
            Entry entry = Entry.of(name, packed(name));
            T value = reader.read(entry);
            entry.end();
            return value;
        } catch (UsageException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Node packed(String name) {
        try (InputStream in = Tables.class.getResourceAsStream("/data/" + name + ".bin")) {
            if (in == null) {
                throw new IllegalStateException("no table " + name + ": build with Maven");
            }
            return PackedTable.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
