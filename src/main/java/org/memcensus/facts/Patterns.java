package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Rule;

/** The patterns of all rules, made ready for bytes: names by hash, beginnings of names by their first two bytes. */
final class Patterns {
    private static final int[] NONE = {};

    private final NameTable<int[]> calls = new NameTable<>();

    private final NameTable<int[]> names = new NameTable<>();

    private final NameTable<int[]> words = new NameTable<>();

    private final NameTable<int[]> headers = new NameTable<>();
    private final List<Prefix> headerPrefixes = new ArrayList<>();
    private final Prefix[] @Nullable [] prefixes = new Prefix[1 << 16][];

    /** Ids of the rules, by their number. */
    final String[] rules;

    /**
     * The beginning of a name.
     *
     * @param bytes its bytes, two or more
     * @param rule number of the rule
     * @param call whether only a called function counts
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Prefix(byte[] bytes, int rule, boolean call) {}

    Patterns(List<Rule> all) {
        rules = all.stream().map(Rule::id).toArray(String[]::new);
        for (int rule = 0; rule < all.size(); rule++) {
            Rule.Match match = all.get(rule).match();
            for (String call : match.calls()) {
                add(calls, call, rule, true);
            }
            for (String name : match.names()) {
                add(names, name, rule, false);
            }
            for (String word : match.words()) {
                put(words, word, rule);
            }
            for (String header : match.includes()) {
                if (header.endsWith("*")) {
                    headerPrefixes.add(new Prefix(bytes(header.substring(0, header.length() - 1)), rule, false));
                } else {
                    put(headers, header, rule);
                }
            }
        }
    }

    private void add(NameTable<int[]> table, String name, int rule, boolean call) {
        if (!name.endsWith("*")) {
            put(table, name, rule);
            return;
        }
        byte[] bytes = bytes(name.substring(0, name.length() - 1));
        if (bytes.length < 2) {
            throw new IllegalArgumentException(rules[rule] + ": '" + name + "' needs two letters before its *");
        }
        int key = key(bytes[0], bytes[1]);
        Prefix[] old = prefixes[key];
        Prefix[] longer = old == null ? new Prefix[1] : Arrays.copyOf(old, old.length + 1);
        longer[longer.length - 1] = new Prefix(bytes, rule, call);
        prefixes[key] = longer;
    }

    private static void put(NameTable<int[]> table, String name, int rule) {
        int[] old = table.get(name);
        int[] longer = old == null ? new int[1] : Arrays.copyOf(old, old.length + 1);
        longer[longer.length - 1] = rule;
        table.put(name, longer);
    }

    /** Numbers of the rules that a name speaks for wherever it is used. */
    int[] used(byte[] name) {
        return with(names.get(name), name, false, null);
    }

    /** Numbers of the rules that a name speaks for where it is called, beside those of {@link #used}. */
    int[] called(byte[] name, Words split) {
        return with(calls.get(name), name, true, split);
    }

    private int[] with(int @Nullable [] exact, byte[] name, boolean call, @Nullable Words split) {
        BitSet rules = new BitSet();
        addAll(rules, exact);
        Prefix[] candidates = name.length < 2 ? null : prefixes[key(name[0], name[1])];
        if (candidates != null) {
            for (Prefix prefix : candidates) {
                if (prefix.call() == call && startsWith(name, 0, name.length, prefix.bytes())) {
                    rules.set(prefix.rule());
                }
            }
        }
        for (int w = 0; split != null && w < split.count(); w++) {
            addAll(rules, words.get(split.hash(w), split.bytes(w), 0, split.length(w)));
        }
        return rules.isEmpty() ? NONE : rules.stream().toArray();
    }

    private static void addAll(BitSet rules, int @Nullable [] more) {
        if (more != null) {
            for (int rule : more) {
                rules.set(rule);
            }
        }
    }

    /** Numbers of the rules that a header speaks for. */
    int[] header(String header) {
        int[] found = headers.get(header);
        int[] hits = found == null ? NONE : found;
        byte[] bytes = bytes(header);
        for (Prefix prefix : headerPrefixes) {
            if (startsWith(bytes, 0, bytes.length, prefix.bytes())) {
                hits = Arrays.copyOf(hits, hits.length + 1);
                hits[hits.length - 1] = prefix.rule();
            }
        }
        return hits;
    }

    static boolean startsWith(byte[] b, int start, int end, byte[] prefix) {
        return end - start >= prefix.length && Arrays.equals(b, start, start + prefix.length, prefix, 0, prefix.length);
    }

    private static int key(byte first, byte second) {
        return (first & 0xff) << 8 | second & 0xff;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
