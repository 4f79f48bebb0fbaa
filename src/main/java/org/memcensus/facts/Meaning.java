package org.memcensus.facts;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a name or a word says to the rules and to the risk count.
 *
 * @param used numbers of the rules that it speaks for wherever it is used
 * @param called numbers of the rules that it speaks for where it is called
 * @param denied numbers of the rules that it speaks against, whatever the rest of the name says
 * @param kind bits of {@link RiskWords}
 */
record Meaning(BitSet used, BitSet called, BitSet denied, int kind) {
    /** Says nothing. */
    static final Meaning NONE = new Meaning(new BitSet(), new BitSet(), new BitSet(), 0);

    Meaning plus(Meaning other) {
        return new Meaning(or(used, other.used), or(called, other.called), or(denied, other.denied), kind | other.kind);
    }

    /** What remains of it for a whole name. */
    Meaning settled() {
        if (denied.isEmpty()) {
            return this;
        }
        return new Meaning(without(used), without(called), new BitSet(), kind);
    }

    private BitSet without(BitSet rules) {
        BitSet rest = (BitSet) rules.clone();
        rest.andNot(denied);
        return rest;
    }

    private static BitSet or(BitSet a, BitSet b) {
        BitSet sum = (BitSet) a.clone();
        sum.or(b);
        return sum;
    }

    // Written out: what the compiler makes of a record is put together when it is first asked, and that costs every
    // start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Meaning that
                && kind == that.kind
                && used.equals(that.used)
                && called.equals(that.called)
                && denied.equals(that.denied);
    }

    @Override
    public int hashCode() {
        return ((used.hashCode() * 31 + called.hashCode()) * 31 + denied.hashCode()) * 31 + kind;
    }

    static Meaning ofUse(int rule) {
        return new Meaning(single(rule), new BitSet(), new BitSet(), 0);
    }

    static Meaning ofCall(int rule) {
        return new Meaning(new BitSet(), single(rule), new BitSet(), 0);
    }

    static Meaning against(int rule) {
        return new Meaning(new BitSet(), new BitSet(), single(rule), 0);
    }

    static Meaning ofKind(int kind) {
        return new Meaning(new BitSet(), new BitSet(), new BitSet(), kind);
    }

    private static BitSet single(int rule) {
        BitSet set = new BitSet();
        set.set(rule);
        return set;
    }
}
