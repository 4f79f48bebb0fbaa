package org.memcensus.modules;

import java.util.HashSet;
import java.util.Set;

/**
 * What a condition of Kconfig asks for in every case: {@code A && (B || C) && !D && E=y} holds only with A and E, and
 * {@code A || A=n} also without A.
 */
final class KconfigCondition {
    /** Parentheses within each other that are looked into; what lies deeper asks for nothing. */
    private static final int MAX_DEPTH = 20;

    private static final Set<String> ON = Set.of("y", "m");

    private final String text;
    private int at;

    private KconfigCondition(String text) {
        this.text = text;
    }

    /** The options without which a condition does not hold. */
    static Set<String> required(String condition) {
        return new KconfigCondition(condition).any(0);
    }

    private Set<String> any(int depth) {
        Set<String> required = all(depth);
        while (skips("||")) {
            required.retainAll(all(depth));
        }
        return required;
    }

    private Set<String> all(int depth) {
        Set<String> required = one(depth);
        while (skips("&&")) {
            required.addAll(one(depth));
        }
        return required;
    }

    private Set<String> one(int depth) {
        if (depth > MAX_DEPTH) {
            at = text.length();
            return new HashSet<>();
        }
        if (skips("!")) {
            one(depth + 1);
            return new HashSet<>();
        }
        if (skips("(")) {
            Set<String> required = any(depth + 1);
            skips(")");
            return required;
        }
        Set<String> required = new HashSet<>();
        String option = word();
        if (skips("!=")) {
            if (word().equals("n")) {
                required.add(option);
            }
        } else if (skips("=")) {
            if (ON.contains(word())) {
                required.add(option);
            }
        } else if (skips("<") || skips(">")) {
            skips("=");
            word();
        } else {
            required.add(option);
        }
        return required;
    }

    /** Goes behind a mark where it stands next. */
    private boolean skips(String mark) {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        boolean here = text.startsWith(mark, at);
        at += here ? mark.length() : 0;
        return here;
    }

    /** The name, constant or quoted text that stands next; "" where there is none. */
    private String word() {
        skips("");
        int start = at;
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            int end = text.indexOf(text.charAt(at), at + 1);
            at = end < 0 ? text.length() : end + 1;
            return text.substring(start + 1, Math.max(start + 1, at - 1));
        }
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }
}
