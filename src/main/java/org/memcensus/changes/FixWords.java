package org.memcensus.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.memcensus.model.FixKind;

/**
 * Reads commit messages for words that speak of memory-safety fixes. There are tens of thousands of messages, so a message
 * is read once, letter by letter, and a word is looked at only if its first letters begin a phrase. Safe for use by several
 * threads.
 */
public final class FixWords {
    /** Letters of a first word that are looked up. */
    private static final int KEY = 3;

    private static final int LETTERS = 36;

    private final List<List<Phrase>> byBeginning = new ArrayList<>();
    private final List<FixKind> kinds;

    private record Phrase(List<String> words, int kind, boolean takesBack) {}

    /**
     * Words of these kinds.
     *
     * @throws IllegalArgumentException if the first word of a phrase is shorter than three letters or digits, or there are
     *     more than 64 kinds
     */
    public FixWords(List<FixKind> kinds) {
        this.kinds = List.copyOf(kinds);
        if (kinds.size() > Long.SIZE) {
            throw new IllegalArgumentException("more than " + Long.SIZE + " kinds of fixes");
        }
        for (int i = 0; i < LETTERS * LETTERS * LETTERS; i++) {
            byBeginning.add(List.of());
        }
        for (int kind = 0; kind < kinds.size(); kind++) {
            add(kinds.get(kind).phrases(), kind, false);
            add(kinds.get(kind).unless(), kind, true);
        }
    }

    private void add(List<String> phrases, int kind, boolean takesBack) {
        for (String phrase : phrases) {
            int key = key(phrase, 0);
            if (key < 0 || !phrase.equals(phrase.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("'" + phrase + "': lower case, and three letters to begin with");
            }
            List<Phrase> all = new ArrayList<>(byBeginning.get(key));
            all.add(new Phrase(List.of(phrase.split(" ", -1)), kind, takesBack));
            byBeginning.set(key, List.copyOf(all));
        }
    }

    /** How surely a commit with this message mends a fault of memory safety: 0, or the weight of its strongest kind. */
    public double weight(String message) {
        long found = 0;
        long takenBack = 0;
        boolean inWord = false;
        for (int at = 0; at < message.length(); at++) {
            boolean letter = letter(message.charAt(at)) >= 0;
            int key = letter && !inWord ? key(message, at) : -1;
            inWord = letter;
            if (key < 0) {
                continue;
            }
            for (Phrase phrase : byBeginning.get(key)) {
                if (matches(phrase.words(), message, at)) {
                    found |= phrase.takesBack() ? 0 : 1L << phrase.kind();
                    takenBack |= phrase.takesBack() ? 1L << phrase.kind() : 0;
                }
            }
        }
        return found == 0 ? 0 : weight(found & ~takenBack);
    }

    private double weight(long found) {
        double weight = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            boolean holds = (found & 1L << kind) != 0;
            weight = holds ? Math.max(weight, kinds.get(kind).weight()) : weight;
        }
        return weight;
    }

    private static boolean matches(List<String> phrase, String text, int from) {
        int at = from;
        for (String wanted : phrase) {
            while (at < text.length() && letter(text.charAt(at)) < 0) {
                at++;
            }
            int start = at;
            while (at < text.length() && letter(text.charAt(at)) >= 0) {
                at++;
            }
            if (start == at || !matches(wanted, text, start, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String wanted, String text, int start, int end) {
        if (wanted.equals("#")) {
            return Character.isDigit(text.charAt(start));
        }
        boolean open = wanted.endsWith("*");
        int length = open ? wanted.length() - 1 : wanted.length();
        return (open ? end - start >= length : end - start == length)
                && text.regionMatches(true, start, wanted, 0, length);
    }

    /** Number of the first letters of a word; below 0 for a word that is shorter. */
    private static int key(String text, int at) {
        if (at + KEY > text.length()) {
            return -1;
        }
        int key = 0;
        for (int i = at; i < at + KEY; i++) {
            int letter = letter(text.charAt(i));
            if (letter < 0) {
                return -1;
            }
            key = key * LETTERS + letter;
        }
        return key;
    }

    /** Number of an ASCII letter, in either case, or of a digit; below 0 for what stands between words. */
    private static int letter(char c) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            return (c | 0x20) - 'a';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }
}
