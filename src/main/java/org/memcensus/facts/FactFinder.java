package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.memcensus.model.ByteWords;
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
    /** Kinds of bytes from here on are not those of {@link RiskCounter}. */
    private static final byte HASH = 16;

    private static final byte DIGIT = 17;
    private static final byte NAME = 18;
    /** Bytes in a block: as many as a word has bits. */
    private static final int BLOCK = Long.SIZE;

    private static final byte[] KINDS = kinds();

    private static final String DEFINE = "#define ";
    private static final long DEFINE_WORD = ByteWords.at(DEFINE.getBytes(StandardCharsets.US_ASCII), 0);
    private static final long BLANKS = ByteWords.repeat(' ');

    /** A longer header name is not one. */
    private static final int MAX_HEADER = 200;

    private final Lexicon lexicon;
    private final int[] counts;
    private final int[] lines;
    private final RiskCounter risk = new RiskCounter();
    private final HashTable<Header> headers = new HashTable<>();
    private final List<Include> includes = new ArrayList<>();
    private final Dictionary dictionary;
    private final Gaps gaps = new Gaps();
    private final FunctionNames functions = new FunctionNames();
    private byte[] b = {};
    private int limit;
    private int spanStart;
    private int spanLine;

    /** Where the name stands that was read last; its end is -1 where there is none in the span. */
    private int lastName;

    private int lastEnd;

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
     * @param countRisk whether risky constructs are counted, and functions named: they mean something in C-like code only
     */
    public FileFacts find(Content content, CodeSpans spans, boolean countRisk) {
        b = content.bytes();
        limit = content.length();
        Arrays.fill(counts, 0);
        includes.clear();
        risk.begin(b, limit);
        functions.begin(b, limit);
        for (int k = 0; k < spans.count(); k++) {
            if (spans.string(k)) {
                risk.literal();
            } else {
                read(spans.start(k), spans.end(k), spans.line(k));
            }
        }
        return countRisk
                ? new FileFacts(facts(), includes, risk.counts(), functions.functions())
                : new FileFacts(facts(), includes, List.of());
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

    private void read(int start, int end, int line) {
        spanStart = start;
        spanLine = line;
        lastEnd = -1;
        if (start == 0 || b[start - 1] == '\n') {
            functions.head(start);
        }
        int lastBlock = b.length - BLOCK - Gaps.LONGEST;
        int i = start;
        while (i < end) {
            i = i <= lastBlock ? readBlock(i, end) : readByBytes(i, end);
        }
    }

    /**
     * Reads up to 64 bytes of code and gives the index from which to go on. Where the names stand among them is worked
     * out for all at once: to find their ends byte by byte would cost a wrongly foretold branch each. Nearly all of them
     * are names that nobody asks for, between bytes that at most change the state of the expression.
     */
    private int readBlock(int start, int end) {
        byte[] bytes = b;
        long names = ByteWords.names64(bytes, start);
        if (end - start < BLOCK) {
            names &= (1L << end - start) - 1;
        }
        int blockEnd = Math.min(end, start + BLOCK);
        int state = risk.state();
        int last = lastName;
        int behindLast = lastEnd;
        int i = start;
        while (i < blockEnd) {
            long ahead = names & -1L << i - start;
            int name = ahead == 0 ? blockEnd : start + Long.numberOfTrailingZeros(ahead);
            if (ahead == 0 && i > start && blockEnd < end) {
                break; // the next block begins with this gap, and with the name behind it
            }
            if (i < name) {
                int gap = name - i;
                int effect = gap <= Gaps.LONGEST && ahead != 0 ? gaps.effect(bytes, i, name) : RiskCounter.DEPENDS;
                if (effect != RiskCounter.DEPENDS) {
                    state = risk.apply(effect, state);
                    if ((effect & (Gaps.CALL | Gaps.FIRST_COLUMN)) != 0) {
                        nameFunction(effect, last, behindLast, i, name);
                    }
                    i = name;
                } else {
                    nameFunction(Gaps.flags(bytes, i, name), last, behindLast, i, name);
                    long read = readGap(state, i, name, end);
                    i = RiskCounter.indexOf(read);
                    state = RiskCounter.stateOf(read);
                    if (i != name) {
                        break;
                    }
                }
            }
            if (ahead == 0) {
                break;
            }
            long behind = ~names & -1L << name - start;
            if (behind == 0 && name > start) {
                break;
            }
            i = behind == 0 ? nameEnd(bytes, name, end) : start + Long.numberOfTrailingZeros(behind);
            last = name;
            behindLast = i;
            int code = KINDS[bytes[name] & 0xff] == DIGIT ? 0 : dictionary.find(bytes, name, i);
            if (code == 0 && !RiskCounter.minds(state)) {
                state = RiskCounter.operand(state);
            } else {
                state = name(code, state, name, i, end);
            }
        }
        risk.setState(state);
        lastName = last;
        lastEnd = behindLast;
        return i;
    }

    /** A gap with a meaning for functions. */
    private void nameFunction(int effect, int last, int behindLast, int gap, int name) {
        if ((effect & Gaps.CALL) != 0 && behindLast == gap) {
            functions.call(last, behindLast);
        }
        if ((effect & Gaps.FIRST_COLUMN) != 0) {
            functions.head(name);
        }
    }

    /** Reads what stands before a name byte by byte; gives the index from which to go on, and the state there. */
    private long readGap(int before, int start, int name, int end) {
        int state = before;
        int i = start;
        while (i < name) {
            int kind = KINDS[b[i] & 0xff];
            if (kind < RiskCounter.OPERATOR) {
                state = RiskCounter.simple(state, kind);
                i++;
            } else {
                long operator = kind == HASH ? hash(state, i, end) : risk.operator(state, i, end);
                i = RiskCounter.indexOf(operator);
                state = RiskCounter.stateOf(operator);
            }
        }
        return RiskCounter.behind(i, state);
    }

    /** Reads code as {@link #readBlock} does, to its end: where the buffer ends too close behind for whole blocks. */
    private int readByBytes(int start, int end) {
        int state = risk.state();
        int i = start;
        while (i < end) {
            int kind = KINDS[b[i] & 0xff];
            if (kind >= DIGIT) {
                int name = i;
                i = nameEnd(b, i, end);
                if (i < end) {
                    nameFunction(Gaps.flags(b, i, end) & Gaps.CALL, name, i, i, name);
                }
                if (name > 0 && b[name - 1] == '\n') {
                    functions.head(name);
                }
                state = name(kind == DIGIT ? 0 : dictionary.find(b, name, i), state, name, i, end);
            } else if (kind < RiskCounter.OPERATOR) {
                state = RiskCounter.simple(state, kind);
                i++;
            } else {
                long operator = kind == HASH ? hash(state, i, end) : risk.operator(state, i, end);
                i = RiskCounter.indexOf(operator);
                state = RiskCounter.stateOf(operator);
            }
        }
        risk.setState(state);
        return i;
    }

    /** Reads a {@code #} as {@link RiskCounter#operator} reads an operator. */
    private long hash(int state, int at, int end) {
        return beginsLine(at)
                ? RiskCounter.behind(directive(at, end), state)
                : RiskCounter.behind(at + 1, RiskCounter.other(state));
    }

    /** Index behind the name, or number, that holds the byte at {@code from}. */
    private static int nameEnd(byte[] bytes, int from, int end) {
        int last = bytes.length - ByteWords.SIZE;
        int i = from;
        while (i <= last) {
            int length = ByteWords.before(ByteWords.noNames(ByteWords.at(bytes, i)));
            i += length;
            if (length < ByteWords.SIZE) {
                return Math.min(i, end);
            }
        }
        while (i < end && KINDS[bytes[i] & 0xff] >= DIGIT) {
            i++;
        }
        return Math.min(i, end);
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
            return defines(i, end);
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

    /** The end of the line of a macro that is only a number; {@code from} if it is another one. */
    private int define(int from, int end) {
        int name = skipBlanks(from);
        int i = nameEnd(b, name, end);
        int value = skipBlanks(i);
        if (value == i || value >= end || KINDS[b[value] & 0xff] != DIGIT) {
            return from;
        }
        int behind = nameEnd(b, value, end);
        while (behind < end && b[behind] != '\n') {
            if (KINDS[b[behind] & 0xff] < DIGIT && b[behind] > ' ') {
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
        int last = limit - ByteWords.SIZE;
        while (i <= last && ByteWords.at(b, i) == BLANKS) {
            i += ByteWords.SIZE;
        }
        while (i < limit && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 256; c++) {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x7f) {
                kinds[c] = NAME;
            } else if (c >= '0' && c <= '9') {
                kinds[c] = DIGIT;
            } else {
                kinds[c] = c == '#' ? HASH : (byte) RiskCounter.kind(c);
            }
        }
        return kinds;
    }
}
