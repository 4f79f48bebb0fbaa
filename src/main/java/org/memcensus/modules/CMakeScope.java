package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables of a directory or function, and the expansion of references to them. */
final class CMakeScope {
    private static final int MAX_NESTING = 10;

    /** A directory within a path that a variable names alone. */
    private static final Pattern DIRECTORY = Pattern.compile("/\\$\\{([A-Za-z0-9_.-]{1,100})\\}(?=/)");

    /** To take a word costs as much as to look at so many characters. */
    private static final int WORD_COST = 10;

    /** Characters of a value that are looked through for references, and copied, at the cost of one in a build file. */
    private static final int LOOKED_AT = 4;

    /** Characters that are copied at the cost of one that is looked at. */
    private static final int COPIED = 16;

    /** What a character costs of a text that is cut into words to be looked up. */
    private static final long CUT = 4;

    private final @Nullable CMakeScope parent;
    private final Map<String, CMakeValue> values = new HashMap<>();
    private final Budget budget;

    /**
     * A scope that sees its parent's variables.
     *
     * @param parent the scope around it, or null
     * @param budget what expansion may cost
     */
    CMakeScope(@Nullable CMakeScope parent, Budget budget) {
        this.parent = parent;
        this.budget = budget;
    }

    /** The scope around this one; itself where there is only what all builds share around it. */
    CMakeScope outer() {
        return parent == null || parent.parent == null ? this : parent;
    }

    /** Takes from the budget what it costs to look through a text; false where it is used up. */
    boolean spend(String text) {
        return budget.spend(1 + text.length() / COPIED);
    }

    /** Takes from the budget what it costs to cut a text into words; false where it is used up. */
    boolean spendWords(String text) {
        return budget.spend(1 + CUT * text.length());
    }

    /** The value of a variable, "" if it has none. */
    String get(String name) {
        for (CMakeScope scope = this; scope != null; scope = scope.parent) {
            CMakeValue value = scope.values.get(name);
            if (value != null) {
                budget.spend(value.costOfText() / COPIED);
                return value.text();
            }
        }
        return "";
    }

    /** Gives a variable a value. */
    void set(String name, String value) {
        CMakeValue kept = new CMakeValue(value);
        if (budget.spend(1 + kept.text().length() / COPIED)) {
            values.put(name, kept);
        }
    }

    /** Puts values behind a variable's list. */
    void append(String name, String more) {
        CMakeValue value = own(name);
        if (value != null && budget.spend(1 + more.length() / COPIED)) {
            value.append(more);
        }
    }

    /** Adds values to a variable's list, those left out that it has: the union of several branches. */
    void add(String name, String more) {
        CMakeValue value = own(name);
        if (value != null && !more.isEmpty() && budget.spend(1 + more.length() + value.costOfAdding())) {
            value.add(more);
        }
    }

    /** The value that a variable has in this scope, at first that of the scope around it; null where nothing is left to spend. */
    private @Nullable CMakeValue own(String name) {
        CMakeValue value = values.get(name);
        if (value == null) {
            set(name, get(name));
            value = values.get(name);
        }
        return value;
    }

    /** The arguments of a command with variables put in; lists in unquoted ones become several. */
    List<String> expand(List<CMakeCommand.Argument> arguments) {
        List<String> words = new ArrayList<>();
        for (CMakeCommand.Argument argument : arguments) {
            if (!spend(argument.text())) {
                break;
            }
            String text = argument.refers() ? expand(argument.text(), 0) : argument.text();
            if (argument.quoted()) {
                words.add(text);
            } else {
                for (String word : text.split(";", -1)) {
                    if (!word.isEmpty() && budget.spend(WORD_COST)) {
                        words.add(word);
                    }
                }
            }
        }
        return words;
    }

    /**
     * The arguments but those that name a directory by a variable without a value: {@code include/${part}/*.h} is not all
     * that lies below {@code include}.
     */
    List<CMakeCommand.Argument> known(List<CMakeCommand.Argument> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.refers()
                        || DIRECTORY
                                .matcher(argument.text())
                                .results()
                                .noneMatch(found -> get(found.group(1)).isEmpty()))
                .toList();
    }

    private String expand(String text, int nesting) {
        if (text.indexOf("${") < 0 || nesting > MAX_NESTING) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length() && expanded.length() < CMakeValue.MAX) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : close(text, start + 2);
            if (end < 0) {
                expanded.append(text, at, text.length());
                break;
            }
            expanded.append(text, at, start);
            String value = expand(get(expand(text.substring(start + 2, end), nesting + 1)), nesting + 1);
            if (budget.spend(1 + value.length() / LOOKED_AT)) {
                expanded.append(value);
            }
            at = end + 1;
        }
        return expanded.toString();
    }

    /** Index of the brace that closes a reference, or -1. */
    private static int close(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '}' && --open == 0) {
                return i;
            }
            if (c == '{') {
                open++;
            }
        }
        return -1;
    }
}
