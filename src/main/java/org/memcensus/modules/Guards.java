package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of the preprocessor in a source file that ask whether a macro is defined. */
final class Guards {
    /** More conditions than any known file has. */
    private static final int MAX_CONDITIONS = 2000;

    private static final Condition NONE = new Condition("", 0);

    private final List<Condition> conditions = new ArrayList<>();
    private int depth;
    private boolean inComment;

    /** The outermost condition that is open or was last; a macro of no name where it asks for several things. */
    private Condition outer = NONE;

    /** The outermost condition around the first line of code. */
    private @Nullable Condition first;

    /** Whether there is code outside of that condition, or in another branch of it. */
    private boolean elsewhere;

    private boolean branched;

    private Guards() {}

    /**
     * A question for a macro.
     *
     * @param macro the macro
     * @param line its line, from 1
     */
    record Condition(String macro, int line) {}

    /** Reads a file. */
    static Guards of(String text) {
        Guards guards = new Guards();
        int number = 0;
        int end;
        for (int at = 0; at < text.length(); at = end + 1) {
            end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            number++;
            guards.line(text.substring(at, Math.min(end, at + 500)), number);
        }
        return guards;
    }

    /** All questions, in order; those that ask for the contrary are left out. */
    List<Condition> conditions() {
        return conditions;
    }

    /** The question that decides whether there is any code in the file; null where none does. */
    @Nullable
    Condition whole() {
        return elsewhere ? null : first;
    }

    private void line(String line, int number) {
        String code = uncommented(line).strip();
        if (code.startsWith("#")) {
            directive(code.substring(1).strip(), number);
        } else if (!code.isEmpty()) {
            first = first == null ? outer : first;
            elsewhere |= depth == 0 || branched || !first.equals(outer);
        }
    }

    private String uncommented(String line) {
        StringBuilder code = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            int end = line.indexOf(inComment ? "*/" : "/*", at);
            if (!inComment) {
                code.append(line, at, end < 0 ? line.length() : end);
            }
            if (end < 0) {
                break;
            }
            inComment = !inComment;
            at = end + 2;
        }
        int slashes = code.indexOf("//");
        return slashes < 0 ? code.toString() : code.substring(0, slashes);
    }

    private void directive(String directive, int number) {
        if (directive.startsWith("if")) {
            int before = conditions.size();
            if (!directive.startsWith("ifndef")) {
                questions(directive, number);
            }
            if (depth++ == 0) {
                boolean single = conditions.size() == before + 1;
                outer = single ? conditions.get(before) : new Condition("", number);
                branched = false;
            }
        } else if (directive.startsWith("el")) {
            questions(directive, number);
            branched |= depth == 1;
        } else if (directive.startsWith("endif")) {
            depth = Math.max(0, depth - 1);
        }
    }

    private void questions(String directive, int number) {
        int at = 0;
        while (at < directive.length() && conditions.size() < MAX_CONDITIONS) {
            int start = at;
            while (at < directive.length() && isName(directive.charAt(at))) {
                at++;
            }
            if (at > start) {
                String word = directive.substring(start, at);
                int before = start - 1;
                while (before >= 0 && (directive.charAt(before) == ' ' || directive.charAt(before) == '(')) {
                    before--;
                }
                boolean asked = directive.startsWith("ifdef") && start > 0
                        || directive.startsWith("defined", Math.max(0, before - 6)) && before >= 6;
                int sign = before - 7;
                while (sign >= 0 && directive.charAt(sign) == ' ') {
                    sign--;
                }
                boolean denied = asked && sign >= 0 && directive.charAt(sign) == '!';
                if (asked && !denied && !word.equals("defined")) {
                    conditions.add(new Condition(word, number));
                }
            }
            at = Math.max(at, start + 1);
        }
    }

    private static boolean isName(char c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }
}
