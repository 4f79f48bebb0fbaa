package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions and methods of Python and Starlark that build scripts make file names with. */
final class PythonFunctions {
    private static final int MAX_PATH = 4000;

    private PythonFunctions() {}

    /** What a function gives. */
    static PythonValue plain(String name, List<PythonValue> list, Map<String, PythonValue> named) {
        PythonValue first = list.isEmpty() ? PythonValue.unknown() : list.get(0);
        return switch (name) {
            case "list", "tuple", "set", "sorted", "reversed", "str" -> first;
            case "zip" -> zip(list);
            case "dict" -> list.isEmpty() ? new PythonValue.Table(named) : first;
            case "join", "Path", "pjoin", "path_join" -> path(list);
            default -> PythonValue.unknown();
        };
    }

    /**
     * What a method gives.
     *
     * @param method its name
     * @param base what it is called on
     * @param name the call with dots, as written, or null
     * @param list arguments without a name
     */
    static PythonValue method(String method, PythonValue base, @Nullable String name, List<PythonValue> list) {
        PythonValue first = list.isEmpty() ? PythonValue.unknown() : list.get(0);
        switch (method) {
            case "format" -> {
                return format(base, list);
            }
            case "split" -> {
                return base instanceof PythonValue.Text text ? words(text.text(), first.text()) : PythonValue.unknown();
            }
            case "items" -> {
                return pairs(base);
            }
            case "values" -> {
                return new PythonValue.Items(base.values());
            }
            case "get" -> {
                String key = first.text();
                return key == null ? PythonValue.unknown() : base.at(key);
            }
            case "copy", "strip", "as_posix", "resolve", "normpath", "with_suffix" -> {
                return base instanceof PythonValue.Unknown ? first : base;
            }
            case "join" -> {
                return base instanceof PythonValue.Text ? PythonValue.unknown() : path(list);
            }
            case "abspath", "realpath", "relpath" -> {
                return first;
            }
            case "Path" -> {
                return path(list);
            }
            default -> {
                return name != null && name.endsWith("path.join") ? path(list) : PythonValue.unknown();
            }
        }
    }

    /** A path of several parts. A first part that only a run would know is most often the script's own directory. */
    static PythonValue path(List<PythonValue> parts) {
        StringBuilder path = new StringBuilder();
        for (PythonValue part : parts) {
            if (part instanceof PythonValue.Unknown && path.length() > 0) {
                return PythonValue.unknown();
            }
            for (String text : part.texts()) {
                if (path.length() + text.length() > MAX_PATH) {
                    return PythonValue.unknown();
                }
                if (!text.isEmpty()) {
                    path.append(path.length() == 0 || path.charAt(path.length() - 1) == '/' ? "" : "/")
                            .append(text);
                }
            }
        }
        return path.length() == 0 ? PythonValue.unknown() : new PythonValue.Text(path.toString());
    }

    /** A pattern with {@code %s} or {@code {}} and what is put in; unknown where one of those is. */
    static PythonValue format(PythonValue pattern, List<PythonValue> values) {
        if (!(pattern instanceof PythonValue.Text text)) {
            return PythonValue.unknown();
        }
        StringBuilder filled = new StringBuilder();
        String rest = text.text();
        for (PythonValue value : values) {
            int percent = rest.indexOf("%s");
            int brace = rest.indexOf("{}");
            int place = percent < 0 ? brace : brace < 0 ? percent : Math.min(percent, brace);
            String word = value.text();
            if (place < 0 || word == null || filled.length() + word.length() + rest.length() > MAX_PATH) {
                return PythonValue.unknown();
            }
            filled.append(rest, 0, place).append(word);
            rest = rest.substring(place + 2);
        }
        return new PythonValue.Text(filled + rest);
    }

    /** A string with the variables that it names between braces put in, where they are known strings. */
    static String filled(String text, Function<String, PythonValue> variables) {
        int open = text.indexOf('{');
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (open >= 0 && filled.length() < MAX_PATH) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = variables.apply(text.substring(open + 1, close)).text();
            filled.append(text, from, open).append(value == null ? text.substring(open, close + 1) : value);
            from = close + 1;
            open = text.indexOf('{', from);
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static PythonValue words(String text, @Nullable String separator) {
        List<PythonValue> words = new ArrayList<>();
        String[] parts = separator == null ? text.strip().split("\\s+", -1) : text.split(Pattern.quote(separator), -1);
        for (String word : parts) {
            words.add(new PythonValue.Text(word));
        }
        return new PythonValue.Items(words);
    }

    /** Lists side by side; an element of all of them is a list. */
    private static PythonValue zip(List<PythonValue> lists) {
        List<List<PythonValue>> columns =
                lists.stream().map(PythonValue::values).toList();
        int length = columns.stream().mapToInt(List::size).min().orElse(0);
        List<PythonValue> rows = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<PythonValue> row = new ArrayList<>();
            for (List<PythonValue> column : columns) {
                row.add(column.get(i));
            }
            rows.add(new PythonValue.Items(row));
        }
        return new PythonValue.Items(rows);
    }

    private static PythonValue pairs(PythonValue base) {
        if (!(base instanceof PythonValue.Table table)) {
            return PythonValue.unknown();
        }
        List<PythonValue> pairs = new ArrayList<>();
        table.entries()
                .forEach((key, value) -> pairs.add(new PythonValue.Items(List.of(new PythonValue.Text(key), value))));
        return new PythonValue.Items(pairs);
    }
}
