package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memcensus.model.ByteWords;
import org.memcensus.model.FileFacts.Include;

/** Reads what the preprocessor is told: which headers a file includes, and which macros are nothing but numbers. */
final class Directives {
    private static final String DEFINE = "#define ";
    private static final long DEFINE_WORD = ByteWords.at(DEFINE.getBytes(StandardCharsets.US_ASCII), 0);
    private static final long BLANKS = ByteWords.repeat(' ');

    /** A longer header name is not one. */
    private static final int MAX_HEADER = 200;

    private final Lexicon lexicon;
    private final Hits hits;
    private final HashTable<Header> headers = new HashTable<>();
    private final List<Include> includes = new ArrayList<>();
    private byte[] b = {};
    private int limit;

    Directives(Lexicon lexicon, Hits hits) {
        this.lexicon = lexicon;
        this.hits = hits;
    }

    /**
     * A header seen before, with what it speaks for.
     *
     * @param include the header as the report has it
     * @param rules numbers of the rules that it speaks for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Header(Include include, int[] rules) {}

    /** Begins with a file. */
    void begin(byte[] bytes, int length) {
        b = bytes;
        limit = length;
        includes.clear();
    }

    /** The headers that the file includes, in order. */
    List<Include> includes() {
        return includes;
    }

    /** Whether a {@code #} is the first sign of its line, and so begins a directive. */
    boolean begins(int at) {
        int i = at - 1;
        while (i >= 0 && (b[i] == ' ' || b[i] == '\t')) {
            i--;
        }
        return i < 0 || b[i] == '\n';
    }

    /** Reads {@code #include}, whose header may stand in a string, and gives the index from which to go on. */
    int read(int hash, int end) {
        int i = skipBlanks(hash + 1);
        int word = i;
        while (i < limit && ByteKinds.of(b[i]) == ByteKinds.NAME) {
            i++;
        }
        if (is(word, i, "define")) {
            int behind = defines(i, end);
            return behind == i ? body(i, end) : behind;
        }
        boolean include =
                i - word >= 6 && (is(word, i, "include") || is(word, i, "import") || is(word, i, "include_next"));
        if (!include) {
            return hash + 1;
        }
        int open = skipBlanks(i);
        if (open >= limit || b[open] != '"' && b[open] != '<') {
            return Math.min(i, end);
        }
        byte last = b[open] == '<' ? (byte) '>' : (byte) '"';
        int close = open + 1;
        while (close < limit && b[close] != last && b[close] != '\n' && close - open <= MAX_HEADER) {
            close++;
        }
        if (close < limit && b[close] == last && close > open + 1) {
            include(open, close);
            return last == '>' ? Math.min(close + 1, end) : Math.min(open, end);
        }
        return Math.min(i, end);
    }

    /** Passes over macros that are only numbers: register tables have millions of them, and they do nothing. */
    private int defines(int from, int end) {
        int behind = from;
        int body = from;
        while (body < end) {
            int next = define(body, end);
            if (next == body) {
                return behind;
            }
            behind = next;
            body = next + 1 + DEFINE.length();
            if (body < end && ByteWords.at(b, next + 1) != DEFINE_WORD) {
                return behind;
            }
        }
        return behind;
    }

    /** Where the value of a macro begins that looks like a call, {@code NAME (1)}: with a blank it is none. Else {@code from}. */
    private int body(int from, int end) {
        int name = skipBlanks(from);
        int behind = ByteKinds.nameEnd(b, name, end);
        int value = skipBlanks(behind);
        return value > behind && value < end && b[value] == '(' ? value : from;
    }

    /** The end of the line of a macro that is only a number; {@code from} if it is another one. */
    private int define(int from, int end) {
        int name = skipBlanks(from);
        int i = ByteKinds.nameEnd(b, name, end);
        int value = skipBlanks(i);
        if (value == i || value >= end || ByteKinds.of(b[value]) != ByteKinds.DIGIT) {
            return from;
        }
        int behind = ByteKinds.nameEnd(b, value, end);
        while (behind < end && b[behind] != '\n') {
            if (ByteKinds.of(b[behind]) < ByteKinds.DIGIT && b[behind] > ' ') {
                return from;
            }
            behind++;
        }
        return behind;
    }

    private void include(int open, int close) {
        long hash = HashTable.hash(b, open, close);
        Header header = headers.get(hash, b, open, close);
        if (header == null) {
            String name = new String(b, open + 1, close - open - 1, StandardCharsets.UTF_8);
            header = new Header(
                    new Include(name, b[open] == '<'),
                    lexicon.header(name).stream().toArray());
            headers.put(Arrays.copyOfRange(b, open, close), header);
        }
        includes.add(header.include());
        hits.header(header.rules(), open);
    }

    private boolean is(int start, int end, String word) {
        if (end - start != word.length()) {
            return false;
        }
        for (int k = 0; k < word.length(); k++) {
            if (b[start + k] != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private int skipBlanks(int from) {
        int i = from;
        int last = limit - ByteWords.SIZE;
        while (i <= last && ByteWords.at(b, i) == BLANKS) {
            i += ByteWords.SIZE;
        }
        while (i < limit && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i;
    }
}
