package org.memcensus.facts;

import java.util.List;
import org.memcensus.model.ByteWords;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Rule;

/**
 * Finds what stands in code: names that rules ask for, headers included, risky constructs. One pass over the spans of
 * code that counting found; comments and strings are never looked at. For one thread; {@link #another()} gives one more.
 */
public final class FactFinder {
    /** Bytes in a block: as many as a word has bits. */
    private static final int BLOCK = Long.SIZE;

    private final Lexicon lexicon;
    private final Hits hits;
    private final Directives directives;
    private final RiskCounter risk = new RiskCounter();
    private final Dictionary dictionary;
    private final Gaps gaps = new Gaps();
    private final FunctionNames functions = new FunctionNames();
    private byte[] b = {};

    /** Where the name stands that was read last; its end is -1 where there is none in the span. */
    private int lastName;

    private int lastEnd;

    /** Its key, see {@link ByteWords#key}; nothing of use where it is a number. */
    private long lastKey;

    /** A finder for the patterns of these rules. */
    public FactFinder(List<Rule> rules) {
        this(new Lexicon(rules));
    }

    private FactFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        dictionary = new Dictionary(lexicon);
        hits = new Hits(lexicon);
        directives = new Directives(lexicon, hits);
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
        hits.begin(b);
        directives.begin(b, content.length());
        risk.begin(b, content.length());
        functions.begin(b, content.length());
        for (int k = 0; k < spans.count(); k++) {
            if (spans.string(k)) {
                risk.literal();
            } else {
                read(spans.start(k), spans.end(k), spans.line(k));
            }
        }
        return countRisk
                ? new FileFacts(hits.facts(), directives.includes(), risk.counts(), functions.functions())
                : new FileFacts(hits.facts(), directives.includes(), List.of());
    }

    private void read(int start, int end, int line) {
        hits.span(start, line);
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
        long keyOfLast = lastKey;
        int i = start;
        while (i < blockEnd) {
            long ahead = names & -1L << i - start;
            int name = ahead == 0 ? blockEnd : start + Long.numberOfTrailingZeros(ahead);
            if (ahead == 0 && i > start && blockEnd < end) {
                break; // the next block begins with this gap, and with the name behind it
            }
            if (i < name) {
                int gap = name - i;
                int effect = gap <= Gaps.LONGEST && ahead != 0 ? gaps.effect(bytes, i, name) : RiskStates.DEPENDS;
                if (effect != RiskStates.DEPENDS) {
                    state = risk.apply(effect, state);
                    if ((effect & (Gaps.CALL | Gaps.FIRST_COLUMN)) != 0) {
                        nameFunction(effect, last, behindLast, keyOfLast, i, name);
                    }
                    i = name;
                } else {
                    nameFunction(Gaps.flags(bytes, i, name), last, behindLast, keyOfLast, i, name);
                    long read = readGap(state, i, name, end);
                    i = RiskStates.indexOf(read);
                    state = RiskStates.stateOf(read);
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
            i = behind == 0 ? ByteKinds.nameEnd(bytes, name, end) : start + Long.numberOfTrailingZeros(behind);
            last = name;
            behindLast = i;
            int code = 0;
            if (ByteKinds.of(bytes[name]) != ByteKinds.DIGIT) {
                keyOfLast = ByteWords.key(bytes, name, i);
                code = dictionary.find(keyOfLast, bytes, name, i);
            }
            if (code == 0 && !RiskStates.minds(state)) {
                state = RiskStates.operand(state);
            } else {
                state = name(code, state, name, i, end);
            }
        }
        risk.setState(state);
        lastName = last;
        lastEnd = behindLast;
        lastKey = keyOfLast;
        return i;
    }

    /** A gap with a meaning for functions. */
    private void nameFunction(int effect, int last, int behindLast, long keyOfLast, int gap, int name) {
        if ((effect & Gaps.CALL) != 0 && behindLast == gap) {
            functions.call(last, keyOfLast);
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
            int kind = ByteKinds.of(b[i]);
            if (kind < RiskStates.OPERATOR) {
                state = RiskStates.simple(state, kind);
                i++;
            } else {
                long operator = kind == ByteKinds.HASH ? hash(state, i, end) : risk.operator(state, i, end);
                i = RiskStates.indexOf(operator);
                state = RiskStates.stateOf(operator);
            }
        }
        return RiskStates.behind(i, state);
    }

    /** Reads code as {@link #readBlock} does, to its end: where the buffer ends too close behind for whole blocks. */
    private int readByBytes(int start, int end) {
        nameFunction(Gaps.flags(b, start, end) & Gaps.CALL, lastName, lastEnd, lastKey, start, start);
        int state = risk.state();
        int i = start;
        while (i < end) {
            int kind = ByteKinds.of(b[i]);
            if (kind >= ByteKinds.DIGIT) {
                int name = i;
                i = ByteKinds.nameEnd(b, i, end);
                long key = ByteWords.key(b, name, i);
                if (i < end) {
                    nameFunction(Gaps.flags(b, i, end) & Gaps.CALL, name, i, key, i, name);
                }
                if (name > 0 && b[name - 1] == '\n') {
                    functions.head(name);
                }
                state = name(kind == ByteKinds.DIGIT ? 0 : dictionary.find(key, b, name, i), state, name, i, end);
            } else if (kind < RiskStates.OPERATOR) {
                state = RiskStates.simple(state, kind);
                i++;
            } else {
                long operator = kind == ByteKinds.HASH ? hash(state, i, end) : risk.operator(state, i, end);
                i = RiskStates.indexOf(operator);
                state = RiskStates.stateOf(operator);
            }
        }
        risk.setState(state);
        return i;
    }

    /** Reads a {@code #} as {@link RiskCounter#operator} reads an operator. */
    private long hash(int state, int at, int end) {
        return directives.begins(at)
                ? RiskStates.behind(directives.read(at, end), state)
                : RiskStates.behind(at + 1, RiskStates.other(state));
    }

    /** Takes a name that means something, and gives the state behind it. */
    private int name(int code, int state, int start, int end, int spanEnd) {
        int behind = end;
        while (behind < spanEnd && b[behind] == ' ') {
            behind++;
        }
        boolean call = behind < spanEnd && b[behind] == '(';
        if (Dictionary.asked(code)) {
            hits.add(dictionary.used(code), start);
            if (call) {
                hits.add(lexicon.given().left(dictionary.called(code), b, behind, spanEnd), start);
            }
        }
        return risk.name(Dictionary.kind(code), state, call, behind);
    }
}
