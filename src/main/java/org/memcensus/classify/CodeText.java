package org.memcensus.classify;

import java.util.regex.Pattern;

/**
 * The part of a header that a C compiler would read: no comments, and nothing that stands only for C++ or Objective-C, as
 * {@code #ifdef __cplusplus} says. Headers of C talk of classes in comments, and open with {@code extern "C"}.
 */
final class CodeText {
    private static final Pattern FOREIGN =
            Pattern.compile("#[ \\t]*(ifdef[ \\t]+|if[ \\t]+(defined[ \\t]*)?\\(?[ \\t]*)(__cplusplus|__OBJC__)\\b.*");

    private static final Pattern OPENING = Pattern.compile("#[ \\t]*if.*");
    private static final Pattern OTHERWISE = Pattern.compile("#[ \\t]*(else|elif).*");
    private static final Pattern CLOSING = Pattern.compile("#[ \\t]*endif.*");

    private CodeText() {}

    /** The text without comments and without what is foreign to C. Its lines may be fewer. */
    static String of(String text) {
        StringBuilder code = new StringBuilder(text.length());
        String bare = withoutComments(text);
        int foreign = 0; // how many conditions are open inside a foreign one, itself counted
        for (int start = 0; start < bare.length(); ) {
            int newline = bare.indexOf('\n', start);
            int end = newline < 0 ? bare.length() : newline;
            String line = bare.substring(start, end).strip();
            boolean directive = line.startsWith("#");
            if (foreign > 0) {
                if (directive && OPENING.matcher(line).matches()) {
                    foreign++;
                } else if (directive && CLOSING.matcher(line).matches()) {
                    foreign--;
                } else if (directive && foreign == 1 && OTHERWISE.matcher(line).matches()) {
                    foreign = 0;
                    code.append(bare, start, end).append('\n');
                }
            } else if (directive && FOREIGN.matcher(line).matches()) {
                foreign = 1;
            } else {
                code.append(bare, start, end).append('\n');
            }
            start = end + 1;
        }
        return code.toString();
    }

    /** Strings stay, so that a comment's sign in one opens none. */
    private static String withoutComments(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == '/' && next == '*') {
                int end = text.indexOf("*/", i + 2);
                i = end < 0 ? text.length() : end + 2;
                bare.append(' ');
            } else if (c == '/' && next == '/') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (c == '"') {
                int end = i + 1;
                while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
                    end += text.charAt(end) == '\\' ? 2 : 1;
                }
                end = Math.min(text.length(), end + 1);
                bare.append(text, i, end);
                i = end;
            } else {
                bare.append(c);
                i++;
            }
        }
        return bare.toString();
    }
}
