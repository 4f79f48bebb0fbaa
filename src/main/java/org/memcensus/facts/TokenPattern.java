package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A row of tokens to look for, as the table of escape hatches writes them. */
final class TokenPattern {
    private final List<Part> parts;

    private TokenPattern(List<Part> parts) {
        this.parts = parts;
    }

    /** What one token must be: a text, with any rest before or behind it where the pattern has a star there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(int kind, byte[] text, boolean anyBefore, boolean anyBehind) {
        boolean matches(CodeTokens tokens, int token) {
            if (tokens.kind(token) != kind) {
                return false;
            }
            int start = tokens.start(token);
            int end = tokens.end(token);
            if (kind == CodeTokens.STRING) {
                while (start < end && !isQuote(tokens.at(start))) {
                    start++;
                }
                while (start < end && isQuote(tokens.at(start))) {
                    start++;
                }
                while (end > start && (isQuote(tokens.at(end - 1)) || tokens.at(end - 1) == '#')) {
                    end--;
                }
            }
            if (end - start < text.length || end - start > text.length && !anyBefore && !anyBehind) {
                return false;
            }
            return anyBefore
                    ? tokens.matches(end - text.length, end, text)
                    : tokens.matches(start, start + text.length, text);
        }
    }

    /**
     * Reads a pattern: {@code _} is any name, {@code x*} a name that begins so, {@code "*x"} a string that ends so, all else
     * is itself.
     */
    static TokenPattern of(String pattern) {
        byte[] b = pattern.getBytes(StandardCharsets.US_ASCII);
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < b.length) {
            int from = i;
            if (b[i] == ' ') {
                i++;
            } else if (b[i] == '"') {
                i = pattern.indexOf('"', i + 1) + 1;
                parts.add(string(pattern.substring(from + 1, i - 1)));
            } else if (CodeTokens.isWord(b[i])) {
                while (i < b.length && CodeTokens.isWord(b[i])) {
                    i++;
                }
                String name = pattern.substring(from, i);
                boolean open = i < b.length && b[i] == '*';
                i += open ? 1 : 0;
                parts.add(name.equals("_") ? any() : part(CodeTokens.NAME, name, false, open));
            } else {
                i++;
                parts.add(part(CodeTokens.SIGN, pattern.substring(from, i), false, false));
            }
        }
        return new TokenPattern(parts);
    }

    private static Part any() {
        return part(CodeTokens.NAME, "", false, true);
    }

    private static Part string(String text) {
        boolean before = text.startsWith("*");
        boolean behind = !before && text.endsWith("*");
        return part(CodeTokens.STRING, text.replace("*", ""), before, behind);
    }

    private static Part part(int kind, String text, boolean before, boolean behind) {
        return new Part(kind, text.getBytes(StandardCharsets.US_ASCII), before, behind);
    }

    /** A byte by which to look the pattern up: the first of its first token; a quote for strings. */
    int key() {
        Part first = parts.get(0);
        return first.kind == CodeTokens.STRING ? '"' : first.text[0];
    }

    boolean matches(CodeTokens tokens, int token) {
        if (token + parts.size() > tokens.size()) {
            return false;
        }
        for (int k = 0; k < parts.size(); k++) {
            if (!parts.get(k).matches(tokens, token + k)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuote(byte c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
