package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Rule;

/** What names, words and headers mean: the patterns of all rules and the words of the risk count, ready for bytes. */
final class Lexicon {
    private final HashTable<Meaning> names = new HashTable<>();
    private final HashTable<Meaning> words = new HashTable<>();
    private final HashTable<Meaning> headers = new HashTable<>();
    private final List<Prefix> headerPrefixes = new ArrayList<>();

    /** Beginnings of names, by their first two bytes. */
    private final Prefix[] @Nullable [] prefixes = new Prefix[1 << 16][];

    private final String[] rules;
    private int longestWord;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Prefix(byte[] bytes, Meaning meaning) {}

    Lexicon(List<Rule> all) {
        rules = all.stream().map(Rule::id).toArray(String[]::new);
        for (int rule = 0; rule < all.size(); rule++) {
            Rule.Match match = all.get(rule).match();
            for (String call : match.calls()) {
                addName(call, Meaning.ofCall(rule));
            }
            for (String name : match.names()) {
                addName(name, Meaning.ofUse(rule));
            }
            for (String word : match.words()) {
                addWord(word, Meaning.ofCall(rule));
            }
            for (String header : match.includes()) {
                if (header.endsWith("*")) {
                    headerPrefixes.add(new Prefix(beginning(header), Meaning.ofUse(rule)));
                } else {
                    add(headers, header, Meaning.ofUse(rule));
                }
            }
        }
        RiskWords.names().forEach((name, kind) -> add(names, name, Meaning.ofKind(kind)));
        RiskWords.words().forEach((word, kind) -> addWord(word, Meaning.ofKind(kind)));
    }

    private void addName(String name, Meaning meaning) {
        if (!name.endsWith("*")) {
            add(names, name, meaning);
            return;
        }
        byte[] bytes = beginning(name);
        if (bytes.length < 2) {
            throw new IllegalArgumentException("'" + name + "' needs two letters before its *");
        }
        int key = key(bytes[0], bytes[1]);
        Prefix[] old = prefixes[key];
        Prefix[] longer = old == null ? new Prefix[1] : Arrays.copyOf(old, old.length + 1);
        longer[longer.length - 1] = new Prefix(bytes, meaning);
        prefixes[key] = longer;
    }

    private void addWord(String word, Meaning meaning) {
        add(words, word, meaning);
        longestWord = Math.max(longestWord, word.length());
    }

    private static void add(HashTable<Meaning> table, String text, Meaning meaning) {
        Meaning old = table.get(text);
        table.put(text, old == null ? meaning : old.plus(meaning));
    }

    private static byte[] beginning(String pattern) {
        return pattern.substring(0, pattern.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    /** Number of rules. */
    int size() {
        return rules.length;
    }

    /** Id of a rule. */
    String rule(int number) {
        return rules[number];
    }

    /**
     * What a name means, by itself, by its beginning and by its words.
     *
     * @param lower room for the name in lower case
     */
    Meaning name(long hash, byte[] b, int start, int end, byte[] lower) {
        Meaning meaning = Meaning.NONE;
        Meaning exact = names.get(hash, b, start, end);
        if (exact != null) {
            meaning = exact;
        }
        Prefix[] candidates = end - start < 2 ? null : prefixes[key(b[start], b[start + 1])];
        if (candidates != null) {
            for (Prefix prefix : candidates) {
                if (startsWith(b, start, end, prefix.bytes())) {
                    meaning = meaning.plus(prefix.meaning());
                }
            }
        }
        return words(b, start, end, lower, meaning);
    }

    /**
     * Adds what the words of a name mean: they are split at {@code _} and before capitals, and taken in lower case.
     *
     * @param lower room for the name in lower case; what is longer than it is not looked at
     */
    private Meaning words(byte[] b, int start, int end, byte[] lower, Meaning soFar) {
        Meaning meaning = soFar;
        int word = 0;
        int length = Math.min(end - start, lower.length);
        boolean lowerBefore = false;
        for (int i = 0; i < length; i++) {
            byte c = b[start + i];
            boolean upper = c >= 'A' && c <= 'Z';
            boolean capital = upper && i > word && (lowerBefore || i + 1 < length && isLower(b[start + i + 1]));
            if (c == '_' || capital) {
                meaning = word(lower, word, i, meaning);
                word = c == '_' ? i + 1 : i;
            }
            lower[i] = upper ? (byte) (c + 32) : c;
            lowerBefore = isLower(c) || c >= '0' && c <= '9';
        }
        return word(lower, word, length, meaning);
    }

    private Meaning word(byte[] lower, int start, int end, Meaning soFar) {
        if (end - start < 2 || end - start > longestWord) {
            return soFar;
        }
        Meaning meaning = words.get(HashTable.hash(lower, start, end), lower, start, end);
        return meaning == null ? soFar : soFar.plus(meaning);
    }

    /** Numbers of the rules that a header speaks for. */
    BitSet header(String header) {
        Meaning exact = headers.get(header);
        Meaning meaning = exact == null ? Meaning.NONE : exact;
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        for (Prefix prefix : headerPrefixes) {
            if (startsWith(bytes, 0, bytes.length, prefix.bytes())) {
                meaning = meaning.plus(prefix.meaning());
            }
        }
        return meaning.used();
    }

    private static boolean startsWith(byte[] b, int start, int end, byte[] prefix) {
        return end - start >= prefix.length && Arrays.equals(b, start, start + prefix.length, prefix, 0, prefix.length);
    }

    private static boolean isLower(byte c) {
        return c >= 'a' && c <= 'z';
    }

    private static int key(byte first, byte second) {
        return (first & 0xff) << 8 | second & 0xff;
    }
}
