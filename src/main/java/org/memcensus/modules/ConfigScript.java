package org.memcensus.modules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@code config.m4}, read line by line: variables get their values, and the calls of some macros are handed on. */
final class ConfigScript implements ShellLines.Visitor {
    /** Far more than the objects of any module: a list that names itself twice grows. */
    private static final int MAX_VALUE = 1 << 14;

    private final String text;
    private final Set<String> macros;
    private final Budget budget;
    private final Calls calls;
    private final Map<String, String> values = new HashMap<>();

    private ConfigScript(String text, Set<String> macros, Budget budget, Calls calls) {
        this.text = text;
        this.macros = macros;
        this.budget = budget;
        this.calls = calls;
    }

    /**
     * Reads a script.
     *
     * @param text its text
     * @param macros names of the macros whose calls are wanted, each with the parenthesis behind it
     * @param budget what reading may cost, in characters
     * @param calls hears of them, in order
     */
    static void read(String text, Set<String> macros, Budget budget, Calls calls) {
        if (macros.stream().anyMatch(text::contains)) {
            String plain = M4Arguments.uncommented(text);
            ShellLines.visit(plain, new ConfigScript(plain, macros, budget, calls));
        }
    }

    /** Whether a file is such a script. A number says when configure reads it: {@code config9.m4} after the others. */
    static boolean is(String path) {
        if (!path.endsWith(".m4")) {
            return false;
        }
        String name = TreePath.stem(path);
        return name.startsWith("config")
                && name.substring("config".length()).chars().allMatch(Character::isDigit);
    }

    /** An argument by its number, which an early end of the call leaves empty. */
    static String argument(List<String> arguments, int number) {
        return number < arguments.size() ? arguments.get(number) : "";
    }

    @Override
    public void assign(String name, String value, int line) {
        values.put(name, expand(value.replace('"', ' ').replace('\'', ' ')));
    }

    @Override
    public void line(int start, int end, int line) {
        String statement = text.substring(start, end);
        for (String macro : macros) {
            int at = statement.startsWith("#") ? -1 : statement.indexOf(macro);
            if (at == 0 || at > 0 && !isName(statement.charAt(at - 1))) {
                List<String> arguments = M4Arguments.of(text, start + at + macro.length(), budget);
                calls.call(macro, arguments.stream().map(this::expand).toList(), line);
            }
        }
    }

    /** A text with the values of variables put in. */
    private String expand(String value) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < value.length() && expanded.length() < MAX_VALUE && budget.spend(1)) {
            int start = value.indexOf('$', at);
            int end = start < 0 ? -1 : start + 1;
            while (end >= 0 && end < value.length() && isName(value.charAt(end))) {
                end++;
            }
            expanded.append(value, at, start < 0 ? value.length() : start);
            String inner = start < 0 ? "" : values.getOrDefault(value.substring(start + 1, end), "");
            expanded.append(inner);
            at = start < 0 ? value.length() : end;
        }
        int length = Math.min(expanded.length(), MAX_VALUE);
        return budget.spend(length) ? expanded.substring(0, length) : "";
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Hears the calls of macros. */
    interface Calls {
        /**
         * A macro is called.
         *
         * @param macro its name, with the parenthesis behind it
         * @param arguments its arguments, with the values of variables put in
         * @param line where the call begins, from 1
         */
        void call(String macro, List<String> arguments, int line);
    }
}
