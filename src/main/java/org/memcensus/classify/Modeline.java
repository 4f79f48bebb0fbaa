package org.memcensus.classify;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the language that a note to an editor names: Emacs's {@code -*- mode: c++ -*-}, Vim's {@code vim: ft=cpp}. */
final class Modeline {
    private static final int LINES = 5;
    private static final String[] VIM_KEYS = {"filetype=", "ft=", "syntax="};

    /** Its beginning may ask for a version: {@code vim600:}, {@code vim>=700:}. */
    private static final Pattern VIM = Pattern.compile("\\b(?:vim(?:[<=>]{0,2}[0-9]{1,4})?|vi|ex):");

    private Modeline() {}

    /** The name as written, in lower case; empty where there is none. */
    static String language(String head) {
        int from = 0;
        for (int line = 0; line < LINES && from < head.length(); line++) {
            int end = end(head, from);
            String found = inLine(head.substring(from, end));
            if (!found.isEmpty()) {
                return found;
            }
            from = end + 1;
        }
        return "";
    }

    /** The same in the last lines of a text. */
    static String languageAtEnd(String tail) {
        int end = tail.length();
        for (int line = 0; line <= LINES && end > 0; line++) {
            int start = tail.lastIndexOf('\n', end - 1);
            String found = inLine(tail.substring(start + 1, end));
            if (!found.isEmpty()) {
                return found;
            }
            end = start;
        }
        return "";
    }

    private static String inLine(String line) {
        int open = line.indexOf("-*-");
        if (open >= 0) {
            int close = line.indexOf("-*-", open + 3);
            return close < 0 ? "" : emacs(line.substring(open + 3, close));
        }
        Matcher vim = VIM.matcher(line);
        return line.indexOf(':') >= 0 && vim.find() ? vim(line.substring(vim.end() - 1)) : "";
    }

    private static String emacs(String variables) {
        String text = variables.strip().toLowerCase(Locale.ROOT);
        if (text.indexOf(':') < 0) {
            return text.indexOf(' ') < 0 ? text : "";
        }
        for (String variable : text.split(";", 32)) {
            String pair = variable.strip();
            if (pair.startsWith("mode:")) {
                return pair.substring(5).strip();
            }
        }
        return "";
    }

    private static String vim(String options) {
        for (String key : VIM_KEYS) {
            int at = options.indexOf(key);
            if (at > 0 && " \t:".indexOf(options.charAt(at - 1)) >= 0) {
                int start = at + key.length();
                int end = start;
                while (end < options.length() && " \t:".indexOf(options.charAt(end)) < 0) {
                    end++;
                }
                return options.substring(start, end).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static int end(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
