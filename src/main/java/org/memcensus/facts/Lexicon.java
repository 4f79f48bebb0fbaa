package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.ByteWords;
import org.memcensus.model.Rule;

/**
 * What names, words and headers mean: the patterns of all rules and the words of the risk count, ready for bytes.
 * Meanings have numbers, from 1; 0 means nothing. Immutable.
 */
final class Lexicon {
    /** Words behind this many bytes of a name are not looked at. */
    private static final int MAX_NAME = 64;

    private final List<Meaning> meanings = new ArrayList<>(List.of(Meaning.NONE));
    private final Map<Meaning, Integer> numbers = new HashMap<>(Map.of(Meaning.NONE, 0));
    private final LongTable names;
    private final LongTable words;

    /** The first two bytes of all beginnings of names. */
    private final BitSet beginnings = new BitSet();

    /** Beginnings of names, by {@link #pair}. */
    private final Map<Integer, List<Prefix>> prefixes = new HashMap<>();

    private final Map<String, Meaning> headers = new LinkedHashMap<>();
    private final List<Prefix> headerPrefixes = new ArrayList<>();
    private final String[] rules;
    private final Given given;

    /** Rules to which headers alone say nothing. */
    private final BitSet wanting = new BitSet();

    /** What takes back all hits of a file; its names are counted as if they were rules, behind all that are. */
    private final List<Aside> asides = new ArrayList<>();

    /**
     * What else a file may hold that takes back what it says to a rule.
     *
     * @param rule the number of the rule
     * @param any where it is counted what takes back
     * @param but where it is counted what leaves the hits as they are
     */
    private record Aside(int rule, int any, int but) {}

    /**
     * A beginning of names or headers.
     *
     * @param bytes the beginning
     * @param meaning what all that begins so means
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Prefix(byte[] bytes, Meaning meaning) {}

    Lexicon(List<Rule> all) {
        rules = all.stream().map(Rule::id).toArray(String[]::new);
        given = new Given(all);
        Map<String, Meaning> exact = new LinkedHashMap<>();
        Map<String, Meaning> parts = new LinkedHashMap<>();
        for (int rule = 0; rule < all.size(); rule++) {
            Rule.Match match = all.get(rule).match();
            for (String call : match.calls()) {
                addName(exact, call, Meaning.ofCall(rule));
            }
            for (String name : match.names()) {
                addName(exact, name, Meaning.ofUse(rule));
            }
            for (String word : match.words()) {
                parts.merge(word, Meaning.ofCall(rule), Meaning::plus);
            }
            wanting.set(rule, match.unless().onlyIncluded());
            for (String word : match.unless().words()) {
                parts.merge(word, Meaning.against(rule), Meaning::plus);
            }
            for (String name : match.unless().names()) {
                addName(exact, name, Meaning.against(rule));
            }
            for (String header : match.includes()) {
                addHeader(header, Meaning.ofUse(rule));
            }
            for (Rule.Beside beside : match.unless().beside()) {
                Aside aside = new Aside(rule, size(), size() + 1);
                asides.add(aside);
                beside.any().forEach(name -> addNameOrHeader(exact, name, Meaning.ofUse(aside.any())));
                beside.but().forEach(name -> addNameOrHeader(exact, name, Meaning.ofUse(aside.but())));
            }
        }
        RiskWords.names().forEach((name, kind) -> exact.merge(name, Meaning.ofKind(kind), Meaning::plus));
        RiskWords.words().forEach((word, kind) -> parts.merge(word, Meaning.ofKind(kind), Meaning::plus));
        names = new LongTable(exact.size());
        exact.forEach((name, meaning) -> names.put(key(name), number(meaning)));
        words = new LongTable(parts.size());
        parts.forEach((word, meaning) -> words.put(wordKey(word), number(meaning)));
    }

    private void addName(Map<String, Meaning> exact, String name, Meaning meaning) {
        if (!name.endsWith("*")) {
            exact.merge(name, meaning, Meaning::plus);
            return;
        }
        byte[] bytes = beginning(name);
        if (bytes.length < 2) {
            throw new IllegalArgumentException("'" + name + "' needs two letters before its *");
        }
        beginnings.set(pair(bytes[0], bytes[1]));
        prefixes.computeIfAbsent(pair(bytes[0], bytes[1]), k -> new ArrayList<>())
                .add(new Prefix(bytes, meaning));
    }

    private void addHeader(String header, Meaning meaning) {
        if (header.endsWith("*")) {
            headerPrefixes.add(new Prefix(beginning(header), meaning));
        } else {
            headers.merge(header, meaning, Meaning::plus);
        }
    }

    /** A header has a dot or a slash in it, and no name has. */
    private void addNameOrHeader(Map<String, Meaning> exact, String pattern, Meaning meaning) {
        if (pattern.indexOf('.') >= 0 || pattern.indexOf('/') >= 0) {
            addHeader(pattern, meaning);
        } else {
            addName(exact, pattern, meaning);
        }
    }

    private int number(Meaning meaning) {
        Integer known = numbers.putIfAbsent(meaning, meanings.size());
        if (known != null) {
            return known;
        }
        meanings.add(meaning);
        return meanings.size() - 1;
    }

    private static long key(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteWords.key(bytes, 0, bytes.length);
    }

    private static long wordKey(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return wordKey(bytes, 0, bytes.length);
    }

    /** The key of a word: as that of a name, but the same for letters of either case. */
    private static long wordKey(byte[] b, int start, int end) {
        long key = 0;
        for (int i = start; i < end; i += ByteWords.SIZE) {
            key = key * ByteWords.MIX ^ ByteWords.lowerCase(ByteWords.part(b, i, end));
        }
        return key;
    }

    private static byte[] beginning(String pattern) {
        return pattern.substring(0, pattern.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    /** Number of rules, and of what else is counted. */
    int size() {
        return rules.length + 2 * asides.size();
    }

    /** Number of rules. */
    int rules() {
        return rules.length;
    }

    /**
     * Whether what else a file holds takes back what it says to a rule.
     *
     * @param counts how often each rule was hit, and whatever else is counted
     */
    boolean takenBack(int rule, int[] counts) {
        for (Aside aside : asides) {
            if (aside.rule() == rule && counts[aside.any()] > 0 && counts[aside.but()] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Id of a rule. */
    String rule(int number) {
        return rules[number];
    }

    /** Whether headers alone say nothing to a rule. */
    boolean wantsMore(int rule) {
        return wanting.get(rule);
    }

    /** What words between a function's parentheses take back. */
    Given given() {
        return given;
    }

    /** All meanings that a single pattern has, by number. */
    List<Meaning> meanings() {
        return meanings;
    }

    /**
     * What a name means, by itself, by its beginning and by its words, which are split at {@code _} and before capitals,
     * and taken in lower case.
     *
     * @param key see {@link Dictionary#key}
     * @param sum takes the parts of the meaning
     */
    void name(long key, byte[] b, int start, int end, MeaningSum sum) {
        int exact = names.get(key);
        if (exact != 0) {
            sum.add(exact);
        }
        if (end - start >= 2 && beginnings.get(pair(b[start], b[start + 1]))) {
            for (Prefix prefix : prefixes.getOrDefault(pair(b[start], b[start + 1]), List.of())) {
                if (startsWith(b, start, end, prefix.bytes())) {
                    sum.add(prefix.meaning());
                }
            }
        }
        if (!isMember(b, start, end)) {
            words(b, start, Math.min(end, start + MAX_NAME), sum);
        }
    }

    /** Many C++ projects end the names of members so: {@code icmp_(c)} sets one, and calls no function for its words. */
    private static boolean isMember(byte[] b, int start, int end) {
        return end - start >= 2 && b[end - 1] == '_' && b[end - 2] != '_';
    }

    /** Where a word begins shows in the kinds of all letters at once: they are worked out eight at a time. */
    private void words(byte[] b, int start, int end, MeaningSum sum) {
        long capitals = 0;
        long small = 0;
        long digits = 0;
        long underscores = 0;
        for (int i = start; i < end; i += ByteWords.SIZE) {
            long part = ByteWords.part(b, i, end);
            int shift = i - start;
            capitals |= ByteWords.bits(ByteWords.range(part, 'A', 'Z')) << shift;
            small |= ByteWords.bits(ByteWords.range(part, 'a', 'z')) << shift;
            digits |= ByteWords.bits(ByteWords.range(part, '0', '9')) << shift;
            underscores |= ByteWords.bits(ByteWords.range(part, '_', '_')) << shift;
        }
        long ends = underscores | capitals & (small << 1 | digits << 1 | small >>> 1) & ~1L;
        int word = start;
        while (ends != 0) {
            int cut = start + Long.numberOfTrailingZeros(ends);
            word(b, word, cut, sum);
            word = b[cut] == '_' ? cut + 1 : cut;
            ends &= ends - 1;
        }
        word(b, word, end, sum);
    }

    private void word(byte[] b, int start, int end, MeaningSum sum) {
        if (end - start >= 2) {
            int meaning = words.get(wordKey(b, start, end));
            if (meaning != 0) {
                sum.add(meaning);
            }
        }
    }

    /** Numbers of the rules that a header speaks for. */
    BitSet header(String header) {
        Meaning meaning = headers.getOrDefault(header, Meaning.NONE);
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

    private static int pair(byte first, byte second) {
        return (first & 0xff) << Byte.SIZE | second & 0xff;
    }
}
