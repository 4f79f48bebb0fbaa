package org.memcensus.model;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The words of a path: what a file's place says about its use. */
public final class PathWords {
    private PathWords() {}

    /**
     * The words of a path, in lower case. It is split at whatever is neither letter nor digit, before a capital that
     * follows a small letter, and before a capital that a small one follows ({@code XMLParser} is {@code xml parser}).
     * A name with digits gives itself and its letters in front: {@code ssh2} is {@code ssh2 ssh}. The file's ending is a
     * word too.
     */
    public static Set<String> of(String path) {
        Set<String> words = new LinkedHashSet<>();
        each(path, words::add);
        return words;
    }

    /** Hears of each word of a path, as {@link #of} gives them, in order; a word that stands there twice comes twice. */
    static void each(String path, Consumer<String> words) {
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            boolean end = i == path.length() || !Character.isLetterOrDigit(path.charAt(i));
            if (end || begins(path, start, i)) {
                add(path.substring(start, i), words);
                start = end ? i + 1 : i;
            }
        }
    }

    private static boolean begins(String path, int start, int i) {
        if (i == start || !Character.isUpperCase(path.charAt(i))) {
            return false;
        }
        boolean afterSmall = Character.isLowerCase(path.charAt(i - 1));
        boolean beforeSmall = i + 1 < path.length() && Character.isLowerCase(path.charAt(i + 1));
        return afterSmall || (beforeSmall && Character.isUpperCase(path.charAt(i - 1)));
    }

    private static void add(String word, Consumer<String> words) {
        if (word.isEmpty()) {
            return;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        words.accept(lower);
        int letters = 0;
        while (letters < lower.length() && Character.isLetter(lower.charAt(letters))) {
            letters++;
        }
        if (letters > 1 && letters < lower.length()) {
            words.accept(lower.substring(0, letters));
        }
    }
}
