package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The strings and lists of strings of a TOML file, each by its whole key ({@code project.name}). What is neither is left
 * out, and so is what stands in a list of tables.
 */
final class TomlFile {
    private static final int MAX_DEPTH = 20;

    /** A key with the name of its table; longer ones are none that anybody asks for. */
    private static final int MAX_KEY = 300;

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, Integer> tables = new TreeMap<>();
    private final List<PythonToken> tokens;
    private final List<TomlFile> several = new ArrayList<>();
    private String wanted = "";
    private int at;

    private TomlFile(String text) {
        tokens = PythonLexer.hashes(text);
    }

    /** Reads a file; lines that are none of TOML's are passed over. */
    static TomlFile of(String text) {
        TomlFile file = new TomlFile(text);
        file.read();
        return file;
    }

    /** The tables of a list of tables, each as a file of its own. */
    static List<TomlFile> tables(String text, String name) {
        TomlFile all = new TomlFile(text);
        all.wanted = name + "[]";
        all.read();
        return all.several;
    }

    /** A string with its line; null where the key has none. */
    @Nullable
    Entry string(String key) {
        Entry entry = entries.get(key);
        return entry == null || entry.list() ? null : entry;
    }

    /** A list of strings, empty where the key has none. */
    List<String> strings(String key) {
        Entry entry = entries.get(key);
        return entry == null ? List.of() : entry.values();
    }

    /** All keys, sorted. */
    Set<String> keys() {
        return entries.keySet();
    }

    /** The line of a table's head, or 0 where it has none. */
    int table(String name) {
        return tables.getOrDefault(name, 0);
    }

    private PythonToken peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private void read() {
        String table = "";
        while (at < tokens.size()) {
            if (peek().kind() == PythonToken.Kind.END) {
                at++;
            } else if (peek().is("[")) {
                int line = peek().line();
                boolean list = at + 1 < tokens.size() && tokens.get(at + 1).is("[");
                at += list ? 2 : 1;
                table = key();
                // Tables of a list have one name and are many: none of them is asked for.
                table = list ? table + "[]" : table;
                if (table.equals(wanted)) {
                    several.add(new TomlFile(""));
                }
                tables.putIfAbsent(table, line);
                skipLine();
            } else {
                pair(table, 0);
                skipLine();
            }
        }
    }

    private void skipLine() {
        while (at < tokens.size() && peek().kind() != PythonToken.Kind.END) {
            at++;
        }
    }

    /** A key with its dots; names may hold a dash, which is a sign of its own here. */
    private String key() {
        StringBuilder key = new StringBuilder();
        while (at < tokens.size()) {
            PythonToken token = peek();
            boolean part = token.kind() == PythonToken.Kind.NAME
                    || token.kind() == PythonToken.Kind.TEXT
                    || token.is(".")
                    || token.is("-");
            if (!part) {
                break;
            }
            if (key.length() < MAX_KEY) {
                key.append(token.text(), 0, Math.min(token.text().length(), MAX_KEY));
            }
            at++;
        }
        return key.toString();
    }

    private void pair(String table, int depth) {
        int line = peek().line();
        String key = key();
        if (key.isEmpty() || !peek().is("=")) {
            return;
        }
        at++;
        String whole = table.isEmpty() ? key : table.length() > MAX_KEY ? table : table + "." + key;
        if (peek().kind() == PythonToken.Kind.TEXT) {
            put(table, key, whole, new Entry(List.of(peek().text()), false, line));
            at++;
        } else if (peek().is("[")) {
            List<String> values = new ArrayList<>();
            list(values);
            put(table, key, whole, new Entry(values, true, line));
        } else if (peek().is("{") && depth < MAX_DEPTH) {
            at++;
            tables.putIfAbsent(whole, line);
            while (at < tokens.size() && !peek().is("}") && peek().kind() != PythonToken.Kind.END) {
                int before = at;
                pair(whole, depth + 1);
                while (at < tokens.size()
                        && !peek().is(",")
                        && !peek().is("}")
                        && peek().kind() != PythonToken.Kind.END) {
                    at++;
                }
                at += peek().is(",") || at == before ? 1 : 0;
            }
            at += peek().is("}") ? 1 : 0;
        } else {
            entries.putIfAbsent(whole, new Entry(List.of(), true, line));
        }
    }

    private void put(String table, String key, String whole, Entry entry) {
        if (table.equals(wanted) && !several.isEmpty()) {
            several.get(several.size() - 1).entries.putIfAbsent(key, entry);
        } else {
            entries.putIfAbsent(whole, entry);
        }
    }

    /** The strings in brackets, those of lists in it too. */
    private void list(List<String> values) {
        int open = 0;
        while (at < tokens.size() && peek().kind() != PythonToken.Kind.END) {
            PythonToken token = peek();
            at++;
            if (token.is("[") || token.is("{")) {
                open++;
            } else if (token.is("]") || token.is("}")) {
                open--;
                if (open == 0) {
                    return;
                }
            } else if (token.kind() == PythonToken.Kind.TEXT && open == 1) {
                values.add(token.text());
            }
        }
    }

    /**
     * A value.
     *
     * @param values its strings
     * @param list whether it is no single string
     * @param line its line, from 1
     */
    record Entry(List<String> values, boolean list, int line) {
        /** The string of a single one. */
        String text() {
            return values.get(0);
        }
    }
}
