package org.memcensus.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.Fact;
import org.memcensus.model.HatchRule;

/**
 * Finds escape hatches in the code of safe languages. Comments are never looked at, and strings only where a rule asks for
 * one, as for the name of what is imported. For one thread; {@link #another()} gives one more.
 */
public final class HatchFinder {
    private static final int KEYS = 256;

    private final Map<String, Patterns> byLanguage;
    private final CodeTokens tokens = new CodeTokens();

    /** The rules of one language, and their patterns by the first byte that each needs. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Patterns(List<HatchRule> rules, @Nullable List<Numbered>[] byKey) {}

    private record Numbered(int rule, TokenPattern pattern) {}

    /** A finder for these rules; those without patterns of tokens are passed over. */
    public HatchFinder(List<HatchRule> rules) {
        Map<String, List<HatchRule>> grouped = new HashMap<>();
        for (HatchRule rule : rules) {
            if (!rule.code().isEmpty()) {
                rule.languages()
                        .forEach(language -> grouped.computeIfAbsent(language, key -> new ArrayList<>())
                                .add(rule));
            }
        }
        byLanguage = new HashMap<>();
        grouped.forEach((language, own) -> byLanguage.put(language, patterns(own)));
    }

    private HatchFinder(Map<String, Patterns> byLanguage) {
        this.byLanguage = byLanguage;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists can be made no other way
    private static Patterns patterns(List<HatchRule> rules) {
        List<Numbered>[] byKey = new List[KEYS];
        for (int rule = 0; rule < rules.size(); rule++) {
            for (String code : rules.get(rule).code()) {
                TokenPattern pattern = TokenPattern.of(code);
                int key = pattern.key();
                if (byKey[key] == null) {
                    byKey[key] = new ArrayList<>();
                }
                byKey[key].add(new Numbered(rule, pattern));
            }
        }
        return new Patterns(List.copyOf(rules), byKey);
    }

    /** A finder for the same rules, for another thread. */
    public HatchFinder another() {
        return new HatchFinder(byLanguage);
    }

    /** Whether there is anything to look for in a language. */
    public boolean reads(String language) {
        return byLanguage.containsKey(language);
    }

    /**
     * Looks through the code of a file.
     *
     * @param language its language, by name
     * @param content the file
     * @param spans where its code stands, as counted
     * @return at most one fact a rule, sorted by rule
     */
    public List<Fact> find(String language, Content content, CodeSpans spans) {
        Patterns patterns = byLanguage.get(language);
        if (patterns == null) {
            return List.of();
        }
        tokens.read(content, spans);
        int size = patterns.rules().size();
        int[] counts = new int[size];
        int[] lines = new int[size];
        int[] last = new int[size];
        Arrays.fill(last, -1);
        for (int token = 0; token < tokens.size(); token++) {
            List<Numbered> candidates = patterns.byKey()[key(token)];
            if (candidates == null) {
                continue;
            }
            for (Numbered candidate : candidates) {
                int rule = candidate.rule();
                boolean lined = patterns.rules().get(rule).lines();
                if ((lined ? token > last[rule] : token != last[rule])
                        && candidate.pattern().matches(tokens, token)) {
                    int end = lined ? body(token) : token;
                    if (end < 0) {
                        continue;
                    }
                    last[rule] = end;
                    lines[rule] = counts[rule] == 0 ? tokens.line(token) : lines[rule];
                    counts[rule] += lined ? codeLines(token, end) : 1;
                }
            }
        }
        return facts(patterns.rules(), counts, lines);
    }

    private int key(int token) {
        return tokens.kind(token) == CodeTokens.STRING ? '"' : tokens.at(tokens.start(token)) & 0xff;
    }

    /** The closing brace of what begins at a token; -1 where it has no body. */
    private int body(int token) {
        int depth = 0;
        int braces = 0;
        for (int i = token; i < tokens.size(); i++) {
            if (tokens.kind(i) != CodeTokens.SIGN) {
                continue;
            }
            switch (tokens.at(tokens.start(i))) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '{' -> braces++;
                case '}' -> {
                    braces--;
                    if (braces <= 0) {
                        return braces == 0 ? i : -1;
                    }
                }
                case ';' -> {
                    if (braces == 0 && depth <= 0) {
                        return -1;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private int codeLines(int from, int to) {
        int count = 0;
        int before = -1;
        for (int i = from; i <= to; i++) {
            count += tokens.line(i) == before ? 0 : 1;
            before = tokens.line(i);
        }
        return count;
    }

    private static List<Fact> facts(List<HatchRule> rules, int[] counts, int[] lines) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < counts.length; i++) {
            found.put(rules.get(i).id(), counts[i]);
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            HatchRule rule = rules.get(i);
            boolean met = rule.needs().isEmpty() || found.getOrDefault(rule.needs(), 0) > 0;
            if (counts[i] > 0 && met && !rule.kind().isEmpty()) {
                facts.add(new Fact(rule.fact(), lines[i], counts[i]));
            }
        }
        facts.sort(Comparator.comparing(Fact::rule));
        return facts;
    }
}
