package org.memcensus.facts;

import java.util.Arrays;
import org.memcensus.model.ByteWords;
import org.memcensus.model.FileFacts.Functions;
import org.memcensus.model.NameSet;

/**
 * Finds which functions a C file defines and which it calls, by their names. A definition is what begins in the first column,
 * names a function before a parenthesis, and opens a brace before a semicolon; one that begins with {@code static}, or that
 * belongs to a class, is no offer to others. A call is a name before a parenthesis, and no member. What is written otherwise
 * is not found. For one thread.
 */
final class FunctionNames {
    /** Bytes that the head of a function may have. */
    private static final int LONGEST_HEAD = 2000;

    /** Bytes from the end of the parameters to the brace: attributes, or declarations of parameters. */
    private static final int LONGEST_REST = 600;

    private static final String STATIC = "static";
    private static final String[] ATTRIBUTES = {"__attribute__", "__declspec", "__attribute", "alignas"};

    /** Statements, by the highest bits of their hashes. */
    private static final int[] STATEMENTS =
            statements("if", "for", "while", "switch", "return", "sizeof", "defined", "catch", "do", "else", "case");

    private static final boolean[] IN_HEAD = bytes("(:\n;={}),\"#[");
    private static final boolean[] IN_PARENTHESES = bytes("(/)");

    private byte[] b = {};
    private int limit;

    /** What stands before is read already: no byte is part of many heads. */
    private int headEnd;

    /** Calls seen last, one for each value of the lowest byte: most calls of a file are of few functions. */
    private final int[] recent = new int[1 << Byte.SIZE];

    private int[] called = new int[256];
    private int calls;
    private int[] offered = new int[64];
    private int offers;
    private int[] own = new int[64];
    private int owns;

    /** Begins with a file. */
    void begin(byte[] bytes, int length) {
        b = bytes;
        limit = length;
        calls = 0;
        offers = 0;
        owns = 0;
        headEnd = 0;
        Arrays.fill(recent, 0);
    }

    /** The functions of the file. */
    Functions functions() {
        return calls + owns == 0
                ? Functions.NONE
                : new Functions(
                        NameSet.of(offered, offers), NameSet.of(called, calls).without(NameSet.of(own, owns)));
    }

    /**
     * A name with a parenthesis behind it.
     *
     * @param start where it begins
     * @param key its key, see {@link ByteWords#key}
     */
    void call(int start, long key) {
        boolean member = start > 0 && (b[start - 1] == '.' || b[start - 1] == '>' && start > 1 && b[start - 2] == '-');
        if (member || !beginsName(b[start])) {
            return;
        }
        int hash = NameSet.hash(key);
        int slot = hash & recent.length - 1;
        if ((recent[slot] != hash || hash == 0) && !isStatement(hash)) {
            recent[slot] = hash;
            called = room(called, calls);
            called[calls++] = hash;
        }
    }

    /** Code that begins in the first column: keeps the name of the function whose head it is. */
    void head(int first) {
        if (first < headEnd || first >= limit || !beginsName(b[first])) {
            return;
        }
        int last = Math.min(limit, first + LONGEST_HEAD);
        int open = open(first, last);
        if (open < 0) {
            headEnd = ~open;
            return;
        }
        int end = open;
        while (end > first && isBlank(b[end - 1])) {
            end--;
        }
        int start = nameStart(end, first);
        headEnd = open;
        if (start == end || !beginsName(b[start])) {
            return;
        }
        int close = close(open, last);
        int body = close < 0 ? ~last : body(close + 1);
        int hash = hash(start, end);
        if (body < 0 || isStatement(hash)) {
            headEnd = body < 0 ? ~body : open;
            return;
        }
        own = room(own, owns);
        own[owns++] = hash;
        boolean ofClass = start > first && b[start - 1] == ':';
        if (!ofClass && !isStatic(first, start)) {
            offered = room(offered, offers);
            offered[offers++] = hash;
        }
    }

    /** The parenthesis behind the name of a function; if something else stands here, the complement of its place. */
    private int open(int first, int last) {
        for (int i = skip(IN_HEAD, first, last); i < last; i = skip(IN_HEAD, i + 1, last)) {
            switch (b[i]) {
                case '(' -> {
                    if (!isAttribute(first, i)) {
                        return i;
                    }
                    i = close(i, last);
                    if (i < 0) {
                        return ~last;
                    }
                }
                case ':' -> {
                    if (i + 1 >= last || b[i + 1] != ':') {
                        return ~i;
                    }
                    i++;
                }
                case '\n' -> {
                    if (i + 1 >= last || !beginsName(b[i + 1])) {
                        return ~i;
                    }
                }
                case ';', '=', '{', '}', ')', ',', '"', '#', '[' -> {
                    return ~i;
                }
                default -> {}
            }
        }
        return ~last;
    }

    private int close(int open, int last) {
        int depth = 0;
        for (int i = open; i + 1 < last; i = skip(IN_PARENTHESES, i + 1, last)) {
            if (b[i] == '(') {
                depth++;
            } else if (b[i] == '/' && b[i + 1] == '*') {
                i = behindComment(i + 2, last);
            } else if (b[i] == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the next byte that ends or changes what is read; {@code last} if there is none. */
    private int skip(boolean[] telling, int from, int last) {
        int i = from;
        while (i < last && !telling[b[i] & 0xff]) {
            i++;
        }
        return i;
    }

    private static boolean[] bytes(String telling) {
        boolean[] bytes = new boolean[1 << Byte.SIZE];
        telling.chars().forEach(c -> bytes[c] = true);
        return bytes;
    }

    private int behindComment(int from, int last) {
        int i = from;
        while (i + 1 < last && !(b[i] == '*' && b[i + 1] == '/')) {
            i++;
        }
        return i + 1;
    }

    /**
     * The brace that comes before the declaration is over; if none comes, the complement of the place where it is over. In
     * old C the types of parameters may stand before the brace.
     */
    private int body(int from) {
        int last = Math.min(limit, from + LONGEST_REST);
        boolean old = from < last && (b[from] == '\n' || b[from] == '\r');
        boolean declared = false;
        for (int i = from; i < last; i++) {
            switch (b[i]) {
                case '{' -> {
                    return !declared || b[i - 1] == '\n' ? i : ~i;
                }
                case ';' -> {
                    if (!old) {
                        return ~i;
                    }
                    declared = true;
                }
                case '(' -> {
                    int close = close(i, last);
                    if (close < 0 || declared) {
                        return ~i;
                    }
                    i = close;
                }
                case '}', '=', '#' -> {
                    return ~i;
                }
                default -> {}
            }
        }
        return ~last;
    }

    private boolean isStatic(int first, int name) {
        int last = name - STATIC.length();
        for (int i = first; i < last; i++) {
            if ((i == first || isBlank(b[i - 1])) && is(i, STATIC) && isBlank(b[i + STATIC.length()])) {
                return true;
            }
        }
        return false;
    }

    private boolean isAttribute(int first, int open) {
        int end = open;
        while (end > first && isBlank(b[end - 1])) {
            end--;
        }
        int start = nameStart(end, first);
        for (String attribute : ATTRIBUTES) {
            if (end - start == attribute.length() && is(start, attribute)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(int at, String word) {
        for (int k = 0; k < word.length(); k++) {
            if (b[at + k] != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private int nameStart(int end, int least) {
        int start = end;
        while (start > least && CodeTokens.isWord(b[start - 1])) {
            start--;
        }
        return start;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean beginsName(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c < 0;
    }

    private int hash(int start, int end) {
        return NameSet.hash(ByteWords.key(b, start, end));
    }

    private static int[] room(int[] array, int size) {
        return size < array.length ? array : Arrays.copyOf(array, 2 * size);
    }

    private static boolean isStatement(int hash) {
        return STATEMENTS[hash >>> Integer.SIZE - Byte.SIZE] == hash;
    }

    private static int[] statements(String... words) {
        int[] statements = new int[1 << Byte.SIZE];
        for (String word : words) {
            int hash = NameSet.hash(word);
            statements[hash >>> Integer.SIZE - Byte.SIZE] = hash;
        }
        return statements;
    }
}
