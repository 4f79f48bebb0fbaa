package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.Rule;

/**
 * Finds what stands in code: names that rules ask for, headers included, risky constructs. One pass over the spans of
 * code that counting found; comments and strings are never looked at. For one thread; {@link #another()} gives one more.
 */
public final class FactFinder {
    private static final byte OPERATOR = 0;
    private static final byte SIMPLE = 1;
    private static final byte NAME = 2;
    private static final byte DIGIT = 3;
    private static final byte[] KINDS = kinds();

    /** A longer header name is not one. */
    private static final int MAX_HEADER = 200;

    private final Lexicon lexicon;
    private final int[] counts;
    private final int[] lines;
    private final RiskCounter risk = new RiskCounter();
    private final HashTable<Header> headers = new HashTable<>();
    private final List<Include> includes = new ArrayList<>();
    private final Dictionary dictionary;
    private byte[] b = {};
    private int limit;
    private int spanStart;
    private int spanLine;

    /**
     * A header seen before, with what it speaks for.
     *
     * @param include the header as the report has it
     * @param rules numbers of the rules that it speaks for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Header(Include include, int[] rules) {}

    /** A finder for the patterns of these rules. */
    public FactFinder(List<Rule> rules) {
        this(new Lexicon(rules));
    }

    private FactFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        dictionary = new Dictionary(lexicon);
        counts = new int[lexicon.size()];
        lines = new int[lexicon.size()];
    }

    /** A finder for the same rules, for another thread. */
    public FactFinder another() {
        return new FactFinder(lexicon);
    }

    /**
     * Looks through the code of a file.
     *
     * @param content the file
     * @param spans where its code stands, as counted
     * @param countRisk whether risky constructs are counted too: they mean something in C-like code only
     */
    public FileFacts find(Content content, CodeSpans spans, boolean countRisk) {
        b = content.bytes();
        limit = content.length();
        Arrays.fill(counts, 0);
        includes.clear();
        risk.begin(b, limit);
        for (int k = 0; k < spans.count(); k++) {
            if (spans.string(k)) {
                risk.literal();
            } else {
                read(spans.start(k), spans.end(k), spans.line(k));
            }
        }
        return new FileFacts(facts(), includes, countRisk ? risk.counts() : List.of());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int rule = 0; rule < counts.length; rule++) {
            if (counts[rule] > 0) {
                facts.add(new Fact(lexicon.rule(rule), Math.abs(lines[rule]), counts[rule]));
            }
        }
        facts.sort(Comparator.comparing(Fact::rule));
        return facts;
    }

    /**
     * Reads a span of code. Nearly all tokens are names that nobody asks for and bytes that at most change the state of
     * the expression: they take the short ways, without a call and with few branches.
     */
    private void read(int start, int end, int line) {
        spanStart = start;
        spanLine = line;
        byte[] bytes = b;
        int state = risk.state();
        int i = start;
        while (i < end) {
            int c = bytes[i] & 0xff;
            int kind = KINDS[c];
            if (kind == SIMPLE) {
                state = RiskCounter.simple(state, c);
                i++;
            } else if (kind == NAME) {
                int name = i;
                i = nameEnd(bytes, i, end);
                int code = dictionary.find(HashTable.hash(bytes, name, i), bytes, name, i);
                if (code == 0 && !RiskCounter.minds(state)) {
                    state = RiskCounter.operand(state);
                } else {
                    state = name(code, state, name, i, end);
                }
            } else if (kind == DIGIT) {
                i = nameEnd(bytes, i, end);
                state = RiskCounter.operand(state);
            } else if (c == '#' && beginsLine(i)) {
                i = directive(i, end);
            } else {
                risk.setState(state);
                i = risk.operator(i, end);
                state = risk.state();
            }
        }
        risk.setState(state);
    }

    private static int nameEnd(byte[] bytes, int start, int end) {
        int i = start + 1;
        while (i < end && KINDS[bytes[i] & 0xff] >= NAME) {
            i++;
        }
        return i;
    }

    /** Takes a name that means something, and gives the state behind it. */
    private int name(int code, int state, int start, int end, int spanEnd) {
        int behind = end;
        while (behind < spanEnd && b[behind] == ' ') {
            behind++;
        }
        boolean call = behind < spanEnd && b[behind] == '(';
        if (Dictionary.asked(code)) {
            hit(dictionary.used(code), start);
            if (call) {
                hit(dictionary.called(code), start);
            }
        }
        return risk.name(Dictionary.kind(code), state, call, behind);
    }

    private boolean beginsLine(int at) {
        int i = at - 1;
        while (i >= 0 && (b[i] == ' ' || b[i] == '\t')) {
            i--;
        }
        return i < 0 || b[i] == '\n';
    }

    private void hit(int[] rules, int at) {
        for (int rule : rules) {
            hit(rule, at);
        }
    }

    /** Counts a place; only the first one of a rule has to know its line. */
    private void hit(int rule, int at) {
        if (counts[rule]++ == 0 || lines[rule] < 0) {
            lines[rule] = lineOf(at);
        }
    }

    private int lineOf(int at) {
        int line = spanLine;
        for (int i = spanStart; i < at; i++) {
            if (b[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Reads {@code #include}, whose header may stand in a string, and gives the index from which to go on. */
    private int directive(int hash, int end) {
        int i = skipBlanks(hash + 1);
        int word = i;
        while (i < limit && KINDS[b[i] & 0xff] == NAME) {
            i++;
        }
        if (is(word, i, "define")) {
            return define(i, end);
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

    /** Passes over a macro that is only a number: register tables have millions of them, and they do nothing. */
    private int define(int from, int end) {
        int i = skipBlanks(from);
        while (i < end && KINDS[b[i] & 0xff] >= NAME) {
            i++;
        }
        int value = skipBlanks(i);
        if (value > i && value < end && KINDS[b[value] & 0xff] == DIGIT) {
            while (value < end && b[value] != '\n') {
                if (KINDS[b[value] & 0xff] < NAME && b[value] > ' ') {
                    return from;
                }
                value++;
            }
            return value;
        }
        return from;
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
        for (int rule : header.rules()) {
            if (counts[rule]++ == 0) {
                lines[rule] = -lineOf(open);
            }
        }
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
        while (i < limit && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 256; c++) {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80) {
                kinds[c] = NAME;
            } else if (c >= '0' && c <= '9') {
                kinds[c] = DIGIT;
            } else {
                kinds[c] = c == '#' || RiskCounter.isOperator(c) ? OPERATOR : SIMPLE;
            }
        }
        return kinds;
    }
}
