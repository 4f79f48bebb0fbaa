package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Glob;

/**
 * The variables of a make file, and the expansion of references to them. Values are kept as written and expanded when they
 * are asked for; what cannot be known is nothing, and takes the slash behind it along.
 */
final class MakeVariables {
    /** A variable's value is cut to so many characters: room for some ten thousand file names. */
    private static final int MAX_VALUE = 1 << 19;

    private static final int MAX_NESTING = 30;

    /** To look a variable up costs as much as to look at so many characters. */
    private static final int LOOKUP_COST = 20;

    private final Map<String, StringBuilder> values = new HashMap<>();
    private final Map<String, String> expanded = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Budget budget;
    private final Function<String, List<String>> glob;

    /**
     * No variables yet.
     *
     * @param budget what expansion may cost
     * @param glob the files that a pattern matches
     */
    MakeVariables(Budget budget, Function<String, List<String>> glob) {
        this.budget = budget;
        this.glob = glob;
    }

    /** Gives a variable a value, as text without references. */
    void set(String name, String value) {
        values.put(name, new StringBuilder(value));
        expanded.clear();
    }

    /**
     * Takes over an assignment.
     *
     * @param conditional whether it stands in a condition: then it adds to what the variable has, for every branch counts
     */
    void assign(String name, String operator, String value, boolean conditional) {
        StringBuilder old = values.get(name);
        if (!budget.spend(LOOKUP_COST + value.length()) || (old != null && operator.equals("?="))) {
            return;
        }
        String more = old == null ? value : withOld(name, value, old);
        boolean adds = (conditional || operator.equals("+=")) && more.length() == value.length();
        if (old != null && adds) {
            if (old.length() + more.length() < MAX_VALUE) {
                old.append(' ').append(more);
            }
        } else {
            values.put(name, new StringBuilder(more));
        }
        if (!expanded.isEmpty()) {
            expanded.clear();
        }
    }

    /** A value in which the variable itself, if it is referred to, stands as it was. */
    private String withOld(String name, String value, StringBuilder old) {
        for (String reference : new String[] {"$(" + name + ")", "${" + name + "}"}) {
            int place = value.indexOf(reference);
            if (place >= 0 && budget.spend(old.length()) && old.length() + value.length() < MAX_VALUE) {
                return value.substring(0, place) + old + " " + value.substring(place + reference.length());
            }
        }
        return value;
    }

    /** Whether a variable has a value. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names of all variables that have a value. */
    Set<String> names() {
        return values.keySet();
    }

    /** The words of a variable's value. */
    List<String> words(String name) {
        return split(value(name, 0));
    }

    /** The words of a text, expanded. */
    List<String> expandWords(String text) {
        return split(expand(text));
    }

    /** A text with all references put in. */
    String expand(String text) {
        return expand(text, 0);
    }

    /** The words of a text, as they stand. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
            int start = at;
            while (at < text.length() && text.charAt(at) > ' ') {
                at++;
            }
            if (at > start) {
                words.add(text.substring(start, at));
            }
        }
        return words;
    }

    private String value(String name, int nesting) {
        StringBuilder raw = values.get(name);
        if (raw == null || !budget.spend(LOOKUP_COST)) {
            return "";
        }
        String done = expanded.get(name);
        if (done == null) {
            if (nesting > MAX_NESTING || !open.add(name)) {
                return "";
            }
            done = expand(raw.toString(), nesting + 1);
            open.remove(name);
            if (open.isEmpty()) {
                // A value that was expanded inside of another one may miss what stands in a cycle.
                expanded.put(name, done);
            }
        }
        return done;
    }

    private String expand(String text, int nesting) {
        if (text.indexOf('$') < 0 && text.indexOf('@') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length() && out.length() < MAX_VALUE && budget.spend(1)) {
            char c = text.charAt(at);
            int end;
            String value;
            if (c == '$' && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                boolean bracket = next == '(' || next == '{';
                end = bracket ? close(text, at + 1) : at + 2;
                value = bracket
                        ? reference(text.substring(at + 2, Math.max(at + 2, end - 1)), nesting + 1)
                        : single(next, nesting);
            } else if (c == '@' && (end = substitution(text, at)) > 0) {
                value = value(text.substring(at + 1, end - 1), nesting + 1);
            } else {
                out.append(c);
                at++;
                continue;
            }
            boolean unknown = value.isEmpty() && end < text.length() && text.charAt(end) == '/';
            if (budget.spend(value.length())) {
                out.append(value);
            }
            at = unknown ? end + 1 : end;
        }
        return out.toString();
    }

    private String single(char name, int nesting) {
        return name == '$' ? "" : value(String.valueOf(name), nesting + 1);
    }

    /** Place behind a reference of configure's, {@code @NAME@}; -1 where none starts. */
    private static int substitution(String text, int at) {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end > at + 1 && end < text.length() && text.charAt(end) == '@' ? end + 1 : -1;
    }

    /** Place behind the bracket that closes the one at {@code from}. */
    private int close(String text, int from) {
        char opening = text.charAt(from);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        int i = from;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == opening) {
                depth++;
            } else if (c == closing && --depth == 0) {
                break;
            }
        }
        budget.spend(i - from);
        return Math.min(i + 1, text.length());
    }

    private String reference(String inside, int nesting) {
        if (nesting > MAX_NESTING) {
            return "";
        }
        int end = 0;
        while (end < inside.length() && (Character.isLetter(inside.charAt(end)) || inside.charAt(end) == '-')) {
            end++;
        }
        if (end > 0 && end < inside.length() && (inside.charAt(end) == ' ' || inside.charAt(end) == '\t')) {
            return function(inside.substring(0, end), inside.substring(end + 1).strip(), nesting);
        }
        int colon = outside(inside, ':', 0);
        int equals = colon < 0 ? -1 : inside.indexOf('=', colon);
        if (equals > 0) {
            String from = expand(inside.substring(colon + 1, equals), nesting);
            String to = expand(inside.substring(equals + 1), nesting);
            String value = value(expand(inside.substring(0, colon), nesting), nesting);
            boolean pattern = from.indexOf('%') >= 0;
            return substitute(pattern ? from : "%" + from, pattern ? to : "%" + to, value);
        }
        return value(expand(colon < 0 ? inside : inside.substring(0, colon), nesting), nesting);
    }

    private String function(String name, String text, int nesting) {
        List<String> arguments = new ArrayList<>();
        int from = 0;
        for (int comma = outside(text, ',', 0); comma >= 0; comma = outside(text, ',', from)) {
            arguments.add(text.substring(from, comma));
            from = comma + 1;
        }
        arguments.add(text.substring(from));
        if (name.equals("foreach")) {
            return arguments.size() < 3 ? "" : each(arguments, nesting);
        }
        List<String> values = new ArrayList<>();
        for (String argument : arguments) {
            values.add(expand(argument, nesting));
        }
        String last = values.get(values.size() - 1);
        String first = values.get(0);
        String second = values.size() > 1 ? values.get(1) : "";
        return switch (name) {
            case "sort", "strip", "realpath", "abspath" -> first;
            case "patsubst" -> substitute(first.strip(), second.strip(), last);
            case "subst" -> replaced(first, second, last);
            case "filter" -> filter(first, second, true);
            case "filter-out" -> filter(first, second, false);
            case "addprefix" -> each(last, word -> first.strip() + word);
            case "addsuffix" -> each(last, word -> word + first.strip());
            case "notdir" -> each(first, TreePath::name);
            case "dir" -> each(first, word -> TreePath.parent(word) + "/");
            case "basename" ->
                each(first, word -> {
                    int dot = word.lastIndexOf('.');
                    return dot > word.lastIndexOf('/') ? word.substring(0, dot) : word;
                });
            // Every branch counts.
            case "if" -> String.join(" ", values.subList(1, values.size()));
            case "or", "and" -> String.join(" ", values);
            case "wildcard" -> {
                StringBuilder found = new StringBuilder();
                for (String word : split(first)) {
                    for (String file : Glob.isPattern(word) ? glob.apply(word) : List.of(word)) {
                        if (found.length() < MAX_VALUE) {
                            found.append(file).append(' ');
                        }
                    }
                }
                yield kept(found.toString());
            }
            default -> "";
        };
    }

    private String each(List<String> arguments, int nesting) {
        String name = arguments.get(0).strip();
        String body = String.join(",", arguments.subList(2, arguments.size()));
        StringBuilder before = values.get(name);
        StringBuilder out = new StringBuilder();
        for (String word : split(expand(arguments.get(1), nesting))) {
            if (out.length() > MAX_VALUE || budget.empty()) {
                break;
            }
            set(name, word);
            out.append(expand(body, nesting)).append(' ');
        }
        expanded.clear();
        values.remove(name);
        if (before != null) {
            values.put(name, before);
        }
        return out.toString();
    }

    private String each(String text, Function<String, String> change) {
        StringBuilder out = new StringBuilder();
        for (String word : split(text)) {
            String changed = change.apply(word);
            if (out.length() > MAX_VALUE || !budget.spend(changed.length() + 1)) {
                break;
            }
            out.append(changed).append(' ');
        }
        return out.toString();
    }

    private String filter(String patterns, String text, boolean keep) {
        List<String> all = split(patterns);
        return each(text, word -> {
            boolean matches = all.stream().anyMatch(pattern -> budget.spend(1) && stem(pattern, word) != null);
            return matches == keep ? word : "";
        });
    }

    private String substitute(String from, String to, String text) {
        return each(text, word -> {
            String stem = stem(from, word);
            int percent = to.indexOf('%');
            if (stem == null) {
                return word;
            }
            return percent < 0 ? to : to.substring(0, percent) + stem + to.substring(percent + 1);
        });
    }

    /** What {@code %} stands for where a word matches a pattern; "" where a pattern without one does, null where none. */
    static @Nullable String stem(String pattern, String word) {
        int percent = pattern.indexOf('%');
        if (percent < 0) {
            return pattern.equals(word) ? "" : null;
        }
        int tail = pattern.length() - percent - 1;
        boolean matches = word.length() >= pattern.length() - 1
                && word.startsWith(pattern.substring(0, percent))
                && word.endsWith(pattern.substring(percent + 1));
        return matches ? word.substring(percent, word.length() - tail) : null;
    }

    /** A text with one part of it replaced by another wherever it stands. */
    private static String replaced(String from, String to, String text) {
        if (from.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        int next = text.indexOf(from);
        while (next >= 0 && out.length() < MAX_VALUE) {
            out.append(text, at, next).append(to);
            at = next + from.length();
            next = text.indexOf(from, at);
        }
        return kept(out.append(text, at, text.length()).toString());
    }

    private static String kept(String value) {
        return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
    }

    /** Place of a sign outside of brackets, or -1. */
    private int outside(String text, char sign, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (c == sign && depth <= 0) {
                budget.spend(i - from);
                return i;
            }
        }
        budget.spend(text.length() - from);
        return -1;
    }
}
